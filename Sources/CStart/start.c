// What the C library and the Swift runtime look up before `main` and this program never asks for: a tenth of a recording.
// In a static link the linker's --wrap, whose list is in Package.swift, sends their calls here; a name that another
// version does not call any more costs nothing. docs/decisions/static-link.md has the figures.

#if defined(CODEX_HOOK_STATIC)

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
long __real_sysconf(int name);
long __wrap_sysconf(int name);
const char *__wrap__dl_get_origin(void);
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *folder, const char *name);

// Swift's own way of being told the arguments (stdlib/public/CommandLineSupport/CommandLine.cpp).
__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

static int knows_arguments;

#if defined(__GLIBC__)
// glibc gives a constructor what `main` gets.
__attribute__((constructor(101))) static void tell_arguments(int count, char **arguments) {
  if (!_swift_stdlib_overrideUnsafeArgvArgc) return;
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
  knows_arguments = 1;
}
#endif

// The Swift runtime reads the map of the memory, in a constructor that comes later, to find the arguments on the stack.
FILE *__wrap_fopen(const char *path, const char *mode) {
  if (knows_arguments && strcmp(path, "/proc/self/maps") == 0) {
    errno = ENOENT;
    return NULL;
  }
  return __real_fopen(path, mode);
}

// libdispatch, which Foundation brings along, counts the processors twice in /sys. Nothing here runs on a second one.
long __wrap_sysconf(int name) {
  return name == _SC_NPROCESSORS_CONF || name == _SC_NPROCESSORS_ONLN ? 1 : __real_sysconf(name);
}

// The C library asks where the program lies, for libraries that it might load from there.
const char *__wrap__dl_get_origin(void) {
  return (const char *)-1;  // not known
}

// The Swift runtime looks for its backtracer, which is not installed beside the binary.
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *folder, const char *name) {
  (void)folder, (void)name;
  return NULL;  // as where there is none
}

#endif
