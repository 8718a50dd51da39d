/// Where each number stands in a list: two flat arrays, since an array for each of millions of numbers would cost far more.
package struct PlaceIndex: Sendable {
    /// The places of 3 are in `places` from `starts[3]` up to `starts[4]`.
    private var starts: [UInt32]
    private var places: [UInt32]

    /// `numbers` are all of `0..<size`.
    package init(of numbers: some Collection<Int>, below size: Int) {
        starts = Array(repeating: 0, count: size + 1)
        for number in numbers { starts[number + 1] += 1 }
        for number in 0..<size { starts[number + 1] += starts[number] }
        var next = starts
        places = Array(repeating: 0, count: numbers.count)
        for (place, number) in numbers.enumerated() {
            places[Int(next[number])] = UInt32(place)
            next[number] += 1
        }
    }

    /// How many numbers there may be.
    package var size: Int { starts.count - 1 }

    /// Where the number stands, ascending.
    package subscript(_ number: Int) -> ArraySlice<UInt32> { places[Int(starts[number])..<Int(starts[number + 1])] }
}
