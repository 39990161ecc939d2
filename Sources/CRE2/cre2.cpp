#include "CRE2.h"

#include <cstring>
#include <new>
#include <re2/re2.h>

struct cre2_pattern {
    RE2 expression;

    cre2_pattern(const re2::StringPiece &text, const RE2::Options &options) : expression(text, options) {}
};

static void explain(const char *text, size_t length, char *reason, size_t capacity) {
    if (capacity == 0) return;
    size_t count = length < capacity - 1 ? length : capacity - 1;
    std::memcpy(reason, text, count);
    reason[count] = '\0';
}

extern "C" cre2_pattern *cre2_compile(const char *text, size_t length, int64_t memory, char *reason, size_t capacity) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(memory);
    cre2_pattern *pattern = new (std::nothrow) cre2_pattern(re2::StringPiece(text, length), options);
    if (pattern == nullptr) {
        explain("out of memory", 13, reason, capacity);
        return nullptr;
    }
    if (!pattern->expression.ok()) {
        const std::string &error = pattern->expression.error();
        explain(error.data(), error.size(), reason, capacity);
        delete pattern;
        return nullptr;
    }
    return pattern;
}

extern "C" bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
    return RE2::PartialMatch(re2::StringPiece(text, length), pattern->expression);
}

extern "C" int cre2_size(const cre2_pattern *pattern) { return pattern->expression.ProgramSize(); }

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }
