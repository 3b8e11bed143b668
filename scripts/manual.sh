#!/bin/sh
# Prints the manual page of a codex-hook binary, made by swift-argument-parser's own generator.
#
#   scripts/manual.sh BINARY
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
parser=$here/.build/checkouts/swift-argument-parser
[ -d "$parser" ] || swift package --package-path "$here" resolve >&2
swift build --package-path "$parser" --scratch-path "$here/.build/manual" --product generate-manual \
  >"$here/.build/manual.log" 2>&1 || {
  tail -n 15 -- "$here/.build/manual.log" >&2
  echo "the generator of the manual page could not be built; all that the build said: $here/.build/manual.log" >&2
  exit 1
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
date=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%d 2>/dev/null || date -u +%Y-%m-%d)
"$here/.build/manual/debug/generate-manual" "$1" --date "$date" --section 1 --output-directory "$folder" >&2
cat "$folder/codex-hook.1"
