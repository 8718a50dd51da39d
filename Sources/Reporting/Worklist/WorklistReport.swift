import Records
import Rules

/// A page for every rep who works or has something to do.
struct WorklistReport: Report {
    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        Self.worklists(night, press).map { worklist in
            ReportFile(name: Self.fileName(worklist.standing.rep.id), text: press.print("worklist", worklist.view))
        }
    }

    static func worklists(_ night: Night, _ press: Press) -> [Worklist] {
        let index = WorklistIndex(night)
        let page = press.page(night, night.rules.firstLanguage)
        return night.reps.standings
            .filter { $0.rep.isActive || index.hasContent($0.rep.id) }
            .map { Worklist(standing: $0, page: page, index: index) }
    }

    /// `worklist-<source>-<id>-<six digits of a hash>.html`: safe in any file system, and no two reps share one.
    static func fileName(_ rep: RepID) -> String {
        var name = ""
        for byte in rep.rawValue.utf8.prefix(60) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: name.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
            }
        }
        let digest = Identity.digest(rep.rawValue.utf8).prefix(6)
        return "worklist-\(name.isEmpty || name.hasSuffix("-") ? name : name + "-")\(digest).html"
    }
}
