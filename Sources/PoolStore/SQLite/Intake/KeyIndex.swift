import GRDB
import Records

/// Hashes of keys with the records that have them, waiting to be indexed: eight bytes each.
struct KeyEntries {
    /// Sorted by hash within each bucket once `sort` was called.
    private(set) var buckets: [[UInt64]] = Array(repeating: [], count: 512)

    mutating func add(_ hash: KeyHash, _ record: Int, isReference: Bool) {
        buckets[KeyIndex.bucket(of: hash, isReference: isReference)].append(KeyIndex.entry(hash, record))
    }

    mutating func takeBucket(_ bucket: Int) -> [UInt64] {
        var entries = buckets[bucket]
        buckets[bucket] = []
        entries.sort()
        return entries
    }
}

/// Finds the records that may have a key, by its hash.
///
/// An index of SQLite's own over ten keys a record would take longer to write than the records do, and more room. Here a
/// page holds some hundred sorted entries of one bucket (the hash's upper 8 bits), each an entry of 32 further bits and
/// the record's number. Entries are never removed: a record that no longer has the key, and another key of the same hash,
/// are told by looking at the record.
///
/// The keys of a few new records hit a page each, all over a large pool. So they wait in one further page of each bucket,
/// which is written instead, until it is full.
final class KeyIndex {
    private static let pageLength = 480

    private let find: RawStatement
    private let following: RawStatement
    private let end: RawStatement
    private let insert: RawStatement
    private let update: RawStatement
    private let delete: RawStatement

    init(_ db: Database) throws {
        find = try RawStatement(
            db,
            "SELECT number, first, entries FROM key_pages WHERE bucket = ? AND first <= ? ORDER BY first DESC LIMIT 1")
        following = try RawStatement(
            db, "SELECT number, first, entries FROM key_pages WHERE bucket = ? AND first > ? ORDER BY first LIMIT 1")
        end = try RawStatement(
            db, "SELECT first FROM key_pages WHERE bucket = ? AND first > ? ORDER BY first LIMIT 1")
        insert = try RawStatement(db, "INSERT INTO key_pages (bucket, first, entries) VALUES (?, ?, ?)")
        update = try RawStatement(db, "UPDATE key_pages SET first = ?, entries = ? WHERE number = ?")
        delete = try RawStatement(db, "DELETE FROM key_pages WHERE number = ?")
    }

    static func bucket(of hash: KeyHash, isReference: Bool) -> Int { Int(hash.bits >> 32) + (isReference ? 256 : 0) }

    /// Where new entries of a bucket wait: one page.
    private static func waiting(_ bucket: Int) -> Int { bucket + 512 }

    static func entry(_ hash: KeyHash, _ record: Int) -> UInt64 {
        hash.bits << 32 | UInt64(UInt32(truncatingIfNeeded: record))
    }

    /// The records that may have the key, ascending.
    func records(_ hash: KeyHash, isReference: Bool) throws -> [Int] {
        let bucket = Self.bucket(of: hash, isReference: isReference)
        let upper = hash.bits & 0xFFFF_FFFF
        let waiting = try page(Self.waiting(bucket), upTo: .max)?.records(upper) ?? []
        return Self.united(try records(bucket: bucket, upper: upper), waiting)
    }

    /// How many records may have each key. The keys are sorted, so that a page is read once for all of its keys.
    func counts(of hashes: [KeyHash]) throws -> [Int] {
        var (page, next, waiting): (Page?, Page?, Page?)
        var held = -1
        return try hashes.map { hash in
            let bucket = Self.bucket(of: hash, isReference: false)
            let upper = hash.bits & 0xFFFF_FFFF
            let low = upper << 32
            if held != bucket { waiting = try self.page(Self.waiting(bucket), upTo: .max) }
            let isHeld = held == bucket
            held = bucket
            let waits = waiting?.records(upper) ?? []
            if isHeld, let page, low >= page.first, next.map({ low | 0xFFFF_FFFF < $0.first }) ?? true {
                return Self.united(page.records(upper), waits).count
            }
            page = try self.page(bucket, upTo: low)
            next = try page.flatMap { try nextPage(bucket, after: $0.first) }
            return Self.united(try records(bucket: bucket, upper: upper), waits).count
        }
    }

    private func records(bucket: Int, upper: UInt64) throws -> [Int] {
        let low = upper << 32
        var records: [Int] = []
        var page = try page(bucket, upTo: low) ?? nextPage(bucket, after: low)
        while let current = page {
            if let first = current.entries.first, first >> 32 > upper { break }
            records += current.records(upper)
            if let last = current.entries.last, last >> 32 > upper { break }
            page = try nextPage(bucket, after: current.first)
        }
        return records
    }

    /// Indexes a bucket's entries, sorted, and tells of each hash that one of them has and several records share.
    func add(_ entries: [UInt64], to bucket: Int, sharing visit: ([Int]) throws -> Void) throws {
        guard !entries.isEmpty else { return }
        let former = try page(Self.waiting(bucket), upTo: .max)
        var waiting = Self.merged(former?.entries ?? [], entries[...])
        if waiting.count > Self.pageLength {
            try settle(waiting, in: bucket)
            waiting = []
        }
        try write(waiting, over: former, in: Self.waiting(bucket))
        guard bucket < 256 else { return }
        try visitShared(entries, bucket, waiting: Page(entries: waiting), visit)
    }

    /// Puts sorted entries where they stay.
    private func settle(_ entries: [UInt64], in bucket: Int) throws {
        var start = 0
        while start < entries.count {
            let page = try page(bucket, upTo: entries[start]) ?? nextPage(bucket, after: entries[start])
            let next = try page.flatMap { try self.end(of: bucket, after: max($0.first, entries[start])) }
            let end = next.flatMap { next in entries[start...].firstIndex { $0 >= next } }
            let stop = max(start + 1, end ?? entries.count)
            try write(Self.merged(page?.entries ?? [], entries[start..<stop]), over: page, in: bucket)
            start = stop
        }
    }

    /// Within the entries it is clear who shares a hash only where the index holds no other: so the index is asked, once
    /// for each hash.
    private func visitShared(
        _ entries: [UInt64], _ bucket: Int, waiting: Page, _ visit: ([Int]) throws -> Void
    ) throws {
        var index = 0
        var page: Page?
        var end: UInt64?
        while index < entries.count {
            let upper = entries[index] >> 32
            while index < entries.count, entries[index] >> 32 == upper { index += 1 }
            let low = upper << 32
            func isHeld() -> Bool {
                page.map { low >= $0.first && end.map { low | 0xFFFF_FFFF < $0 } ?? true } ?? false
            }
            if !isHeld() {
                page = try self.page(bucket, upTo: low)
                end = try page.flatMap { try self.end(of: bucket, after: $0.first) }
            }
            let settled = isHeld() ? page?.records(upper) ?? [] : try records(bucket: bucket, upper: upper)
            let records = Self.united(settled, waiting.records(upper))
            if records.count > 1 { try visit(records) }
        }
    }

    // MARK: Pages

    private struct Page {
        var number: Int64 = 0
        var first: UInt64 = 0
        var entries: [UInt64]

        /// Ascending.
        func records(_ upper: UInt64) -> [Int] {
            var low = 0
            var high = entries.count
            while low < high {
                let middle = (low + high) / 2
                if entries[middle] >> 32 < upper { low = middle + 1 } else { high = middle }
            }
            var records: [Int] = []
            while low < entries.count, entries[low] >> 32 == upper {
                records.append(Int(entries[low] & 0xFFFF_FFFF))
                low += 1
            }
            return records
        }
    }

    private func page(_ bucket: Int, upTo entry: UInt64) throws -> Page? { try page(find, bucket, entry) }
    private func nextPage(_ bucket: Int, after entry: UInt64) throws -> Page? { try page(following, bucket, entry) }

    /// Where the page that begins at `entry` ends: the first entry of the next one.
    private func end(of bucket: Int, after entry: UInt64) throws -> UInt64? {
        end.bind(1, bucket)
        end.bind(2, Self.signed(entry))
        defer { end.reset() }
        return try end.next() ? Self.unsigned(end.integer(0)) : nil
    }

    private func page(_ statement: RawStatement, _ bucket: Int, _ entry: UInt64) throws -> Page? {
        statement.bind(1, bucket)
        statement.bind(2, Self.signed(entry))
        defer { statement.reset() }
        guard try statement.next() else { return nil }
        let bytes = statement.blob(2)
        guard bytes.count % 8 == 0 else { throw StoreError.damaged("a page of the key index is cut") }
        let entries = bytes.withUnsafeBytes { buffer in
            (0..<buffer.count / 8).map {
                UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
            }
        }
        return Page(number: statement.integer(0), first: Self.unsigned(statement.integer(1)), entries: entries)
    }

    private func write(_ entries: [UInt64], over page: Page?, in bucket: Int) throws {
        if entries.isEmpty, let page {
            delete.bind(1, page.number)
            return try delete.run()
        }
        for start in stride(from: 0, to: entries.count, by: Self.pageLength) {
            let piece = entries[start..<min(entries.count, start + Self.pageLength)]
            guard let first = piece.first else { continue }
            if start == 0, let page {
                update.bind(1, Self.signed(first))
                update.bind(2, Self.bytes(piece))
                update.bind(3, page.number)
                try update.run()
            } else {
                insert.bind(1, bucket)
                insert.bind(2, Self.signed(first))
                insert.bind(3, Self.bytes(piece))
                try insert.run()
            }
        }
    }

    private static func bytes(_ entries: ArraySlice<UInt64>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 8)
        for entry in entries { withUnsafeBytes(of: entry.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Both sorted, each entry once.
    private static func merged(_ left: [UInt64], _ right: ArraySlice<UInt64>) -> [UInt64] {
        var merged: [UInt64] = []
        merged.reserveCapacity(left.count + right.count)
        var index = 0
        for entry in right where entry != merged.last {
            while index < left.count, left[index] < entry {
                merged.append(left[index])
                index += 1
            }
            if index < left.count, left[index] == entry { continue }
            merged.append(entry)
        }
        return merged + left[index...]
    }

    /// Both ascending, each record once.
    private static func united(_ left: [Int], _ right: [Int]) -> [Int] {
        left.isEmpty || right.isEmpty ? left + right : Set(left + right).sorted()
    }

    /// SQLite's integers have a sign: this keeps their order.
    private static func signed(_ entry: UInt64) -> Int64 { Int64(bitPattern: entry ^ 1 << 63) }
    private static func unsigned(_ stored: Int64) -> UInt64 { UInt64(bitPattern: stored) ^ 1 << 63 }
}
