// The C library asks the processor some forty things (cpuid) before `main`, to choose among its ways of copying memory. On bare
// metal that costs nothing, but a virtual machine is left and entered again for each, which may take as long as a recording.
// docs/decisions/processor-questions.md has the figures.
//
// So the program starts the C library itself and leaves the questions out: what was not asked is taken as missing, and the plain
// functions, which every x86-64 processor has, do the work. The steps are those of one release of glibc, in its order
// (csu/libc-start.c); with any other release, and on any other processor, the library's own start runs.

#if defined(CODEX_HOOK_STATIC)

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

typedef int Main(int, char **, char **);

int __real___libc_start_main(Main *main, int count, char **arguments, Main *init, void (*fini)(void),
                             void (*rtld_fini)(void), void *stack_end);
int __wrap___libc_start_main(Main *main, int count, char **arguments, Main *init, void (*fini)(void),
                             void (*rtld_fini)(void), void *stack_end);

#if defined(__x86_64__) && defined(__GLIBC__) && __GLIBC__ == 2 && __GLIBC_MINOR__ == 36

#include <elf.h>
#include <link.h>

extern char **__environ;
extern void *__libc_stack_end;
extern void *_dl_random;
extern uint64_t _dl_hwcap;
extern size_t _dl_minsigstacksize;
extern long __x86_shared_cache_size;
extern long __x86_shared_non_temporal_threshold;
extern long __x86_rep_movsb_stop_threshold;

void _dl_aux_init(ElfW(auxv_t) * values);
void __tunables_init(char **environment);
void _dl_relocate_static_pie(void);
void __libc_setup_tls(void);
void __libc_early_init(_Bool is_initial);
void __libc_init_first(int count, char **arguments, char **environment);
void *_dl_debug_initialize(ElfW(Addr) base, long space);
int __cxa_atexit(void (*function)(void *), void *argument, void *library);
void _init(void);
void _fini(void);

// The linker says where these begin and end.
typedef void Step(int, char **, char **);
extern const ElfW(Rela) __rela_iplt_start[], __rela_iplt_end[];
extern Step *const __preinit_array_start[], *const __preinit_array_end[];
extern Step *const __init_array_start[], *const __init_array_end[];
extern void (*const __fini_array_start[])(void), (*const __fini_array_end[])(void);

// Each function of which there are several asks here which one it is to be.
static void choose_functions(void) {
  for (const ElfW(Rela) *entry = __rela_iplt_start; entry < __rela_iplt_end; entry++) {
    uintptr_t (*choose)(void) = (uintptr_t(*)(void))entry->r_addend;
    *(uintptr_t *)entry->r_offset = choose();
  }
}

static void run_steps(Step *const *step, Step *const *end, int count, char **arguments) {
  for (; step < end; step++) (*step)(count, arguments, __environ);
}

static void finish(void *unused) {
  (void)unused;
  for (void (*const *step)(void) = __fini_array_end; step > __fini_array_start;) (*--step)();
  _fini();
}

__attribute__((noinline)) static void start_library(int count, char **arguments) {
  __libc_early_init(1);
  __libc_init_first(count, arguments, __environ);
  __cxa_atexit(finish, NULL, NULL);
  run_steps(__preinit_array_start, __preinit_array_end, count, arguments);
  _init();
  run_steps(__init_array_start, __init_array_end, count, arguments);
  _dl_debug_initialize(0, 0);
}

// No call that may need thread-local storage or a chosen function before both are there. Nothing here ends the main thread
// alone (pthread_exit), for which the library would keep a place to return to.
__attribute__((no_stack_protector)) int __wrap___libc_start_main(Main *main, int count, char **arguments, Main *init, void (*fini)(void),
                             void (*rtld_fini)(void), void *stack_end) {
  char **environment = arguments + count + 1;
  char **values = environment;
  while (*values) values++;

  ElfW(auxv_t) *facts = (ElfW(auxv_t) *)(values + 1);
  // A program that runs with another's rights is looked at more closely.
  for (ElfW(auxv_t) *fact = facts; fact->a_type != AT_NULL; fact++) {
    if (fact->a_type == AT_SECURE && fact->a_un.a_val != 0)
      return __real___libc_start_main(main, count, arguments, init, fini, rtld_fini, stack_end);
  }

  __environ = environment;
  __libc_stack_end = stack_end;
  _dl_aux_init(facts);
  __tunables_init(__environ);

  // What the answers would have set and something else reads: what kind of processor it is, from which size on a copy passes
  // the cache by (three quarters of it), and what a signal needs of a stack, which a kernel before 5.14 does not say.
  _dl_hwcap = 1 << 1;
  __x86_shared_non_temporal_threshold = __x86_shared_cache_size / 4 * 3;
  __x86_rep_movsb_stop_threshold = __x86_shared_non_temporal_threshold;
  if (_dl_minsigstacksize == 0) _dl_minsigstacksize = 16 << 10;

  _dl_relocate_static_pie();
  choose_functions();
  __libc_setup_tls();

  const uintptr_t *random = _dl_random;
  uintptr_t canary = random[0] & ~(uintptr_t)0xff, guard = random[1];
  __asm__ volatile("movq %0, %%fs:0x28" ::"r"(canary) : "memory");
  __asm__ volatile("movq %0, %%fs:0x30" ::"r"(guard) : "memory");

  if (rtld_fini) __cxa_atexit((void (*)(void *))rtld_fini, NULL, NULL);
  start_library(count, arguments);
  exit(main(count, arguments, __environ));
}

#else

int __wrap___libc_start_main(Main *main, int count, char **arguments, Main *init, void (*fini)(void),
                             void (*rtld_fini)(void), void *stack_end) {
  return __real___libc_start_main(main, count, arguments, init, fini, rtld_fini, stack_end);
}

#endif
#endif
