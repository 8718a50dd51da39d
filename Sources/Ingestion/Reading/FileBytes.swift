import Foundation
import Records

/// The bytes of a file, chunk by chunk, as often as they are needed. Nothing holds them whole.
struct FileBytes: Sendable {
    enum Origin: Sendable {
        case file(path: String)
        case memory([UInt8])
    }

    let origin: Origin
    /// The path as messages name it.
    let shownAs: String
    var chunkSize = 1 << 18

    /// - Throws: `InputError` where there is no file that can be read.
    static func open(path: String, shownAs: String) throws(InputError) -> FileBytes {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw InputError(
                file: shownAs, message: "there is no such file",
                advice: ["Check the path: it is taken from the folder you are in.", nothingImported])
        }
        if isFolder.boolValue {
            throw InputError(
                file: shownAs, message: "this is a folder, not a file",
                advice: ["Name the files in it, or give the folder to 'gonghai import'.", nothingImported])
        }
        guard manager.isReadableFile(atPath: path) else {
            throw InputError(
                file: shownAs, message: "the file cannot be read: no permission",
                advice: ["Give the user who runs gonghai the right to read it.", nothingImported])
        }
        return FileBytes(origin: .file(path: path), shownAs: shownAs)
    }

    /// A pass over the bytes from the first on.
    func stream() throws(InputError) -> ByteStream {
        switch origin {
        case .memory(let bytes): return ByteStream(bytes, chunkSize: chunkSize, shownAs: shownAs)
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw Self.unreadable(shownAs, "it cannot be opened")
            }
            return ByteStream(handle, chunkSize: chunkSize, shownAs: shownAs)
        }
    }

    static func unreadable(_ file: String, _ why: String) -> InputError {
        InputError(file: file, message: "the file cannot be read: \(why)", advice: [nothingImported])
    }
}

/// The last line of every error that stops a file.
let nothingImported = "Nothing was imported."

/// One pass over a file's bytes.
final class ByteStream {
    private let handle: FileHandle?
    private let memory: [UInt8]
    private var position = 0
    private let chunkSize: Int
    private let shownAs: String

    init(_ handle: FileHandle, chunkSize: Int, shownAs: String) {
        self.handle = handle
        memory = []
        self.chunkSize = chunkSize
        self.shownAs = shownAs
    }

    init(_ memory: [UInt8], chunkSize: Int, shownAs: String) {
        handle = nil
        self.memory = memory
        self.chunkSize = chunkSize
        self.shownAs = shownAs
    }

    deinit { try? handle?.close() }

    /// The next bytes, or `nil` at the end of the file; never none.
    func next() throws(InputError) -> [UInt8]? {
        guard let handle else {
            guard position < memory.count else { return nil }
            let end = min(memory.count, position + chunkSize)
            defer { position = end }
            return Array(memory[position..<end])
        }
        do {
            guard let data = try handle.read(upToCount: chunkSize), !data.isEmpty else { return nil }
            return [UInt8](data)
        } catch {
            throw FileBytes.unreadable(shownAs, error.localizedDescription)
        }
    }
}
