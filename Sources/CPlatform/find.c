#define _GNU_SOURCE
#include "CPlatform.h"

#include <string.h>

int codex_contains(const void *bytes, size_t count, const void *wanted,
                   size_t length) {
  return memmem(bytes, count, wanted, length) != NULL;
}
