#!/bin/sh
# Makes a repository's commits recorded: ./install-hooks.sh [REPO], once a clone. REPO is the current folder's
# repository unless given. Builds the binary, which then does the rest (`codex-hook install`); a second
# clone reuses that build. Needs a Swift toolchain and installs libgit2's headers where it may.
set -eu

fail() {
  printf 'install-hooks.sh: %s\n' "$@" >&2
  exit 1
}

case ${1-} in
-h | --help)
  sed -n 's/^# //; 2,4p' "$0"
  exit 0
  ;;
-*)
  echo "usage: ./install-hooks.sh [REPO]" >&2
  exit 64
  ;;
esac
[ $# -le 1 ] || {
  echo "usage: ./install-hooks.sh [REPO]" >&2
  exit 64
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
repository=${1:-.}

# Everything that can be refused is refused before anything is built or written.
command -v git >/dev/null 2>&1 || fail "there is no git on PATH; nothing was done."
[ -d "$repository" ] || fail "there is no folder $repository; nothing was done."
repository=$(CDPATH='' cd -- "$repository" && pwd -P)
# A git that started this (an alias, a hook) says which repository it is in; REPO says which one is meant.
# shellcheck disable=SC2046
unset $(git rev-parse --local-env-vars)
if ! top=$(git -C "$repository" rev-parse --show-toplevel 2>&1); then
  fail "$repository is not in a git work tree; nothing was done. git says:" "$top"
fi
if [ "${CI-}" = true ] && [ "$(git -C "$repository" config codexHook.ci)" != write ]; then
  fail "CI only reads; nothing was done. To record there: git config codexHook.ci write"
fi
store=$(CDPATH='' cd -- "$repository" && CDPATH='' cd -- "$(git rev-parse --git-common-dir)" && pwd -P)
trial=$(mktemp -d "$store/codex-hook-XXXXXX" 2>/dev/null) ||
  fail "$store cannot be written, so nothing can be recorded there; nothing was done."
rmdir -- "$trial"

# The build's name is its sources' hash, so that the same sources are built once on a machine.
sources() {
  cd -- "$here" && find Package.swift Sources hooks schema scripts -type f | LC_ALL=C sort
}
name=$({
  uname -sm
  sources
  sources | (cd -- "$here" && git hash-object --no-filters --stdin-paths)
} | git hash-object --stdin)
caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
cached=${caches:-$here/.build}/codex-hook/$name/codex-hook

# One that no longer starts (its libgit2 is gone) is built again.
if ! "$cached" --version >/dev/null 2>&1; then
  command -v swift >/dev/null 2>&1 ||
    fail "there is no swift on PATH; nothing was done. Install Swift 6.2 or newer" \
      "(https://www.swift.org/install), then run this again."
  "$here/scripts/dependencies.sh" || exit 1
  echo "building codex-hook, once for this version; it takes a minute or two" >&2
  built=$("$here/scripts/build.sh") || exit 1
  if mkdir -p -- "${cached%/*}" 2>/dev/null && cp -- "$built" "$cached.$$" 2>/dev/null; then
    mv -f -- "$cached.$$" "$cached"
  else
    cached=$built
  fi
fi

exec "$cached" install -C "$top"
