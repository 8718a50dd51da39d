import Dispatch

/// Work on many things of which each is independent of the others, on all cores.
package enum InParts {
    /// What `make` makes of each part of `0..<count`, in order; what comes out must not depend on where the parts end.
    package static func map<Result>(_ count: Int, _ make: (Range<Int>) -> Result) -> [Result] {
        // More parts than cores, since some take longer than others; and few things are sooner done than handed out.
        let parts = min(24, max(1, count / 500))
        var results = [Result?](repeating: nil, count: parts)
        results.withUnsafeMutableBufferPointer { results in
            nonisolated(unsafe) let (results, make) = (results, make)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                results[part] = make(count * part / parts..<count * (part + 1) / parts)
            }
        }
        return results.compactMap(\.self)
    }
}
