import Foundation
import Testing

@testable import Delivery

@Suite struct Base64Tests {
    @Test("is what Foundation makes of the same bytes, for every length of the last group")
    func agrees() {
        for count in 0..<130 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
            #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
            let lines = Base64.lines(bytes)
            #expect(lines.split(separator: 0x0A).allSatisfy { $0.count <= 77 })
            #expect(lines.filter { $0 != 0x0D && $0 != 0x0A } == Array(Data(bytes).base64EncodedString().utf8))
        }
    }
}
