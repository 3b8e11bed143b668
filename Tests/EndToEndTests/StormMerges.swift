/// Merges and pulls.
let stormMerges = [
  StormOperation("merge ff", "topic; git merge -q t$OP"),
  StormOperation("merge", "topic; com f0 base; git merge -q --no-edit t$OP"),
  StormOperation("merge --no-ff", "topic; git merge -q --no-ff --no-edit t$OP"),
  StormOperation(
    "merge unseen",
    "topic; CODEX_HOOK=0 git commit -q --allow-empty -m \"unseen $OP\"; git merge -q --no-edit t$OP"
  ),
  StormOperation(
    "merge of what is unseen",
    "git switch -qc t$OP; CODEX_HOOK=0 git commit -q --allow-empty -m \"unseen $OP\"; seen; back; com f0 base; git merge -q --no-edit t$OP"
  ),
  StormOperation(
    "octopus",
    "topic; git switch -qc o$OP; com o$OP o; back; com f0 base; git merge -q -m \"octopus $OP\" t$OP~1 o$OP"
  ),
  StormOperation(
    "squash merge", "topic; git merge -q --squash t$OP; seen; git commit -qm \"squashed $OP\""),
  StormOperation("merge -s ours", "topic; com f0 base; git merge -q -s ours --no-edit t$OP"),
  StormOperation(
    "merge conflict, commit",
    "clash f0; back; git merge -q t$OP; edit f0 both; git commit -qm \"merged $OP\""),
  StormOperation(
    "merge conflict, continue",
    "clash f0; back; git merge -q t$OP; edit f0 both; git merge --continue"),
  StormOperation("merge conflict, abort", "clash f0; back; git merge -q t$OP; git merge --abort"),
  StormOperation(
    "merge --no-commit",
    "topic; com f0 base; git merge -q --no-commit --no-ff t$OP; git commit -qm \"merged later $OP\""
  ),
  StormOperation(
    "merge, amended",
    "topic; com f0 base; git merge -q --no-edit t$OP; seen; git commit -q --amend -m \"merge $OP\""),
  StormOperation(
    "pull",
    "git push -q origin +HEAD:refs/heads/p$OP; git switch -qc p$OP; git branch -q -u origin/p$OP; colleague p$OP; git pull -q; seen; back"
  ),
  StormOperation(
    "pull with a merge",
    "git push -q origin +HEAD:refs/heads/p$OP; git switch -qc p$OP; git branch -q -u origin/p$OP; colleague p$OP; com f0 ours; git pull -q --no-rebase --no-edit; seen; back"
  ),
  StormOperation(
    "pull --rebase",
    "git push -q origin +HEAD:refs/heads/p$OP; git switch -qc p$OP; git branch -q -u origin/p$OP; colleague p$OP; com f0 ours; com f1 ours; git pull -q --rebase; seen; back; git merge -q --no-edit p$OP"
  ),
  StormOperation(
    "fetch and reset",
    "git push -q origin +HEAD:refs/heads/p$OP; git switch -qc p$OP; colleague p$OP; git fetch -q origin; git reset -q --hard origin/p$OP; seen; com f0 after; back"
  ),
]
