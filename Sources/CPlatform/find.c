#define _GNU_SOURCE
#include "CPlatform.h"

#include <string.h>

int codex_contains(const void *bytes, size_t count, const void *wanted,
                   size_t length) {
  return memmem(bytes, count, wanted, length) != NULL;
}

ptrdiff_t codex_last(const void *bytes, size_t count, unsigned char wanted) {
#if defined(__GLIBC__)
  const char *last = memrchr(bytes, wanted, count);
  return last ? last - (const char *)bytes : -1;
#else
  const unsigned char *all = bytes;
  while (count > 0) {
    if (all[--count] == wanted) return (ptrdiff_t)count;
  }
  return -1;
#endif
}

int codex_is_zero(const void *bytes, size_t count) {
  const unsigned char *all = bytes;
  if (count == 0 || all[0] != 0) return count == 0;
  return memcmp(all, all + 1, count - 1) == 0;
}
