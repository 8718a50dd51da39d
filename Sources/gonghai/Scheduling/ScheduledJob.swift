import Records

/// A workspace's nights as something to be scheduled.
struct ScheduledJob {
    typealias File = (name: String, text: String)

    var folder: String
    /// The full path of `gonghai`.
    var program: String
    var user: String
    var zone: String
    /// The time of day of the night.
    var secondOfDay: Int
    var usesSendmail = false
    var image = ""

    var hour: Int { secondOfDay / 3600 }
    var minute: Int { secondOfDay / 60 % 60 }
    /// The workspace's own name, as units may be called: `gonghai-sales`.
    var name: String {
        let last = folder.split(separator: "/").last ?? "workspace"
        let plain = last.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                ? Character(scalar) : "-"
        }
        return "gonghai-" + String(plain).lowercased()
    }

    func files(for scheduler: Scheduler) -> [File] {
        switch scheduler {
        case .systemd:
            [("\(name).service", SystemdUnits(job: self).service), ("\(name).timer", SystemdUnits(job: self).timer)]
        case .cron: [("\(name).cron", cronTable)]
        case .kubernetes: [("\(name).yaml", CronJob(job: self).text)]
        }
    }

    private var cronTable: String {
        // In a crontab % ends the command; a shell reads the rest.
        let run = "\(Self.shell(program)) run -w \(Self.shell(folder))".replacing("%", with: "\\%")
        let send = "\(Self.shell(program)) send --wait -w \(Self.shell(folder))".replacing("%", with: "\\%")
        return """
            # /etc/cron.d/\(name): the nights of \(Self.comment(folder)).
            #
            # Times are in the zone of CRON_TZ. Debian's own cron does not know it and reads the system's zone
            # instead: set that to \(zone), or use cronie or systemd.
            # gonghai locks its workspace itself: a second start ends at once with 75 and does nothing, and nights
            # that were missed while the machine was off are caught up by the next.
            # Output goes to MAILTO; exit codes: gonghai --help.
            CRON_TZ=\(zone)
            MAILTO=root
            # The password of the mail server: a file of mode 0600, named in gonghai.yaml (mail.smtp.password_file).
            \(minute) \(hour) * * * \(user) umask 077; \(run); [ $? -le 1 ] && \(send)

            """
    }

    /// A word of a shell, in quotes where it needs them.
    static func shell(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    /// On one line, whatever a folder is called.
    static func comment(_ text: String) -> String { Console.printable(text).replacing("\n", with: " ") }
}
