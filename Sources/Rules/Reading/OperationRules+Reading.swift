import Records

extension OperationRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        if let setting = section.setting("night_at") { nightAtSecondOfDay = try setting.secondOfDay() }
        if let setting = section.setting("metrics_file") { metricsFile = try setting.text() }
        if let setting = section.setting("heartbeat_url") {
            let url = try setting.text()
            guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(" ") else {
                throw setting.wrong("is no URL", expected: "A URL that begins with https:// is expected.")
            }
            heartbeatURL = url
        }
        try section.finish()
    }
}
