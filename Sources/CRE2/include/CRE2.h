#ifndef CRE2_H
#define CRE2_H

// The little of RE2 that CEL's `matches` needs, behind C functions that never throw.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern. It never changes, and RE2 documents that one may be used from many threads at once.
typedef struct cre2_pattern {
    const void *_Nullable expression;
} __attribute__((swift_attr("@Sendable"))) cre2_pattern;

/// Compiles a pattern given as UTF-8. Without an expression when it is not one, with the reason in `reason` (always
/// terminated). Memory bounds the compiled program and its caches, in bytes.
cre2_pattern cre2_compile(const char *_Nullable text, size_t length, int64_t memory, char *_Nonnull reason,
                          size_t capacity);

/// Whether the pattern occurs anywhere in the subject. Linear in the subject, and safe from many threads at once.
bool cre2_matches(cre2_pattern pattern, const char *_Nullable text, size_t length);

/// How large the compiled program is, in instructions.
int cre2_size(cre2_pattern pattern);

void cre2_free(cre2_pattern pattern);

#ifdef __cplusplus
}
#endif

#endif
