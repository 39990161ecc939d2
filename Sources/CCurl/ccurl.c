// Its own type checks would warn of the options passed through as variables.
#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"

// The thousands of an option's number are its type.
static int takes(CURLoption option, int type) { return option / 10000 * 10000 == type; }

CURLcode ccurl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
    return takes(option, CURLOPTTYPE_LONG) ? curl_easy_setopt(handle, option, value) : CURLE_UNKNOWN_OPTION;
}

CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return takes(option, CURLOPTTYPE_OFF_T) ? curl_easy_setopt(handle, option, value) : CURLE_UNKNOWN_OPTION;
}

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return takes(option, CURLOPTTYPE_STRINGPOINT) ? curl_easy_setopt(handle, option, value) : CURLE_UNKNOWN_OPTION;
}

CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return takes(option, CURLOPTTYPE_OBJECTPOINT) ? curl_easy_setopt(handle, option, value) : CURLE_UNKNOWN_OPTION;
}

CURLcode ccurl_set_transport(CURL *handle, CURLoption option, ccurl_transport transport) {
    return takes(option, CURLOPTTYPE_FUNCTIONPOINT) ? curl_easy_setopt(handle, option, transport) : CURLE_UNKNOWN_OPTION;
}

CURLcode ccurl_set_progress(CURL *handle, ccurl_progress progress) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
}

CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *value) {
    if ((info & CURLINFO_TYPEMASK) != CURLINFO_LONG) return CURLE_UNKNOWN_OPTION;
    return curl_easy_getinfo(handle, info, value);
}
