#ifndef CCURL_H
#define CCURL_H

// What Swift cannot call of libcurl itself: functions with variable arguments, each here with one type. An option that
// wants another type is refused with CURLE_UNKNOWN_OPTION.

#include <curl/curl.h>

/// Once in a process, before everything else.
CURLcode ccurl_start(void);

CURLcode ccurl_set_number(CURL *_Nonnull handle, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *_Nonnull handle, CURLoption option, curl_off_t value);
/// Copied by libcurl.
CURLcode ccurl_set_text(CURL *_Nonnull handle, CURLoption option, const char *_Nonnull value);
/// Not copied: it must outlive the handle.
CURLcode ccurl_set_pointer(CURL *_Nonnull handle, CURLoption option, void *_Nullable value);

/// For CURLOPT_READFUNCTION, CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
typedef size_t (*ccurl_transport)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);
CURLcode ccurl_set_transport(CURL *_Nonnull handle, CURLoption option, ccurl_transport _Nonnull transport);

/// For CURLOPT_XFERINFOFUNCTION; anything but 0 ends the transfer.
typedef int (*ccurl_progress)(void *_Nullable context, curl_off_t toReceive, curl_off_t received, curl_off_t toSend,
                              curl_off_t sent);
CURLcode ccurl_set_progress(CURL *_Nonnull handle, ccurl_progress _Nonnull progress);

CURLcode ccurl_get_number(CURL *_Nonnull handle, CURLINFO info, long *_Nonnull value);

#endif
