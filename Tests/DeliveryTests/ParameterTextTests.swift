import Foundation
import Testing

@testable import Delivery

@Suite struct ParameterTextTests {
    @Test("an ASCII name needs no second form")
    func ascii() {
        #expect(ParameterText.full("claims.csv", parameter: "filename") == ";\r\n filename=\"claims.csv\"")
    }

    @Test("another name has its real form, and an ASCII one for old readers")
    func chinese() {
        #expect(
            ParameterText.full("日报.csv", parameter: "filename") == ";\r\n filename*=UTF-8''%E6%97%A5%E6%8A%A5.csv")
        #expect(ParameterText.ascii("日报.csv", parameter: "name") == ";\r\n name=\"__.csv\"")
    }

    @Test("a name is never a path, and its quotes close nothing")
    func harmless() {
        #expect(
            ParameterText.full("../a\"b\\c.csv", parameter: "filename") == ";\r\n filename=\".._a_b_c.csv\"")
        #expect(ParameterText.full("", parameter: "filename") == ";\r\n filename=\"attachment\"")
    }

    @Test("a long name is continued in pieces that cut no escaped byte")
    func long() {
        let text = ParameterText.full(String(repeating: "报", count: 40) + ".csv", parameter: "filename")
        let pieces = text.components(separatedBy: ";\r\n ").dropFirst()
        #expect(pieces.count > 2)
        #expect(pieces.first?.hasPrefix("filename*0*=UTF-8''%E6%8A%A5") == true)
        for piece in pieces {
            #expect(piece.utf8.count <= 76)
            let value = piece.drop { $0 != "=" }
            #expect(value.suffix(2).contains("%") == false)
        }
    }
}
