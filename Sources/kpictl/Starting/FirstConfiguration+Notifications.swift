extension FirstConfiguration {
    static let englishNotifications = """
        # Who is told of alerts, over what, and when not. As it stands, every change becomes a file in the state directory.
        channels:                           # also: mail, wecom, dingtalk, feishu, command, webhook, alertmanager
          - id: files
            file: {folder: notices}         # within the state directory; or an absolute path

          # - id: post
          #   mail:
          #     host: smtp.example.org
          #     login: {user: kpid, password: {file: /etc/kpid/smtp-password}}   # where it is kept, never the word itself
          #     from: Our Organisation <kpid@example.org>

        recipients:
          - {id: archive, label: Archive of notices, channel: files}

          # - id: ann
          #   label: Ann
          #   channel: post
          #   address: ann@example.org
          #   owns: [Team North]              # targets with 'owner: Team North' are hers: a route to 'owner' finds her
          #   repeat: 3 working days          # an alert that goes on is told again (left out: never)
          #   digest: {every: weekly, on: mon, at: 09:00}   # what changed, together (left out: told within minutes)
          #   at_once: critical               # is told without waiting for the digest

        routes:                             # all that match count; without 'when': every alert
          - to: archive
          # - {when: {severity: [critical, warning], unit: north}, to: [ann, owner]}

        quiet:                              # days off, and outside these hours; what changed is told afterwards
          # - {id: nights, when: {severity: {not: critical}}, outside: {from: 08:30, to: 17:30}}

        inhibit:                            # while one alert fires, others would only say the same
          - id: report-first                # where a report is missing, that its target falls behind is no news
            while: {rule: report-missing}
            mutes: {rule: behind-plan}
            same: target

        """

    static let chineseNotifications = """
        # 哪些预警告诉谁、用什么方式、何时不打扰。照现在的写法，每次变化都写成状态目录里的一个文件。
        channels:                           # 方式；还有 mail 邮件、wecom 企业微信、dingtalk 钉钉、feishu 飞书、
          - id: files                       # command 程序、webhook、alertmanager
            file: {folder: notices}         # 在状态目录内；也可写绝对路径

          # - id: post
          #   mail:
          #     host: smtp.example.org
          #     login: {user: kpid, password: {file: /etc/kpid/smtp-password}}   # 只写密码存在哪里，不写密码本身
          #     from: 我们单位 <kpid@example.org>

          # - id: group
          #   wecom: {address: {file: /etc/kpid/wecom-address}}   # 群机器人的整个地址存在这个文件里

        recipients:                         # 告诉谁
          - {id: archive, label: 通知存档, channel: files}

          # - id: zhang
          #   label: 张三
          #   channel: post
          #   address: zhang@example.org
          #   owns: [组织人事部]              # 写有 owner: 组织人事部 的指标归他负责，路由里的 owner 就找到他
          #   repeat: 3 working days          # 预警持续时隔多久再说一次（不写：不再说）
          #   digest: {every: weekly, on: mon, at: 09:00}   # 汇总；不写则几分钟内就说
          #   at_once: critical               # 严重的不等汇总
          # - {id: office, label: 办公室群, channel: group}

        routes:                             # 凡符合的都算；不写 when：所有预警
          - to: archive
          # - {when: {severity: [critical, warning], unit: 北区}, to: [zhang, office, owner]}

        quiet:                              # 休息日和这些钟点以外不打扰，过后再说变化
          # - {id: nights, when: {severity: {not: critical}}, outside: {from: 08:30, to: 17:30}}

        inhibit:                            # 一个预警在时，另一些只是重复
          - id: report-first                # 有单位没有报送，该指标落后就不必另说
            while: {rule: report-missing}
            mutes: {rule: behind-plan}
            same: target

        """
}
