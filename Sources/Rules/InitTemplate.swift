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
        # The first day under these rules; owners brought by the migration hold from it on where the
        # export does not say since when. Without it: the first night's date.
        #go_live: 2026-09-01
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

        claims:
          # Granted claims per salesperson and window; none: no limit.
          limit: 10
          # day, week (Monday to Sunday) or month.
          per: week
          # Claims and allocations together, in the same window. Without it: equal to the claim limit.
          #intake_limit: 20
          # Customers held at a time that are not won yet.
          #holding_limit: none
          # For so many days after it returned to the pool no former owner may have a customer back; 0: at once.
          #cooling_off_days: 30

        follow_up:
          # Day 0 is the day of the claim or of the last follow-up; one on the last day is in time.
          within_days: 7
          # What those days are: calendar or working.
          #days: calendar
          # When overdue customers are taken back: on any day (calendar), or only on working days (working).
          #recycle_on: working
          # listed: take back only what an earlier night listed as due; none: without asking.
          #require_reminder: listed
          # A customer is on its owner's worklist from so many days before the deadline on.
          #remind_days_before: 2
          # Channels of follow-ups that count; an empty list: all of them.
          #human_channels: []
          # Shorter notes do not count.
          #minimum_note_characters: 0
          # Customers with an open deal are not taken back.
          #exempt_open_deals: true
          # Customers of these levels (A, B, C) are not taken back.
          #exempt_levels: []
          # Nothing is taken back while its owner is on leave.
          #pause_on_leave: true

        # What last month's results change: the first level whose conditions are all met. Conditions are
        # revenue_at_least, won_deals_at_least and compliance_at_least (0.9: 90 % of follow-ups in time);
        # claim_limit, intake_limit and holding_limit replace those of 'claims'. The last has no conditions.
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
          # Which customers come first: score, newest_first or oldest_first (by the time in the pool).
          order: score
          # Customers a night at most.
          #per_night: none
          # Of every pseudo-random choice: the same seed makes the same night.
          #seed: 1

        # When the list of follow-ups counts as missing, so that nothing is taken back. follow_ups: files (a night
        # without them suspends recycling), or none (follow-ups are typed in). maximum_age_days: of the newest one.
        #feeds: {follow_ups: files, maximum_age_days: 3}

        # The sender, who gets the management report, and whether salespeople with an address get their worklist.
        # Until mail is set up, messages are files in outbox/.
        #mail: {from: gonghai@localhost, managers: [sales-director@example.com], worklists: true}

        """
}
