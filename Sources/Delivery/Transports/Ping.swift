import CCurl

/// A request to a URL that watches over a job: whoever is there only counts that it came.
package enum Ping {
    /// Sends a POST without content and waits up to `seconds` for the answer. `nil` where that is 2yz; otherwise what went
    /// wrong, without the URL: it is a secret of a kind.
    package static func send(to url: String, seconds: Int) -> String? {
        guard let curl = CurlHandle() else { return "libcurl cannot be used" }
        curl.set(CURLOPT_URL, url)
        curl.set(CURLOPT_PROTOCOLS_STR, "http,https")
        curl.set(CURLOPT_NOSIGNAL, 1)
        curl.set(CURLOPT_TIMEOUT, seconds)
        curl.set(CURLOPT_POST, 1)
        curl.set(CURLOPT_POSTFIELDS, "")
        curl.set(CURLOPT_USERAGENT, "gonghai")
        curl.set(CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        let code = curl.perform()
        guard code == CURLE_OK else { return CurlHandle.words(for: code) }
        let answer = curl.responseCode
        return (200..<300).contains(answer) ? nil : "it answered \(answer)"
    }
}
