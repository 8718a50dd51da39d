import CCurl

/// An easy handle of libcurl: the only place where its options are set. Belongs to one thread.
final class CurlHandle {
    typealias Transfer = curl_shim_transfer

    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// Once per process, before the first handle.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// `nil` where the library cannot start, which is a lack of memory.
    init?() {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ text: String?) { curl_shim_set_text(handle, option, text) }
    func set(_ option: CURLoption, _ number: Int) { curl_shim_set_number(handle, option, number) }
    func set(_ option: CURLoption, _ function: @escaping Transfer) { curl_shim_set_transfer(handle, option, function) }
    func set(_ option: CURLoption, context: UnsafeMutableRawPointer?) {
        curl_shim_set_pointer(handle, option, context)
    }
    func set(trace: @escaping curl_shim_trace) { curl_shim_set_trace(handle, trace) }

    /// A list that lives as long as the handle uses it; a former one is freed.
    func set(_ option: CURLoption, list texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) }
        set(option, context: list)
        for former in lists { curl_slist_free_all(former) }
        lists = list.map { [$0] } ?? []
    }

    func perform() -> CURLcode { curl_easy_perform(handle) }

    /// The server's last answer in digits; 0 without one.
    var responseCode: Int { curl_shim_response_code(handle) }

    /// libcurl's words for a code.
    static func words(for code: CURLcode) -> String { String(cString: curl_easy_strerror(code)) }
}
