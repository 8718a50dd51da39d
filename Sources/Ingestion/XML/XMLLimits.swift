/// Limits of what is read from an XML file; libxml2's own are far wider (OPERATIONS.md, "Input attacks").
enum XMLLimits {
    static let depth = 64
    static let textBytes = 1 << 20
    static let attributes = 1_000
    static let nameBytes = 1_024
    static let columns = 4_096
}
