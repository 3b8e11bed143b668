// What codex-hook's libgit2 answers to a remote's address, for the tests: opens it as
// `git fetch` would, and prints what came of it. A process of its own, so that it is
// linked as the binary is, statically too.

#include <COfflineGit.h>
#include <git2.h>
#include <stdio.h>

int main(int count, char **words) {
  git_remote *remote = NULL;
  if (count != 2) return 64;
  if (codex_offline_git_start() < 0) return 70;
  if (git_remote_create_detached(&remote, words[1]) < 0) return 70;
  if (git_remote_connect(remote, GIT_DIRECTION_FETCH, NULL, NULL, NULL) < 0) {
    const git_error *error = git_error_last();
    printf("refused: %s\n", error == NULL ? "" : error->message);
    return 1;
  }
  printf("connected\n");
  return 0;
}
