#include "CRE2.h"

#include <cstring>
#include <new>
#include <re2/re2.h>

static const RE2 &expression(cre2_pattern pattern) { return *static_cast<const RE2 *>(pattern.expression); }

static void explain(const char *text, size_t length, char *reason, size_t capacity) {
    if (capacity == 0) return;
    size_t count = length < capacity - 1 ? length : capacity - 1;
    std::memcpy(reason, text, count);
    reason[count] = '\0';
}

extern "C" cre2_pattern cre2_compile(const char *text, size_t length, int64_t memory, char *reason, size_t capacity) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(memory);
    const RE2 *compiled = new (std::nothrow) RE2(re2::StringPiece(text, length), options);
    if (compiled == nullptr) {
        explain("out of memory", 13, reason, capacity);
    } else if (!compiled->ok()) {
        const std::string &error = compiled->error();
        explain(error.data(), error.size(), reason, capacity);
        delete compiled;
        compiled = nullptr;
    }
    return cre2_pattern{compiled};
}

extern "C" bool cre2_matches(cre2_pattern pattern, const char *text, size_t length) {
    return RE2::PartialMatch(re2::StringPiece(text, length), expression(pattern));
}

extern "C" int cre2_size(cre2_pattern pattern) { return expression(pattern).ProgramSize(); }

extern "C" void cre2_free(cre2_pattern pattern) { delete &expression(pattern); }
