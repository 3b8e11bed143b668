#define _GNU_SOURCE
#include "CPlatform.h"

#include <stdint.h>
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

int codex_has_line(const void *lines, size_t count, const void *wanted, size_t length) {
  const char *all = lines;
  uint64_t beginning, other;
  if (length < sizeof beginning) return 0;
  memcpy(&beginning, wanted, sizeof beginning);
  for (size_t width = length + 1, at = count / width * width; at >= width; at -= width) {
    memcpy(&other, all + at - width, sizeof other);
    if (other == beginning && memcmp(all + at - width, wanted, length) == 0) return 1;
  }
  return 0;
}
