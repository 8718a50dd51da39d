import Matching
import Records
import Testing

@Suite("Reps who may be one person")
struct RepCandidatesTests {
    private func rep(_ id: String, _ name: String, team: String? = nil, email: String? = nil) -> Rep {
        var rep = Rep(id: RepID(id), name: name)
        rep.team = team
        rep.email = email
        return rep
    }

    private func found(_ reps: [Rep], former: Set<RepID> = [], refused: Set<[RepID]> = []) -> [String] {
        RepCandidates.find(reps, former: former, refused: refused).map {
            "\($0.alias.id) = \($0.rep.id): \($0.evidence.joined(separator: ", "))"
        }
    }

    @Test("the same address, number or name speaks for a pair, the strongest first")
    func evidence() {
        let reps = [
            rep("hr:u-17", "李娜", team: "华东", email: "Li.Na@x.cn"), rep("crm:li.na@x.cn", "Li N."),
            rep("erp:L1", "李 娜", team: "华东"), rep("old:1", "李娜", team: "华北"),
            rep("hr:E5", "Anna Keller"), rep("sf:005", "KELLER, Anna"), rep("hr:13800138000", "王磊"),
            rep("wk:+86 138 0013 8000", "W"), rep("hr:E9", "无人"),
        ]
        #expect(
            found(reps) == [
                "hr:u-17 = crm:li.na@x.cn: email", "hr:u-17 = erp:L1: name_and_team", "old:1 = erp:L1: name",
                "wk:+86 138 0013 8000 = hr:13800138000: phone", "sf:005 = hr:E5: name",
            ])
    }

    @Test("two of one system are two, and so are those of whom somebody said it")
    func apart() {
        #expect(found([rep("hr:E2", "李娜"), rep("hr:E3", "李娜")]).isEmpty)
        let pair = [rep("a:1", "李娜"), rep("b:1", "李娜")]
        #expect(found(pair) == ["b:1 = a:1: name"])
        #expect(found(pair, refused: [[RepID("a:1"), RepID("b:1")]]).isEmpty)
        #expect(found([rep("a:1", ""), rep("b:1", "")]).isEmpty)
    }

    @Test("somebody known from history is the alias of somebody on a roster, and a left one of one who is here")
    func order() {
        var left = rep("a:1", "李娜")
        left.isActive = false
        #expect(found([left, rep("z:9", "李娜")]) == ["a:1 = z:9: name"])
        #expect(found([rep("a:1", "李娜"), left.called("z:9")], former: [RepID("a:1")]) == ["a:1 = z:9: name"])
    }

    @Test("of three ids of a person two pairs are asked about; of two namesakes both")
    func implied() {
        let three = [rep("a:1", "李娜"), rep("b:1", "李娜"), rep("c:1", "李娜")]
        #expect(found(three) == ["b:1 = a:1: name", "c:1 = a:1: name"])
        #expect(found(three.reversed()) == found(three))
        let namesakes = [rep("a:1", "李娜"), rep("a:2", "李娜"), rep("b:1", "李娜")]
        #expect(found(namesakes) == ["b:1 = a:1: name", "b:1 = a:2: name"])
    }
}

extension Rep {
    fileprivate func called(_ id: String) -> Rep {
        var rep = self
        rep.id = RepID(id)
        return rep
    }
}
