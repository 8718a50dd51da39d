import PoolStore
import Records
import Testing

@Suite("What a reference refers to")
struct ReferencesContractTests {
    @Test("the same source's id comes before any other step", arguments: StoreFactory.all)
    func sameSource(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try bench.add([Bench.record("crm", "7", "甲"), Bench.record("erp", "7", "乙")])
        func resolve(_ text: String, _ source: String?) throws -> Resolution<Customer> {
            try bench.store.resolveCustomer(Reference(text), from: source)
        }
        #expect(try resolve("7", "erp").ids == [ids[1].rawValue])
        #expect(try resolve("7", "crm").ids == [ids[0].rawValue])
        #expect(try resolve("7", "app").isAmbiguous)
        #expect(try resolve("7", nil).ids == ids.sorted().map(\.rawValue))
    }

    @Test("an id that only one source has will do from any", arguments: StoreFactory.all)
    func uniqueID(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        // The second customer is called like the first one's id: the id decides.
        let ids = try bench.add([Bench.record("crm", "A-1", "甲"), Bench.record("erp", "2", "A-1")])
        #expect(try bench.store.resolveCustomer(Reference("A-1"), from: "app").ids == [ids[0].rawValue])
    }

    @Test("one id in two sources of one customer is not ambiguous", arguments: StoreFactory.all)
    func sameCustomer(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try bench.add([Bench.record("crm", "7", "甲"), Bench.record("erp", "7", "甲")])
        try bench.merge(ids[0], ids[1], day: 2)
        #expect(try bench.store.resolveCustomer(Reference("7"), from: "app").ids == [ids[0].rawValue])
    }

    @Test("customer ids, source:id, e-mails and exact names, in this order", arguments: StoreFactory.all)
    func laterSteps(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try bench.add([
            Bench.record("my:crm", "x:1", "甲公司") { $0.customer.email = "a@x.cn" }, Bench.record("erp", "2", "a@x.cn"),
            Bench.record("erp", "3", "丙公司"), Bench.record("erp", "4", "丙公司"),
        ])
        func resolve(_ text: String) throws -> [String] {
            try bench.store.resolveCustomer(Reference(text), from: "app").ids
        }
        #expect(try resolve(ids[2].rawValue) == [ids[2].rawValue])
        #expect(try resolve("my:crm:x:1") == [ids[0].rawValue])
        #expect(try resolve("A@X.cn") == [ids[0].rawValue])
        #expect(try resolve("甲公司") == [ids[0].rawValue])
        #expect(try resolve("丙公司") == [ids[2], ids[3]].sorted().map(\.rawValue))
        #expect(try resolve("丁公司") == [])
        #expect(try resolve("") == [])
        #expect(try resolve("' OR 1=1 --") == [])
    }

    @Test("the name that people read is a name too, also where no record has it", arguments: StoreFactory.all)
    func cleanName(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "甲 公司")
        try bench.store.update([id: Customer(name: "甲公司")], date: bench.date(1), at: bench.at(1))
        #expect(try bench.store.resolveCustomer(Reference("甲公司"), from: nil).ids == [id.rawValue])
    }

    @Test("reps by id, alias, e-mail and name", arguments: StoreFactory.all)
    func reps(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var first = Rep(id: ann, name: "王芳")
        first.email = "Ann@x.cn"
        first.aliases = ["erp:007", "old@x.cn", "小王"]
        var second = Rep(id: RepID("hr:007"), name: "王芳")
        second.email = "b@x.cn"
        try bench.addReps([first, second])
        func resolve(_ text: String, _ source: String?) throws -> [String] {
            try bench.store.resolveRep(Reference(text), from: source).ids
        }
        #expect(try resolve("ann", "hr") == ["hr:ann"])
        #expect(try resolve("007", "hr") == ["hr:007"])
        // Who has the id in the row's own source is said by an alias, not by the id in another source.
        #expect(try resolve("007", "erp") == ["hr:ann"])
        #expect(try resolve("007", "app") == ["hr:007"])
        #expect(try resolve("hr:007", "erp") == ["hr:007"])
        #expect(try resolve("小王", "app") == ["hr:ann"])
        #expect(try resolve("ann@X.cn", nil) == ["hr:ann"])
        #expect(try resolve("old@x.cn", nil) == ["hr:ann"])
        #expect(try resolve("王芳", nil) == ["hr:007", "hr:ann"])
        #expect(try bench.store.resolveRep(Reference("王芳"), from: nil).isAmbiguous)
        #expect(try resolve("nobody", "erp") == [])
    }
}
