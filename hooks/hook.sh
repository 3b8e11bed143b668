#!/bin/sh
# codex-hook: begin. Writes down what happens in this repository; never stops git.
# One text for every hook: it knows its name from its file. The hook that stood here before runs
# from NAME.before-codex-hook, with its own input and exit code; lines after the end run too.
# Does another installer refuse? Let it overwrite this file, then run `codex-hook install`: both run.
# CODEX_HOOK=0 switches the recording off; `codex-hook uninstall` takes these lines out again.
codex_name=${0##*/}
codex_name=${codex_name%%.*}
codex_before=${0%/*}/before-codex-hook/$codex_name # one that asks for its own name
[ -x "$codex_before" ] || codex_before=${0%/*}/$codex_name.before-codex-hook
[ -x "$codex_before" ] || codex_before=

# The binary is the clone's own, wherever the hooks stand; in a linked work tree and in a
# submodule git sets GIT_DIR, but not when it makes a work tree, whose .git is a file that says it.
# Nothing that goes wrong here may reach git, least of all a push.
codex_dir=${GIT_DIR:-.git}
[ ! -f "$codex_dir" ] || read -r codex_bin codex_dir <"$codex_dir"
codex_own=$codex_dir # the work tree's, as against the clone's
case ${codex_dir%/*} in */worktrees) codex_dir=${codex_dir%/worktrees/*} ;; esac
codex_bin=$codex_dir/codex-hook/bin/codex-hook
if [ ! -x "$codex_bin" ]; then
  codex_bin=${0%/*}/../codex-hook/bin/codex-hook
  [ -x "$codex_bin" ] || codex_bin=$(command -v codex-hook)
fi
[ "$CODEX_HOOK" != 0 ] || codex_bin=

# git does not look at how these two end, and gives them nothing to read. So the shell becomes the binary, which saves
# a process at every commit, if no other hook waits and the binary has recorded since it was put there, so that it can be
# run. Where lines follow ours, the binary starts this file again instead of recording, with the number of this process.
case $codex_name in post-commit | post-merge)
  if [ "$CODEX_HOOK_WAITS" = $$ ]; then
    unset CODEX_HOOK_WAITS
  elif [ "$codex_bin" ] && [ ! "$codex_before" ] && [ "$codex_dir/codex-hook/lock" -nt "$codex_bin" ]; then
    export CODEX_HOOK_SCRIPT="$0"
    exec "$codex_bin" hook "$codex_name" "$@"
  fi ;;
esac

codex_record() {
  [ ! "$codex_bin" ] || "$codex_bin" hook "$codex_name" "$@"
}

# What post-commit has found stands in a file: nothing goes along with a commit after this tip of this branch. Where that is
# still so, and nothing was recorded and no focus changed since, no process need be started to find it again.
codex_is_quiet() {
  codex_quiet=$codex_dir/codex-hook/sharing/quiet@
  [ "$codex_own" = "$codex_dir" ] || codex_quiet=$codex_quiet${codex_own##*/}
  [ "$codex_quiet" -nt "$codex_dir/codex-hook/sharing/outbox" ] && [ "$codex_quiet" -nt .codex/state.json ] &&
    read -r codex_tip codex_head <"$codex_quiet" && codex_ref=$codex_dir/${codex_head#ref: } && [ -f "$codex_ref" ] &&
    read -r codex_line <"$codex_ref" && [ "$codex_line" = "$codex_tip" ] &&
    read -r codex_line <"$codex_own/HEAD" && [ "$codex_line" = "$codex_head" ]
} 2>/dev/null

# Two hooks are given lines to read, and everybody who runs here must see all of them.
codex_lines=
case $codex_name in pre-push | post-rewrite)
  if command -v cat >/dev/null; then
    codex_lines=$(cat)
  else
    while IFS= read -r codex_line; do
      codex_lines="${codex_lines:+$codex_lines
}$codex_line"
    done
  fi ;;
esac
codex_rewind() {
  [ -z "$codex_lines" ] || exec <<CODEX_LINES
$codex_lines
CODEX_LINES
}

# Only pre-commit waits for the others: what they refuse is no commit.
codex_rewind
[ "$codex_name" = pre-commit ] || codex_record "$@" || :
codex_rewind
if [ "$codex_before" ]; then "$codex_before" "$@" || exit; fi
[ "$codex_name" != pre-commit ] || codex_is_quiet || codex_record "$@" || :
codex_rewind
# codex-hook: end.
