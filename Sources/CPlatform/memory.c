#include "CPlatform.h"

#include <stdlib.h>  // says which C library this is

#if defined(__GLIBC__)
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Linux 5.14; an older kernel refuses it, and the pages come one by one.
#if !defined(MADV_POPULATE_WRITE)
#define MADV_POPULATE_WRITE 23
#endif

// What a recording takes of the heap.
static const size_t expected = 72 << 10;

void codex_prepare_memory(void) {
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  char *start = malloc(expected);
  free(start);
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t from = (uintptr_t)start & ~(page - 1);
  if (start) madvise((void *)from, expected, MADV_POPULATE_WRITE);
}
#else
void codex_prepare_memory(void) {}
#endif
