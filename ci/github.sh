#!/bin/sh
# Shows reviewers what happened, from the checkout alone: in the step summary always, and on a pull request of the same
# repository in its description or in one comment. Nothing of the checkout is run. Called by action.yml; needs gh and jq.
set -eu
codex=${CODEX_HOOK:-codex-hook}

"$codex" pr-block --format step-summary --branch "$CODEX_HOOK_BRANCH" >>"$GITHUB_STEP_SUMMARY"

# A fork's token may not write, and its text is not ours to spread.
[ -n "$CODEX_HOOK_PULL" ] && [ "$CODEX_HOOK_FROM" = "$GITHUB_REPOSITORY" ] || exit 0
[ "$CODEX_HOOK_SHOW" != none ] || exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
block() { "$codex" pr-block --branch "$CODEX_HOOK_BRANCH"; }
# The block is a courtesy: what keeps it from being shown must not fail the job.
warn() { echo "::warning title=codex-hook::$*"; }
repository=repos/$GITHUB_REPOSITORY

case $CODEX_HOOK_SHOW in
description)
  place=$repository/pulls/$CODEX_HOOK_PULL
  gh api "$place" >"$scratch/pull" || { warn "the description could not be read"; exit 0; }
  jq -j '.body // ""' "$scratch/pull" >"$scratch/before"
  block <"$scratch/before" >"$scratch/after" || { warn "the description was left as it is"; exit 0; }
  cmp -s "$scratch/before" "$scratch/after" ||
    gh api --silent --method PATCH "$place" -F "body=@$scratch/after" ||
    warn "the description could not be changed; does the job have pull-requests: write?"
  ;;
comment)
  place=$repository/issues/$CODEX_HOOK_PULL/comments
  gh api --paginate "$place" >"$scratch/comments" || { warn "the comments could not be read"; exit 0; }
  block </dev/null >"$scratch/after"
  # Ours alone: anybody may write the mark into a comment.
  id=$(jq -r -s 'add | map(select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- codex-hook:begin -->"))))
    | first | .id // ""' "$scratch/comments")
  if [ -n "$id" ]; then
    gh api --silent --method PATCH "$repository/issues/comments/$id" -F "body=@$scratch/after"
  else
    gh api --silent --method POST "$place" -F "body=@$scratch/after"
  fi || warn "the comment could not be written; does the job have pull-requests: write?"
  ;;
*)
  echo "codex-hook: show is \"$CODEX_HOOK_SHOW\", not description, comment or none" >&2
  exit 1
  ;;
esac
