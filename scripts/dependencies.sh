#!/bin/sh
# Sees to what a build needs beside a Swift toolchain: libgit2's headers and pkg-config.
#
#   scripts/dependencies.sh          what install-hooks.sh and `make build` need
#   scripts/dependencies.sh test     and what `make test` needs: .build/venv/bin/python with jsonschema, and where
#                                    they can be had strace, busybox and the tools whose hooks stand beside ours
#   scripts/dependencies.sh bench    and what `make bench` needs: hyperfine, valgrind, jq, and its peers in .build/bench-venv
#
# Installs what is missing where it may do so without asking (root or password-less sudo with apt,
# or Homebrew), and otherwise names the one command that does. Says nothing when nothing is missing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
log=${CODEX_HOOK_LOG:-$here/.build/dependencies.log}

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# install PACKAGE...: through apt, with what it says in the log.
install() {
  [ "$(id -u)" = 0 ] && sudo='' || sudo='sudo -n'
  if [ -n "$sudo" ] && ! $sudo true 2>/dev/null; then
    fail "$* must be installed first. Run this, then run the same command again:" \
      "    sudo apt-get install -y $*"
  fi
  echo "installing $*" >&2
  mkdir -p "$(dirname -- "$log")"
  apt="$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y"
  # A fresh container has no package lists yet: update, and try again.
  $apt install --no-install-recommends "$@" >"$log" 2>&1 && return
  $apt update >>"$log" 2>&1 && $apt install --no-install-recommends "$@" >>"$log" 2>&1 && return
  tail -n 5 -- "$log" >&2
  fail "apt-get could not install $* (all it said: $log)." \
    "Is the network up? Then run this, and run the same command again:" \
    "    ${sudo:+sudo }apt-get update && ${sudo:+sudo }apt-get install -y $*"
}

if ! pkg-config --exists libgit2 2>/dev/null; then
  if command -v apt-get >/dev/null 2>&1; then
    install libgit2-dev pkg-config
  elif command -v brew >/dev/null 2>&1; then
    mkdir -p "$(dirname -- "$log")"
    echo "installing libgit2 pkg-config" >&2
    brew install libgit2 pkg-config >"$log" 2>&1 ||
      fail "brew could not install libgit2 and pkg-config (all it said: $log)."
  else
    fail "libgit2's headers and pkg-config must be installed first, with this system's package manager."
  fi
fi

if [ "${1-}" = bench ]; then
  for tool in hyperfine valgrind jq python3; do
    command -v $tool >/dev/null 2>&1 || install $tool
  done
  [ -x /usr/bin/time ] || install time
  tools=$here/.build/bench-venv
  [ -x "$tools/bin/lefthook" ] && [ -x "$tools/bin/pre-commit" ] && exit 0
  python3 -c 'import ensurepip, venv' 2>/dev/null || install python3-venv
  echo "preparing .build/bench-venv" >&2
  mkdir -p "$here/.build"
  log=$here/.build/bench-venv.log
  { python3 -m venv "$tools" && "$tools/bin/pip" install -q lefthook pre-commit; } >"$log" 2>&1 ||
    fail "lefthook and pre-commit could not be installed from PyPI (all it said: $log)."
  exit 0
fi

[ "${1-}" = test ] || exit 0

# The tests make system calls fail with strace, run the hooks in busybox's shell too, and beside those of git-lfs.
if [ "$(uname)" = Linux ]; then
  for tool in strace busybox git-lfs; do
    command -v $tool >/dev/null 2>&1 || (install $tool) ||
      echo "going on without $tool: the tests that need it are skipped" >&2
  done
fi

# Other shells and awks than this system's own, for .codex/load; a test of one that is not here is left out.
if command -v apt-get >/dev/null 2>&1; then
  missing=
  for tool in busybox gawk original-awk; do
    command -v $tool >/dev/null 2>&1 || missing="$missing $tool"
  done
  # shellcheck disable=SC2086
  [ -z "$missing" ] || (install $missing) || echo "going on without$missing" >&2
fi

# The tests have journal lines checked by a JSON Schema validator that is not ours.
python=$here/.build/venv/bin/python
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
  command -v python3 >/dev/null 2>&1 || fail "python3 must be installed first: the tests validate the journal with it."
  python3 -c 'import ensurepip, venv' 2>/dev/null || install python3-venv
  log=$here/.build/venv.log
  mkdir -p "$here/.build"
  echo "preparing .build/venv" >&2
  python3 -m venv --system-site-packages "$here/.build/venv" >"$log" 2>&1 || {
    tail -n 5 -- "$log" >&2
    fail "python3 could not make $here/.build/venv (all it said: $log)."
  }
  "$python" -c 'import jsonschema' 2>/dev/null ||
    "$python" -m pip install -q 'jsonschema>=4.18,<5' >>"$log" 2>&1 || {
    tail -n 5 -- "$log" >&2
    fail "pip could not install jsonschema (all it said: $log). Is the network up?"
  }
fi

# The checks of what we write for other programs: descriptions in CommonMark, workflows by their vendors' schemas and by a
# linter that looks for what strangers could do with them, queries in DuckDB.
if ! "$python" -c 'import markdown_it, check_jsonschema, duckdb' 2>/dev/null || [ ! -x "${python%/*}/zizmor" ]; then
  "$python" -m pip install -q 'markdown-it-py>=3,<5' 'check-jsonschema>=0.39,<1' 'duckdb>=1,<2' 'zizmor>=1.32,<2' \
    >"$here/.build/venv.log" 2>&1 || {
    tail -n 5 -- "$here/.build/venv.log" >&2
    fail "pip could not install markdown-it-py, check-jsonschema, duckdb and zizmor (all it said: $here/.build/venv.log). Is the network up?"
  }
fi

# The real clients of our MCP server; without them those tests are skipped.
if ! "$python" -c 'import mcp, amagi_mcp_probe' 2>/dev/null; then
  "$python" -m pip install -q 'mcp==2.3.0' 'amagi-mcp-probe==0.1.0' >>"$here/.build/venv.log" 2>&1 ||
    echo "going on without mcp and amagi-mcp-probe: the tests that need them are skipped" >&2
fi

# The managers of hooks beside which ours are tested.
if ! [ -x "$here/.build/venv/bin/lefthook" ] || ! [ -x "$here/.build/venv/bin/pre-commit" ]; then
  "$python" -m pip install -q 'lefthook>=1.10,<3' 'pre-commit>=3,<5' >>"$here/.build/venv.log" 2>&1 ||
    echo "going on without lefthook and pre-commit: the tests that need them are skipped" >&2
fi
