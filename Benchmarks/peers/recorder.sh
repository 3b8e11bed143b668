#!/bin/sh
# The recorder that a shell script and jq make: a post-commit hook with the journal's commit events, a lock and a summary.
#
# It is here to be measured beside codex-hook. It redacts nothing, knows one work tree, and loses events when it is killed.
set -eu
top=$(git rev-parse --show-toplevel)
live=$top/.codex
mkdir -p "$live"
touch "$live/journal.ndjson"

git log -1 --format='%H%n%ct%n%s' | {
  read -r sha
  read -r time
  read -r subject
  files=$(git diff-tree -r --root --no-commit-id --name-only HEAD | wc -l)
  jq -cn --arg sha "$sha" --argjson time "$time" --arg message "$subject" --argjson files "$files" \
    --arg branch "$(git symbolic-ref --short -q HEAD)" \
    '{ts: ($time | todate), type: "commit", sha: $sha, files_changed: $files,
      message: ($message | .[0:120]), branch: $branch}'
} >"$live/event.new"

(
  flock 9
  sha=$(jq -r .sha "$live/event.new")
  grep -qF "\"$sha\"" "$live/journal.ndjson" || cat "$live/event.new" >>"$live/journal.ndjson"
  {
    printf '# Summary\n\n## Recent Activity\n\n'
    tail -n 10 "$live/journal.ndjson" |
      jq -r '"- \(.ts) commit \(.sha[0:7]): \(.message) (\(.files_changed) files)"'
  } >"$live/summary.new"
  mv "$live/summary.new" "$live/summary.md"
) 9>"$live/recorder.lock"
rm -f "$live/event.new"
