import Records

/// What is wrong with a text: the flag or reject that it becomes.
struct Problem: Error, Equatable, Sendable {
    var code: ProblemCode
    /// What was found and what was expected. Never quotes names, numbers or addresses of people.
    var message: String

    init(_ code: ProblemCode, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// A value read from a text, what is wrong with the text, both (a repaired value) or neither (an empty text).
struct Reading<Value> {
    var value: Value?
    var problem: Problem?

    init(_ value: Value?, problem: Problem? = nil) {
        self.value = value
        self.problem = problem
    }

    static var nothing: Self { Self(nil) }

    static func problem(_ code: ProblemCode, _ message: String) -> Self { Self(nil, problem: Problem(code, message)) }

    func map<Other>(_ transform: (Value) -> Other) -> Reading<Other> {
        Reading<Other>(value.map(transform), problem: problem)
    }
}

extension Reading: Equatable where Value: Equatable {}
extension Reading: Sendable where Value: Sendable {}
