#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <signal.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

// Asks for the lock again and again, five times a millisecond.
static int ask_within(int file, int milliseconds) {
  struct timespec pause = {0, 200000};
  for (long left = milliseconds * 5L; left >= 0; left--) {
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno != EWOULDBLOCK) return -1;
    nanosleep(&pause, NULL);
  }
  errno = EINTR;
  return -1;
}

#if defined(__linux__)
#include <sys/syscall.h>

#if !defined(sigev_notify_thread_id)
#define sigev_notify_thread_id _sigev_un._tid
#endif

static void wake(int signal) { (void)signal; }

int codex_lock_within(int file, int milliseconds) {
  // Installed without SA_RESTART, so that it ends the call, and left so: another thread may be waiting, too.
  struct sigaction action = {.sa_handler = wake};
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGALRM};
  event.sigev_notify_thread_id = (int)syscall(SYS_gettid);
  timer_t timer;
  // A sandbox may refuse timers; without one, nothing would end the wait.
  if (sigaction(SIGALRM, &action, NULL) != 0 || timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
    return ask_within(file, milliseconds);
  // Again and again, because the first time may be before the call has begun to wait.
  struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L + 1};
  struct itimerspec times = {.it_value = time, .it_interval = {0, 5000000}};
  sigset_t alarm, before;
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  pthread_sigmask(SIG_UNBLOCK, &alarm, &before);
  timer_settime(timer, 0, &times, NULL);
  int result = flock(file, LOCK_EX), code = errno;
  timer_delete(timer);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return result;
}
#else
int codex_lock_within(int file, int milliseconds) { return ask_within(file, milliseconds); }
#endif
