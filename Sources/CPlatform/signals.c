#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <fcntl.h>

/* Moves a new descriptor above the three standard ones: where one of those is
   closed, the new one would stand in its place and be taken for it. */
static int above_standard(int file) {
  if (file < 0 || file > 2) return file;
  int moved = fcntl(file, F_DUPFD_CLOEXEC, 3);
  int code = errno;
  close(file);
  errno = code;
  return moved;
}

#if defined(__linux__)
#include <sys/signalfd.h>
#include <sys/syscall.h>

int codex_child_open(int child) {
#if defined(SYS_pidfd_open)
  return above_standard((int)syscall(SYS_pidfd_open, child, 0));
#else
  (void)child;
  errno = ENOSYS;
  return -1;
#endif
}

int codex_signals_open(const int *signals, int count) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
  return above_standard(signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

int codex_signals_next(int queue, int *from_terminal) {
  struct signalfd_siginfo info;
  ssize_t size;
  do size = read(queue, &info, sizeof info);
  while (size < 0 && errno == EINTR);
  if (size != (ssize_t)sizeof info) return 0;
  /* The kernel's own signals (a key on the terminal) have a positive code. */
  *from_terminal = info.ssi_code > 0;
  return (int)info.ssi_signo;
}

#else
#include <sys/event.h>
#include <sys/time.h>

int codex_child_open(int child) {
  int queue = above_standard(kqueue());
  if (queue < 0) return -1;
  fcntl(queue, F_SETFD, FD_CLOEXEC);
  struct kevent change;
  EV_SET(&change, child, EVFILT_PROC, EV_ADD | EV_ONESHOT, NOTE_EXIT, 0, NULL);
  if (kevent(queue, &change, 1, NULL, 0, NULL) == 0) return queue;
  int code = errno;
  close(queue);
  errno = code;
  return -1;
}

int codex_signals_open(const int *signals, int count) {
  int queue = above_standard(kqueue());
  if (queue < 0) return -1;
  fcntl(queue, F_SETFD, FD_CLOEXEC);
  for (int i = 0; i < count; i++) {
    struct kevent change;
    EV_SET(&change, signals[i], EVFILT_SIGNAL, EV_ADD | EV_CLEAR, 0, 0, NULL);
    if (kevent(queue, &change, 1, NULL, 0, NULL) < 0) {
      int code = errno;
      close(queue);
      errno = code;
      return -1;
    }
  }
  return queue;
}

int codex_signals_next(int queue, int *from_terminal) {
  struct kevent event;
  struct timespec now = {0, 0};
  if (kevent(queue, NULL, 0, &event, 1, &now) != 1) return 0;
  int signal = (int)event.ident;
  /* kqueue does not tell the sender; the terminal's keys are the usual one. */
  *from_terminal = signal == SIGINT || signal == SIGQUIT;
  /* The blocked signal is still pending; take it, so that unblocking later does not deliver it. */
  sigset_t pending, one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  if (sigpending(&pending) == 0 && sigismember(&pending, signal)) sigwait(&one, &signal);
  return (int)event.ident;
}
#endif

extern char **environ;

char *const *codex_environment(void) { return environ; }
