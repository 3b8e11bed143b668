#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#if defined(__APPLE__)
int codex_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}
#elif defined(RENAME_EXCHANGE)
int codex_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
#else
int codex_exchange(const char *one, const char *other) {
  (void)one;
  (void)other;
  errno = ENOSYS;
  return -1;
}
#endif
