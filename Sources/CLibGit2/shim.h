#ifndef CODEX_HOOK_CLIBGIT2_SHIM_H
#define CODEX_HOOK_CLIBGIT2_SHIM_H

#include <git2.h>

#endif
