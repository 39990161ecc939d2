extension FirstConfiguration {
    var chinese: Texts {
        Texts(
            settings: chineseSettings, units: Self.chineseUnits, registers: Self.chineseRegisters,
            targets: chineseTargets, notifications: Self.chineseNotifications, policies: Self.chinesePolicies,
            rules: Self.chineseRules)
    }

    private var chineseSettings: String {
        """
        # kpid 的设置。修改后先运行 kpictl check，再运行 systemctl reload kpid；有错时继续按原设置运行。
        version: 1                        # 本格式的版本

        organisation: 我们单位            # 单位名称；也可用两种语言：{zh: 我们单位, en: Our Organisation}

        language: zh                      # status.txt 和日志的语言：zh 或 en

        zone: \(zone)

        # 节假日：在本文件旁放一个 calendars/here-\(year).yaml，再在这里写上它的名称。不写则周一至周五都是工作日。
        #     calendar: here
        #     year: \(year)
        #     holidays:
        #       - {name: 元旦, from: \(year)-01-01}
        #     swapped: []                 # 调休上班的周末
        # calendar: here

        reporting:                        # 各单位如何报送，指标另有规定的除外
          frequency: monthly              # daily 日、weekly 周、monthly 月、quarterly 季、half_yearly 半年、yearly 年
          deadline: {working_day: 5, at: 17:30}   # 期后第 5 个工作日；或 {day: 10, at: 17:30}

        """
    }

    private static let chineseUnits = """
        # 报送单位：只有一个根的树，上级的数由下级的数汇成。
        #
        # id       报表和指标里写的代码                     label    给人看的名称
        # parent   上级，只有根不写                         level    自定的级别，规则可以按它挑选
        # aliases  人们常写的别名                           active_from, active_to   应报送的起止日期
        units:
          - {id: all, label: 我们单位, level: whole}
          - {id: north, parent: all, label: 北区, level: team, aliases: [北]}
          - {id: south, parent: all, label: 南区, level: team}

        """

    private static let chineseRegisters = """
        # 台账：有日期的清单，指标可以由它数出来。每个台账以 inbox/registers/名称.csv 上传，首行就是下列各列。
        # 类型后的 ! 表示该格不能为空。
        registers:
          requests:                         # request_id,opened_on,unit,answered_on
            label: 需求
            key: request_id                 # 主键相同的行是同一条的新版本
            from: opened_on                 # 从这一天起存在
            unit: unit
            columns:
              request_id: text!
              opened_on: date!              # 2021-03-31
              unit: unit!
              answered_on: date

          steps:                            # stage,done_on
            label: 新网站各节点
            key: stage
            from: done_on
            columns:
              stage: text!
              done_on: date!

        """

    private var chineseTargets: String {
        """
        # 目标任务。改一个数，运行 kpictl check，看它说什么。
        section: 年度目标
        window: {from: \(first), to: \(last)}   # 按自然年则写 year: \(year)

        targets:
          # 计数：各期相加。各区每月报送，例如
          #   kpictl report members.new 3 --unit north --period \(month)
          - id: members.new
            label: 新会员                   # 也可用两种语言：{zh: 新会员, en: New members}
            kind: count
            unit_of_measure: 人             # 报表写明计量单位时必须一致
            goal: {at_least: 120}           # 到期末完成；或 {at_least: 120, due: \(end(after: 9))}
            frequency: monthly
            allocation: {north: 70, south: 50}   # 分解到各区的目标；有目标的就要报送
            policy: pace-standard           # 亮灯的办法，见 rules/policies.yaml

          # 比率：已登记的需求中已答复的比例，由台账数出。
          - id: requests.answered
            label: 需求答复率
            kind: ratio
            unit_of_measure: "%"
            baseline: 50%                   # 起点，进度从这里算起
            goal: {at_least: 90%}
            frequency: monthly
            register: {name: requests, numerator: answered_on <= ref}   # ref 是评判日
            policy: pace-standard

          # 节点：每个节点有自己的期限。
          - id: website
            label: 新网站
            kind: milestone
            frequency: event
            stages:
              - {id: design, label: 方案审定, due: \(end(after: 2))}
              - {id: test, label: 试运行, due: \(end(after: 5)), weight: 2}
              - {id: open, label: 正式开通, due: \(end(after: 8))}
            register: {name: steps, stage: stage, live: true}   # live：逐日评判，不等月末
            policy: pace-standard

        """
    }

    private static let chinesePolicies = """
        # 数字怎样变成灯。“正常”是一种约定，不是事实：每个指标写明按哪一种评判。
        #
        # by         看哪个数：pace_ratio、pace_ratio_periods、gap_pp、progress、completion，或 held（是否达到）
        # bands      从好到差，第一个成立的就是灯：at_least 不低于、above 高于、at_most 不高于、below 低于
        # otherwise  都不成立时的灯
        policies:
          - id: pace-standard
            label: 完成与计划之比
            by: pace_ratio
            bands:
              on_track: at_least 0.95
              attention: at_least 0.85
              at_risk: at_least 0.60
            otherwise: off_track

          - id: threshold
            label: 达标即可
            by: held
            otherwise: off_track

        """

    private static let chineseRules = """
        # 哪些事值得告诉人。条件是对指标各数的表达式。
        #
        # for_each   target 指标、unit 单位，或其组成部分：item（节点、事项、对象）、entity（关口上的对象）、period（期）
        # severity   成立的条件中最重的为准
        # clear      成立则预警结束；for：条件须持续多久
        rules:
          - id: behind-plan
            for_each: target
            where: kind in ["count", "ratio"]
            severity:
              critical: pace_ratio < 0.60
              warning: pace_ratio < 0.85
            clear: pace_ratio >= 0.90
            for: 2 periods
            message: "{target.label} 完成 {value}/{goal}（{progress | percent}），计划 {planned | percent}"

          - id: stage-overdue
            for_each: item
            where: kind == "milestone"
            severity:
              warning: item.overdue
            message: "{target.label}“{item.label}”逾期：应于 {item.due | date} 完成"

          - id: report-missing
            for_each: unit
            severity:
              warning: report_state == "missing"
            message: "{unit.label} 未报送“{target.label}”（截至 {ref | date}）"

        """
}
