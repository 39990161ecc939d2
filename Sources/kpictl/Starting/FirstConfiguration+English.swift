extension FirstConfiguration {
    var english: Texts {
        Texts(
            settings: englishSettings, units: Self.englishUnits, registers: Self.englishRegisters,
            targets: englishTargets, notifications: Self.englishNotifications, policies: Self.englishPolicies,
            rules: Self.englishRules)
    }

    private var englishSettings: String {
        """
        # Settings of kpid. After a change: kpictl check, then systemctl reload kpid. A mistake keeps the old ones running.
        version: 1                        # of this format

        organisation: Our Organisation    # who this is about; or in two languages: {en: Our Organisation, zh: 我们单位}

        language: en                      # of status.txt and of the log's words: en or zh

        zone: \(zone)

        # Holidays: put a file such as calendars/here-\(year).yaml beside this one, and name its calendar here. Without one,
        # every day but Saturday and Sunday is a working day.
        #     calendar: here
        #     year: \(year)
        #     holidays:
        #       - {name: New Year, from: \(year)-01-01}
        # calendar: here

        reporting:                        # how units report, unless a target says otherwise
          frequency: monthly              # daily, weekly, monthly, quarterly, half_yearly or yearly
          deadline: {working_day: 5, at: 17:30}   # after the period; or {day: 10, at: 17:30}

        """
    }

    private static let englishUnits = """
        # Who reports: a tree under one root. A parent's figure is made of its children's.
        #
        # id       what reports and targets write           label    what people read
        # parent   left out for the root alone              level    a word of your own, for rules to choose by
        # aliases  what people type instead                 active_from, active_to   when reports are expected
        units:
          - {id: all, label: Our Organisation, level: whole}
          - {id: north, parent: all, label: Team North, level: team, aliases: [N]}
          - {id: south, parent: all, label: Team South, level: team}

        """

    private static let englishRegisters = """
        # Registers: lists of dated things that targets are counted from. Each is uploaded as inbox/registers/NAME.csv, with
        # these columns in its first line. A '!' after a type: the cell may not be empty.
        registers:
          requests:                         # request_id,opened_on,unit,answered_on
            label: Requests
            key: request_id                 # a row with a known key is a new version of it
            from: opened_on                 # the day from which it is there
            unit: unit
            columns:
              request_id: text!
              opened_on: date!              # 2021-03-31
              unit: unit!
              answered_on: date

          steps:                            # stage,done_on
            label: Steps of the new website
            key: stage
            from: done_on
            columns:
              stage: text!
              done_on: date!

        """

    private var englishTargets: String {
        """
        # What was promised. Change a number, run kpictl check, and read what it says.
        section: Our year
        window: {from: \(first), to: \(last)}   # or for a calendar year: year: \(year)

        targets:
          # A count: figures add up. Each team reports its month; sent as
          #   kpictl report members.new 3 --unit north --period \(month)
          - id: members.new
            label: New members              # or in two languages: {en: New members, zh: 新会员}
            kind: count
            unit_of_measure: members        # what a report has to count, where it says so
            goal: {at_least: 120}           # by the window's last day; or {at_least: 120, due: \(end(after: 9))}
            frequency: monthly
            allocation: {north: 70, south: 50}   # each team's own goal; who has one, has to report
            policy: pace-standard           # how the light is given: see rules/policies.yaml

          # A ratio: of the requests that were opened, those that were answered. Counted from a register.
          - id: requests.answered
            label: Requests answered
            kind: ratio
            unit_of_measure: "%"
            baseline: 50%                   # where it begins; progress counts from here
            goal: {at_least: 90%}
            frequency: monthly
            register: {name: requests, numerator: answered_on <= ref}   # ref is the judged day
            policy: pace-standard

          # A milestone: stages with days of their own.
          - id: website
            label: The new website
            kind: milestone
            frequency: event
            stages:
              - {id: design, label: The design is agreed, due: \(end(after: 2))}
              - {id: test, label: It runs for a few, due: \(end(after: 5)), weight: 2}
              - {id: open, label: It is open to all, due: \(end(after: 8))}
            register: {name: steps, stage: stage, live: true}   # live: looked at every day, not at a month's end
            policy: pace-standard

        """
    }

    private static let englishPolicies = """
        # How numbers become a light. "On track" is a policy, not a fact: each target names the one it is judged by.
        #
        # by         pace_ratio, pace_ratio_periods, gap_pp, progress, completion, or held
        # bands      from best to worst, the first that holds gives the light: at_least, above, at_most, below
        # otherwise  the light where no band holds
        policies:
          - id: pace-standard
            label: Done, as a share of what was planned by now
            by: pace_ratio
            bands:
              on_track: at_least 0.95
              attention: at_least 0.85
              at_risk: at_least 0.60
            otherwise: off_track

          - id: threshold
            label: Held or not
            by: held
            otherwise: off_track

        """

    private static let englishRules = """
        # Which of all this is worth telling somebody. Conditions are expressions over the numbers of a target.
        #
        # for_each   target, unit, or a part: item (stage, item, member), entity (at a gate), period (of a cadence)
        # severity   the gravest condition that holds counts
        # clear      ends the alert; for: how long the condition must hold
        rules:
          - id: behind-plan
            for_each: target
            where: kind in ["count", "ratio"]
            severity:
              critical: pace_ratio < 0.60
              warning: pace_ratio < 0.85
            clear: pace_ratio >= 0.90
            for: 2 periods
            message: "{target.label}: {value} of {goal} ({progress | percent}) against plan {planned | percent}"

          - id: stage-overdue
            for_each: item
            where: kind == "milestone"
            severity:
              warning: item.overdue
            message: "{target.label}: '{item.label}' was due on {item.due | date}"

          - id: report-missing
            for_each: unit
            severity:
              warning: report_state == "missing"
            message: "{unit.label} has not reported on {target.label} (up to {ref | date})"

        """
}
