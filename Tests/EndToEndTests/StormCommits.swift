/// Commits, amendments and what is taken back.
let stormCommits = [
  StormOperation("commit", "com f$((R % 4)) plain"),
  StormOperation("commit", "com f$((R % 4)) plain; com g$((R % 4)) second"),
  StormOperation("commit -a", "echo $OP $R >f0; git add f0; git commit -qam all; seen"),
  StormOperation("empty commit", "git commit -q --allow-empty -m \"empty $OP\""),
  StormOperation(
    "commit --no-verify", "edit f1 v; git commit -q --no-verify -m \"unverified $OP\""),
  StormOperation(
    "commit of a path",
    """
    com f0 before; com f1 before; edit f1 staged; echo "$OP path" >f0; git commit -qm "path $OP" f0
    left "M  f1"; git reset -q --hard
    """),
  StormOperation("amend", "com f2 amended; edit f3 more; git commit -q --amend -m \"amended $OP\""),
  StormOperation(
    "amend nothing",
    "com f2 kept; GIT_COMMITTER_DATE=\"@$(($(date +%s) + 5)) +0000\" git commit -q --amend --no-edit"
  ),
  StormOperation(
    "amend twice",
    "com f2 twice; git commit -q --amend -m \"first $OP\"; seen; git commit -q --amend -m \"second $OP\""
  ),
  StormOperation(
    "amend and take it back",
    "com f2 first; git commit -q --amend -m \"given up $OP\"; seen; git reset -q --hard HEAD@{1}; com f3 next"
  ),
  StormOperation(
    "old date", "edit f3 old; GIT_COMMITTER_DATE='@1000000000 +0000' git commit -qm \"old $OP\""),
  StormOperation(
    "old date, amended",
    "com f3 o; GIT_COMMITTER_DATE='@1000000000 +0000' git commit -q --amend --no-edit"),
  StormOperation(
    "commit with hooks off",
    "git -c core.hooksPath=/dev/null commit -q --allow-empty -m \"hooks off $OP\""),
  StormOperation(
    "commit with us off", "CODEX_HOOK=0 git commit -q --allow-empty -m \"us off $OP\"; com f1 after"
  ),
  StormOperation(
    "amend with hooks off",
    "com f1 x; git -c core.hooksPath=/dev/null commit -q --amend -m \"off $OP\""),
  StormOperation(
    "commit-tree",
    "git update-ref HEAD \"$(git commit-tree -p HEAD -m \"plumbing $OP\" 'HEAD^{tree}')\""),
  StormOperation(
    "reset --hard", "com f0 lost; com f0 lost2; git reset -q --hard HEAD~$((R % 2 + 1))"),
  StormOperation(
    "reset --soft",
    "com f0 soft; com f1 soft; git reset -q --soft HEAD~2; git commit -q --allow-empty -m \"soft $OP\""
  ),
  StormOperation("reset --keep", "com f0 keep; git reset -q --keep HEAD~1"),
  StormOperation(
    "left behind",
    "edit new$OP n; echo u >untracked; left \"A  new$OP\n?? untracked\"; git reset -q --hard; rm untracked"
  ),
  StormOperation("clean -fdx", "git clean -qfdx; com f0 cleaned"),
]
