#ifndef CSPAWN_H
#define CSPAWN_H

// What glibc offers to programs in C alone (_GNU_SOURCE), for starting another program and knowing when it ends.

#include <sys/types.h>

/// A program at work.
typedef struct {
    pid_t number;
    /// Readable when it has ended; closed by whoever has asked for it.
    int handle;
} cspawn_process;

/// Starts a program by its path, argv[0]. It gets `input` as its standard input and `errors` as its standard error,
/// and no other descriptor; every signal is as it is by default; it leads a session, and so a group, of its own.
/// Returns 0, or an error number.
int cspawn_start(cspawn_process *_Nonnull process, char *_Nullable const *_Nonnull argv,
                 char *_Nullable const *_Nonnull environment, int input, int errors);

/// A file without a name, in memory; -1 and errno when there is none to be had.
int cspawn_memory(void);

/// A pipe whose ends no program inherits.
int cspawn_pipe(int ends[_Nonnull 2]);

#endif
