extension Mistake {
    private static let notify = "config/notify.yaml"

    static let inChannels = [
        Mistake("channel-of-no-kind", notify, "    file: {folder: notices}\n", ""),
        Mistake(
            "channel-of-two-kinds", notify, "{folder: notices}\n", "{folder: notices}\n    command: {run: /bin/a}\n"),
        Mistake("channel-of-a-kind-misspelt", notify, "wecom:", "wecmo:"),
        Mistake("two-channels-of-one-name", notify, "id: hook\n    webhook", "id: bell\n    webhook"),
        Mistake("folder-of-reports", notify, "folder: notices", "folder: inbox/notices"),
        Mistake("program-by-its-name", notify, "/usr/bin/ring", "ring"),
        Mistake("timeout-of-an-hour", notify, "timeout: 20s", "timeout: 1h"),
        Mistake("password-in-the-file", notify, "{credential: smtp}", "hunter2"),
        Mistake("secret-in-two-places", notify, "{credential: smtp}", "{credential: smtp, file: /a}"),
        Mistake(
            "password-in-clear", notify, "host: smtp.example.org", "host: smtp.example.org\n      encryption: none"),
        Mistake("sender-without-an-address", notify, "Depot <depot@example.org>", "Depot"),
        Mistake("address-without-a-scheme", notify, "http://127.0.0.1:8080", "127.0.0.1:8080"),
        Mistake("label-of-kpid", notify, "{team: depot}", "{severity: high}"),
        Mistake("channel-that-nobody-uses", notify, "{id: bell, channel: bell}", "{id: bell, channel: box}"),
    ]

    static let inRecipients = [
        Mistake("unknown-channel", notify, "channel: post", "channel: psot"),
        Mistake("two-recipients-of-one-name", notify, "id: bell, channel: bell", "id: halls, channel: bell"),
        Mistake("recipient-called-owner", notify, "id: archive,", "id: owner,"),
        Mistake("mail-to-nowhere", notify, "    address: meyer@example.org\n", ""),
        Mistake("mail-to-no-address", notify, "meyer@example.org", "meyer"),
        Mistake(
            "one-address-for-two", notify, "  - {id: archive, channel: box}\n",
            "  - {id: archive, channel: box}\n  - {id: second, channel: post, address: meyer@example.org}\n"),
        Mistake("address-of-a-bot", notify, "channel: group,", "channel: group, address: a@example.org,"),
        Mistake("owner-of-nothing", notify, "owns: A. Meyer", "owns: [A. Mayer, B. Roth]"),
        Mistake("grouped-by-an-alertmanager", notify, "channel: am,", "channel: am, grouped: true, ends: false,"),
        Mistake("digest-of-an-alertmanager", notify, "channel: am,", "channel: am, digest: {every: daily},"),
        Mistake("at-once-without-a-digest", notify, "    digest: {every: weekly, on: fri, at: 16:00}\n", ""),
        Mistake("day-of-a-daily-digest", notify, "every: weekly", "every: daily"),
        Mistake("hour-of-a-digest-by-periods", notify, "{every: period_end}", "{every: period_end, at: 10:00}"),
        Mistake("repeated-at-every-moment", notify, "repeat: 3 working days", "repeat: 0h"),
        Mistake("recipient-whom-no-route-reaches", notify, "    to: bell\n", "    to: archive\n"),
    ]

    static let inRoutes = [
        Mistake("route-to-a-stranger", notify, "to: [halls, owner]", "to: [hals, owner]"),
        Mistake("route-to-nobody", notify, "to: hook", "to: []"),
        Mistake("route-to-owners-that-nobody-is", notify, "    owns: A. Meyer\n", ""),
        Mistake(
            "unknown-names-in-a-route",
            [
                Edit(notify, "unit: [South Hall, north]", "unit: [Soth Hall, north]"),
                Edit(notify, "rule: {not: met}", "rule: {not: mett}"),
                Edit(notify, "[critical, warning]", "[critical, warnign]"),
                Edit(notify, "section: 第一", "section: 第二十"),
                Edit(notify, "target: \"he*\"", "target: hevy"),
            ]),
        Mistake("target-by-its-former-name", notify, "target: \"he*\"", "target: third-hall"),
        Mistake("pattern-that-matches-nothing", notify, "\"he*\"", "\"hi*\""),
        Mistake(
            "words-that-no-target-has",
            [
                Edit(notify, "owner: A. Meyer, tag: floor", "owner: A. Mayer, tag: flour")
            ]),
        Mistake("nothing-in-a-list", notify, "[critical, warning]", "[]"),
        Mistake("unknown-condition", notify, "tag: floor", "tags: floor"),
        Mistake("quiet-in-working-hours", notify, "{from: 06:00, to: 18:00}", "{from: 18:00, to: 06:00}"),
        Mistake("two-quiet-times-of-one-name", notify, "{id: days-off}", "{id: nights}"),
        Mistake("everything-mutes", notify, "while: {rule: met}", "while: {}"),
        Mistake(
            "notifications-wrong-and-units-too",
            [
                Edit("config/units.yaml", "units:", "untis:"), Edit(notify, "channel: post", "channel: psot"),
                Edit(notify, "rule: met", "rule: mett"),
            ]),
    ]
}
