// A recorder that runs in every commit must not be able to talk to anybody. libgit2
// asks the transports that a program registered before its own, so one that
// refuses, under every address that leads off this machine, closes them all: on
// every system, with every TLS library, in a static and in a dynamic link.

#include "COfflineGit.h"

#include <git2.h>
#include <git2/sys/transport.h>
#include <stddef.h>

static int refuse(git_transport **out, git_remote *owner, void *param) {
  (void)owner;
  (void)param;
  *out = NULL;
  git_error_set_str(GIT_ERROR_NET, "codex-hook never opens a connection");
  return GIT_ERROR;
}

int codex_offline_git_start(void) {
  // All of libgit2's transports but the one for local folders. `user@host:path`
  // is looked up as ssh.
  static const char *const schemes[] = {"https", "http", "ssh", "git", "ssh+git", "git+ssh"};
  int code = git_libgit2_init();
  for (size_t i = 0; code >= 0 && i < sizeof schemes / sizeof *schemes; i++) {
    int registered = git_transport_register(schemes[i], refuse, NULL);
    if (registered < 0 && registered != GIT_EEXISTS) code = registered;
  }
  return code;
}
