/// Branches, work trees, other refs and pushes.
let stormRefs = [
  StormOperation("switch", "git switch -qc s$OP; com f0 s; back"),
  StormOperation("move over", "git switch -qc s$OP; com f0 s"),
  StormOperation(
    "go to a branch",
    "b=$(git for-each-ref --format='%(refname:short)' refs/heads | sed -n \"$((R % 9 + 1))p\"); git switch -q \"$b\" || :; com f2 there"
  ),
  StormOperation("detach", "git switch -q --detach; com f0 d; com f1 d; git switch -qc d$OP"),
  StormOperation("detach and stay", "git checkout -q HEAD~1; com f0 d"),
  StormOperation("detached and lost", "git switch -q --detach; com f0 lost; back"),
  StormOperation("branch -D", "git switch -qc b$OP; com f0 gone; back; git branch -qD b$OP"),
  StormOperation(
    "branch -m", "git switch -qc b$OP; com f0 named; git branch -m renamed$OP; com f1 named; back"),
  StormOperation("orphan", "git switch -q --orphan o$OP; com f0 root; com f1 root; back"),
  StormOperation(
    "worktree add", "git worktree add -q -b w$OP \"$BOX/tree $OP\"; cd \"$BOX/tree $OP\"; com f0 w"),
  StormOperation(
    "worktree add --detach",
    "git worktree add -q --detach \"$BOX/tree $OP\"; cd \"$BOX/tree $OP\"; com f0 w"),
  StormOperation(
    "worktree remove",
    "w=$(git worktree list --porcelain | sed -n 's/^worktree //p' | sed -n 2p); [ -z \"$w\" ] || { cd \"$MAIN\"; git worktree remove \"$w\"; }"
  ),
  StormOperation(
    "commit in all",
    "git worktree list --porcelain | sed -n 's/^worktree //p' >\"$BOX/trees\"; while IFS= read -r t; do ( cd \"$t\"; com f0 all ) & done <\"$BOX/trees\"; wait"
  ),
  StormOperation("tag", "git tag -am tagged v$OP; git tag light$OP"),
  StormOperation("notes", "git notes add -f -m \"note $OP\" HEAD"),
  StormOperation(
    "replace",
    "com f0 1; com f0 2; git replace HEAD~1 \"$(git commit-tree -m \"replaced $OP\" 'HEAD~1^{tree}')\"; com f0 3"
  ),
  StormOperation("gc", "git gc -q --auto; git pack-refs --all"),
  StormOperation(
    "update-ref",
    "git update-ref refs/heads/ref$OP \"$(git commit-tree -p HEAD -m \"ref $OP\" 'HEAD^{tree}')\""),
  StormOperation(
    "fast-import",
    "printf 'commit refs/heads/import%s\\ncommitter A <a@b> now\\ndata 5\\nhello\\nfrom %s\\n' $OP \"$(git rev-parse HEAD)\" | git fast-import --quiet --date-format=now"
  ),
  StormOperation("push", "git push -q origin +HEAD:refs/heads/push$((R % 5))"),
  StormOperation(
    "push of what is unseen",
    "CODEX_HOOK=0 git commit -q --allow-empty -m \"unseen $OP\"; seen; git push -q origin +HEAD:refs/heads/push"
  ),
  StormOperation("push of all", "git push -q -f origin 'refs/heads/*:refs/heads/all/*'"),
  StormOperation(
    "push of tags and notes",
    "git notes add -f -m n HEAD; git push -q -f origin 'refs/notes/*:refs/notes/*' --tags"),
  StormOperation(
    "push of an older one", "com f0 1; com f0 2; git push -q origin +HEAD~1:refs/heads/older"),
  StormOperation(
    "push, deleting",
    "git push -q origin HEAD:refs/heads/del$OP; git push -q origin :refs/heads/del$OP"),
  StormOperation(
    "push that is up to date",
    "git push -q origin HEAD:refs/heads/twice$OP; git push -q origin HEAD:refs/heads/twice$OP"),
  StormOperation("push --dry-run", "git push -q --dry-run origin HEAD:refs/heads/dry$OP"),
  StormOperation(
    "push that is refused",
    "com f0 1; git push -q origin +HEAD:refs/heads/ref; git reset -q --hard HEAD~1; git push -q origin HEAD:refs/heads/ref; :"
  ),
  StormOperation(
    "push --no-verify", "com f0 1; git push -q --no-verify origin +HEAD:refs/heads/noverify"),
]
