/// The places in a record at which values stand, as a tree: each element knows which attributes and elements were met in
/// it. Records of one list look alike, so that the place of an element is nearly always the one behind the last.
struct RecordPlaces: ~Copyable {
    /// An element or an attribute in a record.
    struct Place {
        let name: XMLName
        /// For an element that is told apart by an attribute, what that says; its bytes in `keys`.
        let key: Range<Int>?
        let path: String
        /// The column of its text; `nil` until it has one.
        var column: Int?
        var firstElement = -1, lastElement = -1, nextElementGuess = -1, elementCount = 0
        var firstAttribute = -1, lastAttribute = -1, nextAttributeGuess = -1, attributeCount = 0
        /// The place beside it in the same parent.
        var sibling = -1
        /// The place of the next element of that name in the same parent: `phone#2` behind `phone`.
        var again = -1
        /// The place that the last of that name with elements or attributes got in record number `claimedIn`.
        var claimed = -1
        var claimedIn = -1
    }

    private struct Address: Hashable {
        var parent: Int
        var name: UnsafePointer<UInt8>
        var isAttribute: Bool
        var key: [UInt8]?
    }

    /// Elements that are told apart by an attribute, not by their own name.
    private static let keyedElements: Set<String> = [
        "field", "fl", "property", "attribute", "column", "attr", "item", "param",
    ]
    private static let keyAttributes: Set<String> = ["name", "val", "key"]
    /// So many places are looked at one by one before they are looked up.
    private static let patience = 8

    private var places: [Place]
    private var keys: [UInt8] = []
    private var found: [Address: Int] = [:]
    private var keyable: [UnsafePointer<UInt8>: Bool] = [:]
    private var keyNames: [UnsafePointer<UInt8>: Bool] = [:]
    private var lastKeyable: (name: UnsafePointer<UInt8>, isKeyable: Bool)?

    /// The place of the record itself, whose path is empty.
    static let root = 0

    init() {
        // The record's own name is never compared.
        let name = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        name.initialize(to: 0)
        places = [Place(name: XMLName(address: name), key: nil, path: "")]
    }

    deinit { places[Self.root].name.address.deallocate() }

    var count: Int { places.count }

    subscript(_ place: Int) -> Place {
        @inline(__always) get { places[place] }
        @inline(__always) _modify { yield &places[place] }
    }

    /// Which attribute of this element tells it from others; `nil`: its name is enough.
    @inline(__always)
    mutating func keyAttribute(of tag: XMLTag) -> Int? {
        if tag.attributeCount == 0 { return nil }
        if let lastKeyable, lastKeyable.name == tag.name.address {
            return lastKeyable.isKeyable ? findKey(tag) : nil
        }
        let isKeyable =
            keyable[tag.name.address]
            ?? {
                let isKeyable = Self.keyedElements.contains(tag.name.text.lowercased())
                keyable[tag.name.address] = isKeyable
                return isKeyable
            }()
        lastKeyable = (tag.name.address, isKeyable)
        return isKeyable ? findKey(tag) : nil
    }

    private mutating func findKey(_ tag: XMLTag) -> Int? {
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            if let isKey = keyNames[name.address] {
                if isKey { return index }
                continue
            }
            let isKey = Self.keyAttributes.contains(name.text.lowercased())
            keyNames[name.address] = isKey
            if isKey { return index }
        }
        return nil
    }

    /// The place of an element in `parent`, made where there is none; `keyIndex` is its key attribute.
    @inline(__always)
    mutating func element(_ tag: XMLTag, keyIndex: Int?, in parent: Int) -> Int {
        let key = keyIndex.map { tag.value($0) }
        var place = places[parent].nextElementGuess
        if place < 0 { place = places[parent].firstElement }
        var tries = 0
        let most = min(Self.patience, places[parent].elementCount)
        while place >= 0, tries < most {
            if isPlace(place, tag.name, key) {
                places[parent].nextElementGuess = places[place].sibling
                return place
            }
            place = places[place].sibling
            if place < 0 { place = places[parent].firstElement }
            tries += 1
        }
        place = lookUp(tag, keyIndex, in: parent)
        places[parent].nextElementGuess = places[place].sibling
        return place
    }

    @inline(__always)
    private func isPlace(_ place: Int, _ name: XMLName, _ key: UnsafeBufferPointer<UInt8>?) -> Bool {
        guard places[place].name == name else { return false }
        guard let key else { return places[place].key == nil }
        guard let range = places[place].key, range.count == key.count else { return false }
        for index in 0..<key.count where keys[range.lowerBound + index] != key[index] { return false }
        return true
    }

    @inline(never)
    private mutating func lookUp(_ tag: XMLTag, _ keyIndex: Int?, in parent: Int) -> Int {
        let key = keyIndex.map { Array(tag.value($0)) }
        let address = Address(parent: parent, name: tag.name.address, isAttribute: false, key: key)
        if let place = found[address] { return place }
        var path = tag.name.text
        var range: Range<Int>?
        if let keyIndex, let key {
            path += "[@\(tag.attributeName(keyIndex)?.text ?? "")='\(String(decoding: key, as: UTF8.self))']"
            range = keys.count..<keys.count + key.count
            keys += key
        }
        if parent != Self.root { path = "\(places[parent].path)/\(path)" }
        let place = places.count
        places.append(Place(name: tag.name, key: range, path: path))
        let last = places[parent].lastElement
        if last >= 0 { places[last].sibling = place } else { places[parent].firstElement = place }
        places[parent].lastElement = place
        places[parent].elementCount += 1
        found[address] = place
        return place
    }

    /// The place of an attribute of the element at `parent`, made where there is none.
    @inline(__always)
    mutating func attribute(_ name: XMLName, of parent: Int) -> Int {
        var place = places[parent].nextAttributeGuess
        if place < 0 { place = places[parent].firstAttribute }
        if place < 0 || places[place].name != name { place = lookUp(name, of: parent) }
        places[parent].nextAttributeGuess = places[place].sibling
        return place
    }

    @inline(never)
    private mutating func lookUp(_ name: XMLName, of parent: Int) -> Int {
        let address = Address(parent: parent, name: name.address, isAttribute: true, key: nil)
        if let place = found[address] { return place }
        let place = places.count
        let path = parent == Self.root ? "@\(name.text)" : "\(places[parent].path)/@\(name.text)"
        places.append(Place(name: name, key: nil, path: path))
        let last = places[parent].lastAttribute
        if last >= 0 { places[last].sibling = place } else { places[parent].firstAttribute = place }
        places[parent].lastAttribute = place
        places[parent].attributeCount += 1
        found[address] = place
        return place
    }

    /// The place of the next element of the same name and parent.
    mutating func again(_ place: Int) -> Int {
        if places[place].again >= 0 { return places[place].again }
        let path = places[place].path
        // `phone#2` follows `phone`, and `phone#3` that.
        let mark = path.lastIndex(of: "#").flatMap { mark in
            Int(path[path.index(after: mark)...]).map { (path[..<mark], $0) }
        }
        let next = mark.map { "\($0.0)#\($0.1 + 1)" } ?? "\(path)#2"
        let new = places.count
        places.append(Place(name: places[place].name, key: places[place].key, path: next))
        places[place].again = new
        return new
    }
}
