extension Rules {
    /// The gonghai.yaml that `gonghai init` writes: the classic case in active lines, every other key with its default
    /// behind a `#` without a blank, so that taking the `#` out is all it needs.
    package static let template = """
        # The rules of this workspace. Lines that begin with '# ' explain; a '#' right before a key
        # switches a line off that shows the default or an example: take the '#' out and change the value.
        # 'none' means no limit. 'gonghai rules' says all of it in plain sentences, in Chinese and English.

        # As it appears in reports.
        #company: Example Ltd
        # One IANA time zone; a day is a calendar day in it.
        time_zone: Asia/Shanghai
        # Reports are written in each, mails in the first: zh-CN, en.
        languages: [zh-CN, en]
        # ISO 4217, of amounts that name no currency.
        #currency: CNY
        # observe: nights decide and report what they would take back and give to whom, and change no owner; live: they do it.
        #mode: live
        # The first day under these rules; owners brought by the migration hold from it on where the
        # export does not say since when. Without it: the first night's date.
        #go_live: 2026-09-01
        # Who held a customer before that day keeps it for so many days from it on (without it: within_days), and
        # then at most this share of an owner's book goes back in one night.
        #go_live_grace_days: 14
        #go_live_share_per_night: 0.1
        # The day (1 to 28) on which a month of the monthly report begins; 26: November is 26 October to 25 November.
        #fiscal_month_starts_on: 1
        # What counts as revenue: payments or deals (won ones), never both.
        #revenue_from: payments

        # The systems that exports come from, most trusted first. 'files' recognises a file by its name,
        # 'profile' is one of 'gonghai profiles'; both can be left out. 'ownership' says who may give a customer
        # another owner after go-live: gonghai (the lists never do), source (a changed owner in its list does), or
        # ask (it is listed in ownership-conflicts.csv for a decision).
        #sources: [{name: crm-a, files: "*crm-a*", profile: wukong}, {name: erp, files: "*erp*", ownership: gonghai}]

        # What customers may need, and the words that mean it.
        #needs: [{name: MES, synonyms: [制造执行系统, manufacturing execution]}, {name: ERP}]

        # What makes a customer large, medium, small or micro. cn2017: the National Bureau of Statistics' rule of 2017, by
        # industry; eu: the recommendation 2003/361/EC, by employees and by revenue or assets in EUR; custom: the first of
        # large, medium and small all of whose lower bounds are reached, micro otherwise. After a change, 'gonghai classify'
        # judges every customer anew.
        #size: {scheme: custom, large: {employees: 500, revenue: 100000000}, medium: {employees: 50, revenue: 10000000}, small: {employees: 10, assets: 1000000}}

        # Points by which a customer gets a level where no list gives one: for its value (expected), revenue (a year's), size
        # and last_follow_up (as its lists give it); of each the first step that holds counts. From 'a' points on it is an A,
        # from 'b' on a B, otherwise a C; one of whom nothing of it is known gets none, and a level that a list gives wins.
        # Points are counted when a customer comes or changes, and by 'gonghai classify'.
        #level: {value: [{at_least: 1000000, points: 3}, {at_least: 100000, points: 1}], revenue: [{at_least: 50000000, points: 2}], size: [{sizes: [large, medium], points: 2}], last_follow_up: [{within_days: 30, points: 1}], a: 5, b: 2}

        # Several pools: a customer falls into the first one that fits by levels, sizes, sources, industries, regions
        # or needs; the last takes the rest. Only its members may claim from it and are allocated from it: by teams,
        # reps or member_regions (a rep's regions); a pool without members is everybody's. 'tiers' lets only some in.
        #pools: [{name: east, regions: [江苏, 浙江, 上海], teams: [East]}, {name: rest}]

        claims:
          # Granted claims per salesperson and window; none: no limit.
          limit: 10
          # day, week (Monday to Sunday), month, or rolling: the last rolling_days.
          per: week
          #rolling_days: 7
          # Claims and allocations together, in the same window. Without it: equal to the claim limit.
          #intake_limit: 20
          # Customers held at a time that are not won yet.
          #holding_limit: none
          # Of them, those with an open deal, or of these levels, need not count.
          #holding_excludes_open_deals: false
          #holding_excludes_levels: []
          # For so many days after it returned to the pool no former owner may have a customer back; 0: at once.
          #cooling_off_days: 30
          # So many days after it came to the pool a customer may be claimed. A tier with fewer chooses first.
          #claim_delay_days: 0
          # Of several who asked at the same moment: the better tier comes first (tier), or the request's id (none).
          #tie_priority: none

        follow_up:
          # Day 0 is the day of the claim or of the last follow-up; one on the last day is in time.
          within_days: 7
          # Until the first follow-up. Without it: within_days.
          #first_within_days: 3
          # Whatever the follow-ups, a customer goes back so many days after its owner got it: without an open deal;
          # not won. none: never.
          #opportunity_within_days: none
          #deal_within_days: none
          # Other numbers of days for some customers, by levels, sizes, sources, industries, regions or needs.
          #exceptions: [{levels: [A], within_days: 3}, {sources: [fair], first_within_days: 1}]
          # What those days are: calendar or working.
          #days: calendar
          # When overdue customers are taken back: on any day (calendar), or only on working days (working).
          #recycle_on: working
          # listed: take back only what an earlier night listed as due; delivered: only what an earlier night mailed to its
          # owner as due (an owner without an address keeps customers); none: without asking.
          #require_reminder: listed
          # A customer is on its owner's worklist from so many days before the deadline on.
          #remind_days_before: 2
          # From so many days before the deadline on it is on the managers' list too; none: never.
          #escalate_days_before: none
          # Channels of follow-ups that count; an empty list: all of them.
          #human_channels: []
          # Outcomes that count; an empty list: all of them.
          #human_outcomes: []
          # Shorter notes do not count.
          #minimum_note_characters: 0
          # A follow-up in time that was written down at most so many days later gives a customer back that was
          # taken back meanwhile; where somebody else has it by then, it is the manager's to decide. 0: never.
          #late_recording_days: 3
          # A night that would take back more than 50 customers, this share of all that are held, and twice what is
          # usual, stops and waits for 'gonghai run --approve recycling'; none: it never stops.
          #fuse_share: 0.05
          # Customers with an open deal are not taken back.
          #exempt_open_deals: true
          # Customers of these levels (A, B, C) are not taken back.
          #exempt_levels: []
          # 'gonghai lock' keeps a customer until a day, at most so many days ahead.
          #maximum_lock_days: 90
          # Nothing is taken back while its owner is on leave.
          #pause_on_leave: true

        # What last month's results change: the first level whose conditions are all met. Conditions are
        # revenue_at_least, won_deals_at_least and compliance_at_least (0.9: 90 % of follow-ups in time);
        # claim_limit, intake_limit, holding_limit and claim_delay_days replace those of 'claims'. The last has no conditions.
        tiers:
          levels:
            - {name: gold, revenue_at_least: 500000, compliance_at_least: 0.9, claim_limit: 15}
            - {name: silver, won_deals_at_least: 1, claim_limit: 12}
            - {name: standard}
          # Who started less than so many days ago is in this level; none: treated as everyone.
          #newcomer_days: 90
          #newcomer_tier: none

        # How the night hands out what nobody claimed.
        allocation:
          # first_come, rotation, load_balanced, tier_weighted, performance_first, screening, need_match,
          # experiment, or none: nothing is allocated.
          strategy: rotation
          # Which customers come first: score (fresh and valuable), expected (as score, and by how often history says
          # that such customers are won), newest_first or oldest_first. Oldest first costs most of all: in the world that
          # 'gonghai simulate' invents, nine tenths of the revenue of letting people claim.
          order: score
          # at_once: as soon as the limits leave room; even: in equal parts over the working days of 'per'.
          #pace: at_once
          # Customers a night at most.
          #per_night: none
          # Of every pseudo-random choice: the same seed makes the same night.
          #seed: 1
          # For need_match. alpha: what value counts for, from 0 (most conversions) to 1 (most revenue). Customers per
          # salesperson and 'per': at_least for everybody, on_average over all; 'claims.intake_limit' is the most. Who got
          # less than value_floor of the mean value in 28 days comes first. exploration: from 0 to 1, try what is uncertain.
          #need_match: {alpha: 0.5, at_least: 0, on_average: none, value_floor: 0, exploration: 0}
          # For screening: the first rule that lets a customer through says who takes turns; none: it stays in the pool.
          # Filters are industries, sizes, regions, needs and levels, takers reps and teams.
          #screening: [{industries: [C], sizes: [large], teams: [key accounts]}, {}]
          # For experiment: each customer goes by one of the strategies, at random in these shares.
          #experiment: [{strategy: rotation, share: 1}, {strategy: need_match, share: 1}]

        # When the list of follow-ups counts as missing, so that nothing is taken back. follow_ups: files (a night
        # without them suspends recycling), or none (follow-ups are typed in). maximum_age_days: of the newest one.
        # minimum_share: files with fewer rows than this share of the usual number are taken as cut off; none: never.
        #feeds: {follow_ups: files, maximum_age_days: 3, minimum_share: 0.2}

        # Who gets mail, and how it leaves. Until 'transport' says otherwise, mails are files in outbox/.
        mail:
          # The sender of every mail.
          from: gonghai@localhost
          # Get the management report.
          #managers: [sales-director@example.com]
          # Whether salespeople with an address get their worklist.
          #worklists: true
          # When those who lead reps ('manager_email' of the roster) get the coaching page of theirs, where one of them stands
          # out: weekly (with Sunday's night), daily or none.
          #coaching: weekly
          # Are told when a night fails or mails stay undelivered.
          #administrators: [it@example.com]
          # eml: files in outbox/; sendmail: the system's program; smtp: a server.
          #transport: eml
          # Always encrypted: security is starttls (which the server must offer) or tls; auth is plain, login or xoauth2.
          # The password stands in $GONGHAI_SMTP_PASSWORD, in the systemd credential gonghai-smtp-password, or in a file
          # of mode 0600. 'ca_file' replaces the system's certificates; 'timeout_seconds' is for each answer.
          #smtp: {host: mail.example.com, port: 587, security: starttls, user: gonghai, auth: plain, password_file: smtp-password, ca_file: ca.pem, timeout_seconds: 600}
          #sendmail: /usr/sbin/sendmail
          # Mail goes to addresses in these domains only; an empty list: in any.
          #domains: []
          # More people at once stop the sending until 'gonghai send --approve recipients'.
          #maximum_recipients: 500
          # Mails a minute at most.
          #per_minute: none
          # Minutes to wait after a first, second, … refusal for now, and the hour at which a mail is given up.
          #retry_minutes: [1, 2, 4, 8, 15, 30]
          #retry_until: "10:00"
          # A mail that may have arrived, because the answer to it was lost: resend it under the same Message-ID, or
          # hold it for a person.
          #after_dot: resend
          # Of nights that are caught up after a pause: mail the latest, or each.
          #catch_up: latest
          # For so many days the store keeps what was sent.
          #keep_days: 30

        # When nights are run ('gonghai schedule', 'gonghai daemon'), and who is told how they went: a file for
        # Prometheus' textfile collector, and a URL that is asked at start (/start), success and failure (/EXIT_CODE);
        # $GONGHAI_HEARTBEAT_URL comes before it.
        operation:
          night_at: "01:30"
          #metrics_file: /var/lib/prometheus/node-exporter/gonghai.prom
          #heartbeat_url: https://hc.example.com/ping/key

        """
}
