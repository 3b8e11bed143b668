#ifndef CODEX_HOOK_CPLATFORM_H
#define CODEX_HOOK_CPLATFORM_H

/// Exchanges the two paths atomically, so that a replaced file's old content ends
/// up at the temporary's name. Returns 0, or -1 with errno set; ENOSYS or EINVAL
/// where the kernel or the file system has no such call.
///
/// Here because Swift's Glibc module does not offer renameat2.
int codex_exchange(const char *one, const char *other);

#endif
