/// am, cherry-pick, revert, bisect and stash.
let stormSequences = [
  StormOperation(
    "am",
    "topic; com f0 base; git format-patch -q -o \"$BOX/p$OP\" -3 t$OP; git am -q \"$BOX/p$OP\"/*"),
  StormOperation(
    "am with old dates",
    "topic; com f0 base; git format-patch -q -o \"$BOX/p$OP\" -3 t$OP; sed -i 's/^Date: .*/Date: Mon, 3 Jan 2005 10:00:00 +0000/' \"$BOX/p$OP\"/*; git am -q --committer-date-is-author-date \"$BOX/p$OP\"/*"
  ),
  StormOperation(
    "am conflict, abort",
    "clash f0; back; git format-patch -q -o \"$BOX/p$OP\" -3 t$OP; git am -q \"$BOX/p$OP\"/*; git am --abort"
  ),
  StormOperation(
    "am conflict, skip",
    "clash f0; back; git format-patch -q -o \"$BOX/p$OP\" -3 t$OP; git am -q \"$BOX/p$OP\"/*; git am --skip"
  ),
  StormOperation(
    "am conflict, continue",
    "clash f0; back; git format-patch -q -o \"$BOX/p$OP\" -3 t$OP; git am -q \"$BOX/p$OP\"/*; edit f0 both; git am --continue"
  ),
  StormOperation("cherry-pick 3", "topic; com f0 base; git cherry-pick t$OP~3..t$OP"),
  StormOperation("cherry-pick -x", "topic; git cherry-pick -x t$OP~2"),
  StormOperation("cherry-pick --ff", "topic; git cherry-pick --ff t$OP~2"),
  StormOperation(
    "cherry-pick -n", "topic; git cherry-pick -n t$OP~2; git commit -qm \"picked $OP\""),
  StormOperation(
    "cherry-pick conflict, abort",
    "clash f0; back; git cherry-pick t$OP~3..t$OP; git cherry-pick --abort"),
  StormOperation(
    "cherry-pick conflict, continue",
    "clash f0; back; git cherry-pick t$OP~3..t$OP; edit f0 both; git cherry-pick --continue"),
  StormOperation(
    "cherry-pick conflict, commit",
    "clash f0; back; git cherry-pick t$OP~3..t$OP; edit f0 both; git commit -qm \"two $OP\"; git cherry-pick --continue"
  ),
  StormOperation(
    "cherry-pick conflict, skip",
    "clash f0; back; git cherry-pick t$OP~3..t$OP; git cherry-pick --skip"),
  StormOperation(
    "cherry-pick conflict, quit",
    "clash f0; back; git cherry-pick t$OP~3..t$OP; git cherry-pick --quit; git reset -q --hard"),
  StormOperation(
    "cherry-pick one, conflict, commit",
    "clash f0; back; git cherry-pick t$OP~1; edit f0 both; git commit -qm \"two $OP\""),
  StormOperation("revert", "com f0 r; git revert --no-edit HEAD"),
  StormOperation("revert 2", "com f0 r; com f1 r; git revert --no-edit HEAD~2..HEAD"),
  StormOperation(
    "revert conflict, abort",
    "com f0 1; com f0 2; com f1 3; git revert --no-edit HEAD HEAD~2; git revert --abort"),
  StormOperation(
    "revert conflict, continue",
    "com f0 1; com f0 2; com f1 3; git revert --no-edit HEAD HEAD~2; edit f0 both; git revert --continue"
  ),
  StormOperation(
    "bisect",
    "com f0 1; com f0 2; com f0 3; git bisect start; git bisect bad; git bisect good HEAD~3; git bisect good; git bisect reset"
  ),
  StormOperation(
    "stash",
    "echo $OP >f0; git stash -q; echo more >n; left '?? n'; git stash -q -u; git stash pop -q; rm n; git stash pop -q; left ' M f0'; git checkout -q f0"
  ),
  StormOperation("stash -a", "echo $OP >f0; git stash -q -a; git stash drop -q; com f0 after"),
]
