#ifndef CODEX_HOOK_COFFLINEGIT_H
#define CODEX_HOOK_COFFLINEGIT_H

/// Starts libgit2 so that it can never open a connection, and without the price
/// of being able to. To be called once, before anything else of libgit2, in the
/// place of `git_libgit2_init`; never shut down again, since the process ends first.
///
/// From then on a remote with an `http`, `https`, `git` or `ssh` address fails with
/// an error that says so; repositories on this machine's own file system stay
/// reachable. Returns a negative libgit2 error code where libgit2 does not start or a
/// transport could not be closed: the caller then uses nothing of libgit2.
int codex_offline_git_start(void);

#endif
