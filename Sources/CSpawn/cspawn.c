#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static int prepare(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, int input, int errors) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int code = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    if (code == 0) code = posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (code == 0) code = posix_spawn_file_actions_adddup2(actions, errors, STDERR_FILENO);
    if (code == 0) code = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    if (code == 0) code = posix_spawnattr_setsigmask(attributes, &none);
    if (code == 0) code = posix_spawnattr_setsigdefault(attributes, &all);
    if (code == 0)
        code = posix_spawnattr_setflags(attributes,
                                        POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    return code;
}

static int spawn(pid_t *number, char *const *argv, char *const *environment, int input, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = prepare(&actions, &attributes, input, errors);
        if (code == 0) code = posix_spawn(number, argv[0], &actions, &attributes, argv, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

int cspawn_start(cspawn_process *process, char *const *argv, char *const *environment, int input, int errors) {
    int code = spawn(&process->number, argv, environment, input, errors);
    if (code != 0) return code;
    // Nobody has waited for it yet, so the number is still its own.
    process->handle = pidfd_open(process->number, 0);
    if (process->handle >= 0) return 0;
    code = errno;
    kill(-process->number, SIGKILL);
    while (waitpid(process->number, NULL, 0) < 0 && errno == EINTR) {}
    return code;
}

int cspawn_memory(void) { return memfd_create("kpid", MFD_CLOEXEC); }

int cspawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
