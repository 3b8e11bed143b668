#!/bin/sh
# Builds the binary that is installed, and prints its path.
#
#   scripts/build.sh [--product NAME]...
#
# On Linux one file without shared libraries, which starts in a third of the time, where libgit2's archives
# are there and link; otherwise the ordinary link, with a line that says so. docs/decisions/static-link.md
# has the reasons and the figures. With CODEX_HOOK_SYMBOLS=1 the names of functions stay in it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
log=$here/.build/release.log
[ $# -gt 0 ] || set -- --product codex-hook

mkdir -p "$here/.build" 2>/dev/null || {
  echo "$here/.build cannot be made, so nothing can be built. Is $here read-only?" >&2
  exit 1
}

# A warning is an error on CI (Package.swift), which must not keep anybody from installing there.
unset CI

build() {
  for product; do
    # shellcheck disable=SC2086
    [ "$product" = --product ] ||
      swift build --package-path "$here" -c release --product "$product" $flags >>"$log" 2>&1 || return
  done
}

: >"$log"
binary=""
if [ "$(uname -s)" = Linux ]; then
  folder=$(pkg-config --variable=libdir libgit2)
  if [ -e "$folder/libgit2.a" ]; then
    # libssh2 is named because libgit2's own list leaves out what libssh2 needs.
    archives=$(pkg-config --static --libs libgit2 libssh2 2>/dev/null ||
      pkg-config --static --libs libgit2)
    CODEX_HOOK_STATIC=
    for word in $archives; do
      case $word in -[lL]*) CODEX_HOOK_STATIC="$CODEX_HOOK_STATIC $word" ;; esac
    done
    export CODEX_HOOK_STATIC
    # A section for each function, so that the linker may order them.
    flags='-Xswiftc -static-executable -Xswiftc -Xfrontend -Xswiftc -function-sections'
    [ -n "${CODEX_HOOK_SYMBOLS-}" ] || flags="$flags -Xlinker -s"
    # lld, which comes with Swift, lays together what a recording uses; any other linker makes the same program, slower.
    for CODEX_HOOK_LINKER in lld ''; do
      export CODEX_HOOK_LINKER
      build "$@" || continue
      binary=linked
      break
    done
    unset CODEX_HOOK_LINKER
    if [ -z "$binary" ]; then
      echo "codex-hook is linked dynamically: libgit2's archives here do not link into one file ($log)" >&2
      log=$here/.build/release-dynamic.log
      : >"$log"
    fi
    unset CODEX_HOOK_STATIC
  else
    echo "codex-hook is linked dynamically: there is no $folder/libgit2.a" >&2
  fi
  flags='--static-swift-stdlib -Xlinker -s'
else
  flags=
fi

if [ -z "$binary" ] && ! build "$@"; then
  grep -E 'error:' "$log" | tail -n 10 >&2 || tail -n 15 -- "$log" >&2
  echo "codex-hook could not be built; all that the build said: $log" >&2
  exit 1
fi
printf '%s\n' "$here/.build/release/codex-hook"
