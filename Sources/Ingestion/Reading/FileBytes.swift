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
    /// Told of the bytes of each chunk as it is read, on the thread that reads.
    var onRead: (@Sendable (Int) -> Void)?

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
        case .memory(let bytes): return ByteStream(bytes, chunkSize: chunkSize, shownAs: shownAs, onRead: onRead)
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw Self.unreadable(shownAs, "it cannot be opened")
            }
            return ByteStream(handle, chunkSize: chunkSize, shownAs: shownAs, onRead: onRead)
        }
    }

    /// Size and time of the last change of the file; `nil` for what is in memory.
    var stamp: FileStamp? {
        guard case .file(let path) = origin, let found = try? FileManager.default.attributesOfItem(atPath: path) else {
            return nil
        }
        return FileStamp(size: found[.size] as? Int ?? 0, changed: found[.modificationDate] as? Date)
    }

    static func unreadable(_ file: String, _ why: String) -> InputError {
        InputError(file: file, message: "the file cannot be read: \(why)", advice: [nothingImported])
    }
}

/// Tells whether a file was written to between two looks at it.
struct FileStamp: Sendable, Equatable {
    var size: Int
    var changed: Date?
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
    private let onRead: (@Sendable (Int) -> Void)?

    init(_ handle: FileHandle, chunkSize: Int, shownAs: String, onRead: (@Sendable (Int) -> Void)? = nil) {
        self.handle = handle
        self.onRead = onRead
        memory = []
        self.chunkSize = chunkSize
        self.shownAs = shownAs
    }

    init(_ memory: [UInt8], chunkSize: Int, shownAs: String, onRead: (@Sendable (Int) -> Void)? = nil) {
        handle = nil
        self.onRead = onRead
        self.memory = memory
        self.chunkSize = chunkSize
        self.shownAs = shownAs
    }

    deinit { try? handle?.close() }

    /// The next bytes, or `nil` at the end of the file; never none.
    func next() throws(InputError) -> [UInt8]? {
        var failure: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { room, count in
            (count, failure) = take(into: UnsafeMutableRawBufferPointer(room))
        }
        guard failure == 0 else { throw unreadable(failure) }
        return chunk.isEmpty ? nil : chunk
    }

    /// Reads at most as many bytes as there is room for, and as one chunk has; 0 at the end of the file.
    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let (count, failure) = take(into: UnsafeMutableRawBufferPointer(rebasing: room.prefix(chunkSize)))
        guard failure == 0 else { throw unreadable(failure) }
        return count
    }

    private func take(into room: UnsafeMutableRawBufferPointer) -> (count: Int, failure: Int32) {
        guard let handle else {
            let end = min(memory.count, position + room.count)
            room.copyBytes(from: memory[position..<end])
            defer { position = end }
            return (end - position, 0)
        }
        while true {
            let count = Foundation.read(handle.fileDescriptor, room.baseAddress, room.count)
            if count >= 0 {
                onRead?(count)
                return (count, 0)
            }
            if errno != EINTR { return (0, errno) }
        }
    }

    private func unreadable(_ failure: Int32) -> InputError {
        FileBytes.unreadable(shownAs, String(cString: strerror(failure)))
    }
}
