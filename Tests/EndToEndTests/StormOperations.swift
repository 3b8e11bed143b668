/// One kind of thing that people do with git, as a shell script; each leaves a clean work tree or says with `left` what it leaves.
struct StormOperation {
  let name: String
  let script: String

  init(_ name: String, _ script: String) {
    self.name = name
    self.script = script
  }
}

/// What every script may call: `seen` after each step that may make a commit, `com` to make one, `topic` to make a branch of three,
/// `back` to return, `left` to check the status against what the operation leaves.
let stormPrelude = """
  exec 2>&1
  umask 022
  seen() { git --no-replace-objects rev-list --branches HEAD >>"$SEEN"; }
  here=$(git symbolic-ref -q --short HEAD || git rev-parse HEAD)
  on() { case $here in ????????????????????????????????????????) git switch -q --detach "$here" ;; *) git switch -q "$here" ;; esac; }
  back() { on; }
  stay() { here=$(git symbolic-ref -q --short HEAD || git rev-parse HEAD); }
  edit() { echo "$2 $OP $R" >"$1"; git add "$1"; }
  com() { edit "$1" "$2"; git commit -qm "$2 $OP"; seen; }
  topic() { git switch -qc "t$OP"; com "x$OP" one; com "${1:-y$OP}" two; com "z$OP" three; back; }
  clash() { topic "$1"; com "$1" other; stay; git switch -q "t$OP"; }
  left() { status=$(git status --porcelain -uall); [ "$status" = "$1" ] || echo "WRONG status: $status; not: $1"; }
  colleague() {
    ( cd "$BOX/colleague" && git switch -qC "$1" && git fetch -q && { git reset -q --hard "origin/$1" 2>/dev/null || :; } &&
      for n in 1 2; do echo "$OP $n" >"c$OP-$n"; git add .; git commit -qm "colleague $n $OP"; done &&
      git push -qf origin "HEAD:$1" ) >/dev/null
  }
  exec 3>&1

  """

/// What ends every operation: nothing stays under way, and every work tree is looked at.
let stormPostlude = """
  cd "$TREE" 2>/dev/null || cd "$MAIN"
  dir=$(git rev-parse --absolute-git-dir)
  [ -d "$dir/rebase-merge" ] && echo "WRONG: a rebase is left" && git rebase --abort
  [ -d "$dir/rebase-apply" ] && echo "WRONG: an am is left" && git am --abort
  for name in CHERRY_PICK_HEAD REVERT_HEAD MERGE_HEAD sequencer BISECT_LOG; do
    [ -e "$dir/$name" ] && echo "WRONG: $name is left"
  done
  git -C "$MAIN" worktree list --porcelain | sed -n 's/^worktree //p' | while IFS= read -r tree; do
    cd "$tree" || continue
    seen
    left ""
  done
  exit 0
  """

let stormOperations: [StormOperation] =
  stormCommits + stormRebases + stormSequences + stormMerges + stormRefs
