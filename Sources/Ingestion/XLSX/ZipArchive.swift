import CZip
import Records

/// Reads the entries of a ZIP file through libzip, one by one and piece by piece, within limits.
final class ZipArchive {
    struct Entry {
        var name: String
        fileprivate var index: UInt64
        fileprivate var size: UInt64
        fileprivate var packed: UInt64
        fileprivate var isEncrypted: Bool
    }

    /// Limits of what an archive may unpack to (OPERATIONS.md, "Input attacks"): deflate makes a thousand bytes of one.
    enum Limits {
        static let entries = 10_000
        /// Of one entry; a sheet of a million rows and a hundred columns is smaller.
        static let bytes: UInt64 = 1 << 33
        /// How many times larger than its packed form an entry may be, where it is larger than `freeBytes`.
        static let ratio: UInt64 = 300
        static let freeBytes: UInt64 = 1 << 24
    }

    let file: String
    private(set) var entries: [Entry] = []

    static func begins(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// The entry of this name; case and the direction of slashes are not told apart, as some writers are careless.
    func entry(_ name: String) -> Entry? {
        entries.first { $0.name == name } ?? entries.first { Self.folded($0.name) == Self.folded(name) }
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().replacing("\\", with: "/")
    }

    private func broken(_ why: String) -> InputError {
        InputError(
            file: file, message: "this ZIP archive, or workbook, cannot be unpacked: \(why)",
            advice: ["The file is damaged or was cut off: export or copy it again.", nothingImported])
    }

    private func refused(_ what: String) -> InputError {
        InputError(
            file: file, message: "the workbook is refused: \(what)",
            advice: ["No export of customers looks like this: check where the file comes from.", nothingImported])
    }

    private func check(_ entry: Entry) throws(InputError) {
        if entry.isEncrypted {
            throw InputError(
                file: file, message: "the workbook's '\(entry.name)' has a password",
                advice: ["Open it in Excel or WPS, save it without a password, and import that file.", nothingImported])
        }
        guard entry.size <= Limits.bytes else { throw refused("its '\(entry.name)' unpacks to more than 8 GB") }
        let isDense = entry.size > Limits.freeBytes && entry.size / max(1, entry.packed) > Limits.ratio
        if isDense { throw refused("its '\(entry.name)' unpacks to more than \(Limits.ratio) times its size") }
    }

    private let archive: OpaquePointer
    /// What libzip reads from where the file is in memory; it must stay where it is.
    private let memory: UnsafeMutableRawBufferPointer?

    init(_ bytes: FileBytes) throws(InputError) {
        file = bytes.shownAs
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        var room: UnsafeMutableRawBufferPointer?
        let source: OpaquePointer?
        switch bytes.origin {
        case .file(let path): source = zip_source_file_create(path, 0, -1, &error)
        case .memory(let content):
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 1)
            copy.copyBytes(from: content)
            source = zip_source_buffer_create(copy.baseAddress, UInt64(content.count), 0, &error)
            room = copy
        }
        memory = room
        guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            if let source { zip_source_free(source) }
            room?.deallocate()
            let why = String(cString: zip_error_strerror(&error))
            throw InputError(
                file: bytes.shownAs, message: "this ZIP archive, or workbook, cannot be unpacked: \(why)",
                advice: ["The file is damaged or was cut off: export or copy it again.", nothingImported])
        }
        self.archive = archive
        try list()
    }

    deinit {
        zip_discard(archive)
        memory?.deallocate()
    }

    private func list() throws(InputError) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Limits.entries else { throw refused("it has more than \(Limits.entries) parts") }
        for index in 0..<UInt64(max(0, count)) {
            var stat = zip_stat_t()
            zip_stat_init(&stat)
            guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { continue }
            entries.append(
                Entry(
                    name: String(cString: name), index: index, size: stat.size, packed: stat.comp_size,
                    isEncrypted: stat.encryption_method != ZIP_EM_NONE))
        }
    }

    /// Gives the entry's bytes to `visit`, piece by piece.
    func read(_ entry: Entry, _ visit: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try check(entry)
        guard let stream = zip_fopen_index(archive, entry.index, 0) else {
            throw broken(String(cString: zip_strerror(archive)))
        }
        defer { zip_fclose(stream) }
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { room.deallocate() }
        var total: UInt64 = 0
        while true {
            let count = zip_fread(stream, room.baseAddress, UInt64(room.count))
            if count < 0 { throw broken("its '\(entry.name)' is damaged") }
            if count == 0 { break }
            total += UInt64(count)
            // What the directory says of the size may be a lie.
            if total > entry.size { throw refused("its '\(entry.name)' is larger than it says") }
            try visit(UnsafeBufferPointer(rebasing: room[0..<Int(count)]))
        }
        if total < entry.size { throw broken("its '\(entry.name)' is cut off") }
    }
}
