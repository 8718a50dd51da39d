import Records

extension ExportFile {
    static func openTable(_ look: FileLook, _ options: ImportOptions) throws -> ExportFile {
        let guess = try look.dialect(options)
        if let file = try openHeaderless(look, guess, options) { return file }
        var layout = try look.tableLayout(options, guess)
        let file = look.bytes.shownAs
        if RejectColumns.isProblems(layout.cells) {
            throw InputError(
                file: file, line: layout.headerLine,
                message: "this lists values that were not understood; it holds no rows to import",
                advice: ["Correct them in the original export and import that again.", nothingImported])
        }
        let isRejects = RejectColumns.begin(layout.cells)
        let skipped = isRejects ? RejectColumns.names.count : 0
        let header = Array(layout.cells.dropFirst(skipped))
        let list = try choose(
            ProfileDetection.Question(
                header: header, file: file, headerLine: layout.headerLine, headerExcerpt: layout.excerpt,
                entity: options.entity, profile: options.profile, map: options.map))
        // A rejects file is written as this program writes, whatever its list is like.
        if !isRejects, layout.dialect.comment.isEmpty { layout.guess.dialect.comment = list.list.table.comment }
        return ExportFile(
            look, list, header: header, layout: .table(layout, skipped: skipped), options: options,
            rejectBatches: isRejects ? try rejectBatches(look, layout) : [],
            sample: sample(look, layout).map { Array($0.dropFirst(skipped)) })
    }

    /// A file whose first row is a record: its columns are a profile's, or numbers where the user says that it has none.
    private static func openHeaderless(
        _ look: FileLook, _ guess: DialectGuess, _ options: ImportOptions
    ) throws -> ExportFile? {
        guard options.headerLine == nil else { return nil }
        let profiles = options.profile.map { name in Profiles.builtIn.filter { $0.name == name } } ?? Profiles.builtIn
        let matches = HeaderlessLists.matches(
            look.text, isWhole: look.isWhole, guess, profiles: profiles, entity: options.entity)
        if let match = matches.first {
            if matches.count > 1 { throw undecided(matches, look.bytes.shownAs) }
            let layout = CSVLayout(
                match.guess, columns: match.list.table.columns, reason: "a profile knows its columns")
            var question = ProfileDetection.Question(
                header: layout.cells, file: look.bytes.shownAs, headerLine: 1, entity: match.list.entity,
                profile: match.profile.name, map: options.map)
            question.headerless = match.list
            var list = try ProfileDetection.choose(question)
            list.reason = match.reason
            return ExportFile(
                look, list, header: layout.cells, layout: .table(layout, skipped: 0), options: options,
                rejectBatches: [], sample: sample(look, layout))
        }
        guard options.hasNoHeader else { return nil }
        let rows = CSVLayout.candidates(look.text, isWhole: look.isWhole, guess.dialect, limit: 200)
        let width = rows.map(\.cells.count).max() ?? 0
        let layout = CSVLayout(guess, columns: (0..<width).map { String($0 + 1) }, reason: "the options say so")
        let list = try ProfileDetection.choose(
            ProfileDetection.Question(
                header: layout.cells, file: look.bytes.shownAs, headerLine: 1, entity: options.entity,
                profile: options.profile, map: options.map))
        return ExportFile(
            look, list, header: layout.cells, layout: .table(layout, skipped: 0), options: options, rejectBatches: [],
            sample: rows.map(\.cells))
    }

    /// The cells of the first rows below the header.
    private static func sample(_ look: FileLook, _ layout: CSVLayout) -> [[String]] {
        CSVLayout.candidates(look.text, isWhole: look.isWhole, layout.dialect, limit: 1_000)
            .filter { $0.line > layout.headerLine }.map(\.cells)
    }

    private static func choose(_ question: ProfileDetection.Question) throws(InputError) -> DetectedList {
        do {
            return try ProfileDetection.choose(question)
        } catch {
            guard error.message.hasPrefix("no header row") else { throw error }
            var advised = error
            advised.advice.insert(
                "Or import it as it is, its columns called 1, 2 …:  gonghai import --as ENTITY --no-header --map FIELD=NUMBER "
                    + question.file, at: max(0, error.advice.count - 1))
            throw advised
        }
    }

    private static func undecided(_ matches: [HeaderlessLists.Match], _ file: String) -> InputError {
        let lists = matches.map { "'\($0.profile.name)' (\($0.list.entity.rawValue))" }
        return InputError(
            file: file, line: 1,
            message: "the file has no header, and its rows fit several lists: "
                + lists.joined(separator: ", "),
            advice: [
                "Say which it is:  gonghai import --profile NAME --as ENTITY \(file)",
                "Or put a row with the names of the columns above it.",
                nothingImported,
            ])
    }

    /// The values of `reject_batch`.
    static func rejectBatches(_ look: FileLook, _ layout: CSVLayout) throws -> [String] {
        var batches: [String] = []
        if let sheet = look.sheet {
            try sheet.forEach(width: layout.cells.count) { row in
                guard row.line > layout.headerLine else { return }
                let batch = row.cells()[0]
                if !batch.isEmpty, !batches.contains(batch) { batches.append(batch) }
            }
            return batches
        }
        var text = try TextStream(look.bytes, encoding: look.encoding)
        var reader = CSVReader(layout.dialect, width: layout.cells.count, headerLine: layout.headerLine)
        try reader.forEach(in: &text) { row in
            guard case .cells = row.shape, row.line > layout.headerLine else { return }
            let batch = row.cells()[0]
            if !batch.isEmpty, !batches.contains(batch) { batches.append(batch) }
        }
        return batches
    }
}
