// libcurl: hands mails to SMTP servers and pings the heartbeat URL.
// curl_easy_setopt takes whatever it is given; these are its faces by type, which Swift can call.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*curl_shim_transfer)(char *bytes, size_t size, size_t count, void *context);
typedef int (*curl_shim_trace)(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *context);

static inline CURLcode curl_shim_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}
static inline CURLcode curl_shim_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}
static inline CURLcode curl_shim_set_pointer(CURL *handle, CURLoption option, void *pointer) {
    return curl_easy_setopt(handle, option, pointer);
}
static inline CURLcode curl_shim_set_transfer(CURL *handle, CURLoption option, curl_shim_transfer function) {
    return curl_easy_setopt(handle, option, function);
}
static inline CURLcode curl_shim_set_trace(CURL *handle, curl_shim_trace function) {
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, function);
}
static inline long curl_shim_response_code(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
