#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#if defined(__APPLE__)
int codex_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}

int codex_move_if_free(const char *path, const char *goal) {
  return renamex_np(path, goal, RENAME_EXCL);
}
#elif defined(RENAME_EXCHANGE)
int codex_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int codex_move_if_free(const char *path, const char *goal) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, goal, RENAME_NOREPLACE);
}
#else
int codex_exchange(const char *one, const char *other) {
  (void)one;
  (void)other;
  errno = ENOSYS;
  return -1;
}

int codex_move_if_free(const char *path, const char *goal) {
  (void)path;
  (void)goal;
  errno = ENOSYS;
  return -1;
}
#endif
