#ifndef CODEX_HOOK_CPLATFORM_H
#define CODEX_HOOK_CPLATFORM_H

#include <stddef.h>

/// Exchanges the two paths atomically, so that a replaced file's old content ends
/// up at the temporary's name. Returns 0, or -1 with errno set; ENOSYS or EINVAL
/// where the kernel or the file system has no such call.
///
/// Here because Swift's Glibc module does not offer renameat2.
int codex_exchange(const char *one, const char *other);

/* Renames a file unless something stands at the new name (EEXIST). Sets errno
   where it fails or the system has no such call. */
int codex_move_if_free(const char *path, const char *goal);

/// Opens a descriptor that becomes readable when one of these signals, which the
/// caller has blocked, is pending. Returns -1 with errno set.
///
/// Here because Swift's Glibc module does not offer signalfd, and kqueue is
/// Darwin's way of the same.
int codex_signals_open(const int *signals, int count);

/// Takes the next pending signal from the queue: its number, or 0 when there is
/// none. `from_terminal` tells whether the kernel made it (a key on the terminal,
/// which the whole foreground group got) and not a process's kill.
int codex_signals_next(int queue, int *from_terminal);

/// Waits for the exclusive lock on a file (flock), about so many milliseconds at the most.
/// Returns 0, or -1 with errno set; EINTR where the time is over.
///
/// The kernel wakes the waiters one by one, in their order, but its call knows no time limit: on Linux a timer's
/// signal to this thread ends it (the process's SIGALRM is used for that), elsewhere the lock is asked for again and again.
int codex_lock_within(int file, int milliseconds);

/// Opens a descriptor that becomes readable when the child has ended. Returns -1
/// with errno set, as on a kernel before Linux 5.3.
///
/// Here because Swift's Glibc module does not offer pidfd_open.
int codex_child_open(int child);

/// The environment as it is, for a child that shall get the same.
///
/// Here because Swift 6 does not let a program read the global variable `environ`.
char *const *codex_environment(void);

/// Whether `length` bytes stand somewhere in `count` others (memmem).
///
/// Here because Swift's Glibc module does not offer memmem.
int codex_contains(const void *bytes, size_t count, const void *wanted,
                   size_t length);

/// The place of the last byte of this value, or -1 (memrchr, which macOS has
/// not).
ptrdiff_t codex_last(const void *bytes, size_t count, unsigned char wanted);

/// Gets the memory of a recording in one call instead of a page at a time, and lets
/// the heap grow in large steps and give nothing back: the process ends soon.
/// Does nothing where the C library is another than glibc.
///
/// Here because mallopt's options are not in Swift's Glibc module.
void codex_prepare_memory(void);

/// Whether all bytes are zero.
int codex_is_zero(const void *bytes, size_t count);

#endif
