#ifndef CODEX_HOOK_CLIBGIT2_SHIM_H
#define CODEX_HOOK_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <unistd.h>

/* git_libgit2_opts is variadic, which Swift cannot call: one function for each option that is used. */

/* The extensions of the repository format that make no difference to what is read here. Not objectformat and
   refstorage: libgit2 1.5 would open such a repository and then misread it. */
static inline int codex_git_set_extensions(void) {
  static const char *names[] = {"worktreeconfig", "relativeworktrees", "preciousobjects", "partialclone"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof *names);
}

static inline int codex_git_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int codex_git_set_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int codex_git_set_loose_priority(int priority) {
  return git_libgit2_opts(GIT_OPT_SET_ODB_LOOSE_PRIORITY, priority);
}

static inline int codex_git_set_search_path(git_config_level_t level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, (int)level, path);
}

/* The environment is a mutable global, which Swift 6 does not let through. */

extern char **environ;

static inline char *const *codex_environment(void) {
  return environ;
}

#endif
