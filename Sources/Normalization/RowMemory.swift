import Records
import Synchronization

/// What a normalizer remembers from row to row so as not to work it out again: never anything that a result depends on.
///
/// One row at a time uses it; threads that shall not wait for each other take a normalizer each.
final class RowMemory {
    let bands = Memo<Reading<Band>>()
    let amounts = Memo<Reading<Money>>(bits: 8)
    let currencies = Memo<Reading<String>>(bits: 6)
    let countries = Memo<String>(bits: 8)
    let places = Memo<DivisionReader>(bits: 11)
    let levels = Memo<Reading<Level>>(bits: 6)
    let needs = Memo<NeedsReader.List>(bits: 8)
    let mentions = Memo<[String]>(bits: 10)
    let words = Memo<[IndustryWords.Word]>(bits: 10)
    let given = Memo<IndustryClassifier.Given>(bits: 10)
    let industries = Memo<IndustryClassifier.Verdict>(bits: 12)
    let dealStatuses = Memo<Deal.Status?>(bits: 6)
    let dates = Memo<Reading<DateText>>(bits: 10)
    var days: DayStarts

    /// Cells of the row that had to be cleaned.
    private var kept: [UnsafeMutableBufferPointer<UInt8>] = []
    /// Room for keys made of several cells.
    private var joined: [UInt8] = []

    init(zone: Zone) { days = DayStarts(zone: zone) }

    deinit { forgetRow() }

    /// A copy that lies still until `forgetRow`.
    func keep(_ text: [UInt8]) -> Bytes {
        guard !text.isEmpty else { return .nothing }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
        _ = copy.initialize(from: text)
        kept.append(copy)
        return Bytes(copy)
    }

    func forgetRow() {
        guard !kept.isEmpty else { return }
        for copy in kept { copy.deallocate() }
        kept.removeAll(keepingCapacity: true)
    }

    /// Runs `body` with one key for several texts.
    func withKey<Result>(
        _ first: Bytes, _ second: Bytes, _ third: Bytes, _ fourth: Bytes = .nothing, _ body: (Bytes) -> Result
    ) -> Result {
        var key = joined
        joined = []
        key.append(contentsOf: first)
        key.append(0)
        key.append(contentsOf: second)
        key.append(0)
        key.append(contentsOf: third)
        key.append(0)
        key.append(contentsOf: fourth)
        let result = key.withUnsafeBufferPointer(body)
        key.removeAll(keepingCapacity: true)
        joined = key
        return result
    }
}

/// The memory of a normalizer, used by one thread at a time: unchecked, since only the lock lets anyone at it.
final class SharedMemory: @unchecked Sendable {
    private let lock = Mutex(())
    private let memory: RowMemory

    init(zone: Zone) { memory = RowMemory(zone: zone) }

    func withLock<Result: Sendable>(_ body: (RowMemory) -> Result) -> Result { lock.withLock { _ in body(memory) } }
}

/// When the days of a zone begin; asked of the zone once a day, since it asks Foundation.
struct DayStarts {
    private struct Day {
        var number: Int32
        /// Seconds east of Greenwich all day long; `nil` where clocks change around that day.
        var offset: Int64?
    }

    private let zone: Zone
    private var days: [Day?] = Array(repeating: nil, count: 4096)

    init(zone: Zone) { self.zone = zone }

    /// What `zone.instant` says.
    mutating func instant(_ date: BusinessDate, secondOfDay: Int) -> Instant {
        let start = Int64(date.dayNumber) * 86_400
        let place = Int(date.dayNumber) & 4095
        if let day = days[place], day.number == date.dayNumber {
            guard let offset = day.offset else { return zone.instant(date, secondOfDay: secondOfDay) }
            return Instant(epochSeconds: start + Int64(secondOfDay) - offset)
        }
        let offsets = [-1, 1, 2].map { zone.offset(at: Instant(epochSeconds: start + $0 * 86_400)) }
        let isSteady = offsets.allSatisfy { $0 == offsets[0] }
        days[place] = Day(number: date.dayNumber, offset: isSteady ? offsets[0] : nil)
        return instant(date, secondOfDay: secondOfDay)
    }
}
