#!/bin/sh
# Gets a release of codex-hook for a CI job and checks its bytes; its path goes into the job's environment as CODEX_HOOK.
#
#   CODEX_HOOK_GIVEN     a binary that is there already, instead of all this
#   CODEX_HOOK_VERSION   the release, such as 0.1.0
#   CODEX_HOOK_RELEASES  the address below which the releases are
#   CODEX_HOOK_SHA256    what the tarball must have; empty: what the release's SHA256SUMS says
set -eu

fail() {
  echo "codex-hook: $*" >&2
  exit 1
}

binary=${CODEX_HOOK_GIVEN-}
if [ -z "$binary" ]; then
  name=codex-hook-$CODEX_HOOK_VERSION-linux-$(uname -m)
  folder=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/codex-hook
  mkdir -p "$folder"
  cd "$folder"
  get() { curl --fail --silent --show-error --location --proto '=https,file' --retry 3 --output "$2" "$1"; }
  from=$CODEX_HOOK_RELEASES/v$CODEX_HOOK_VERSION
  get "$from/$name.tar.gz" "$name.tar.gz" || fail "there is no $from/$name.tar.gz"
  if [ -n "${CODEX_HOOK_SHA256-}" ]; then
    echo "$CODEX_HOOK_SHA256  $name.tar.gz" >sums
  else
    get "$from/SHA256SUMS" all || fail "there is no $from/SHA256SUMS"
    grep -F " $name.tar.gz" all >sums || fail "SHA256SUMS does not name $name.tar.gz"
  fi
  sha256sum --check --quiet --strict sums || fail "$name.tar.gz is not what it should be; it was not unpacked"
  tar -xzf "$name.tar.gz"
  binary=$folder/$name/bin/codex-hook
fi
"$binary" --version >/dev/null || fail "$binary does not start"
if [ -n "${GITHUB_ENV-}" ]; then echo "CODEX_HOOK=$binary" >>"$GITHUB_ENV"; fi
printf '%s\n' "$binary"
