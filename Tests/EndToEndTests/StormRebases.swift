/// Rebases of every kind, finished, skipped and given up.
let stormRebases = [
  StormOperation(
    "rebase",
    "topic; com f$((R % 4)) base; stay; git switch -q t$OP; git rebase -q \"$here\"; seen; back"),
  StormOperation(
    "rebase and take in",
    "topic; com f0 base; stay; git switch -q t$OP; git rebase -q \"$here\"; seen; back; git merge -q t$OP"
  ),
  StormOperation(
    "rebase --apply",
    "topic; com f0 base; stay; git switch -q t$OP; git rebase -q --apply \"$here\"; seen; back"),
  StormOperation(
    "rebase conflict, abort", "clash f0; git rebase -q \"$here\"; git rebase --abort; seen; back"),
  StormOperation(
    "rebase conflict, skip", "clash f0; git rebase -q \"$here\"; git rebase --skip; seen; back"),
  StormOperation(
    "rebase conflict, continue",
    "clash f1; git rebase -q \"$here\"; edit f1 both; git rebase --continue; seen; back; git merge -q t$OP"
  ),
  StormOperation(
    "rebase conflict, commit",
    "clash f1; git rebase -q \"$here\"; edit f1 both; git commit -qm \"two $OP\"; git rebase --continue; seen; back"
  ),
  StormOperation(
    "rebase --apply conflict, abort",
    "clash f0; git rebase -q --apply \"$here\"; git rebase --abort; seen; back"),
  StormOperation(
    "rebase --apply conflict, skip",
    "clash f0; git rebase -q --apply \"$here\"; git rebase --skip; seen; back"),
  StormOperation(
    "rebase --apply conflict, continue",
    "clash f0; git rebase -q --apply \"$here\"; edit f0 both; git rebase --continue; seen; back"),
  StormOperation(
    "rebase --quit",
    "clash f0; git rebase -q \"$here\"; edit f0 both; git rebase --quit; git reset -q --hard; seen; back"
  ),
  StormOperation(
    "squash",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i 2,3s/pick/squash/' git rebase -q -i HEAD~3; seen; back; git merge -q t$OP"
  ),
  StormOperation(
    "fixup",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i 2s/pick/fixup/' git rebase -q -i HEAD~3; seen; back"
  ),
  StormOperation(
    "reword",
    "com f0 r; com f1 r; GIT_SEQUENCE_EDITOR='sed -i 1s/pick/reword/' GIT_EDITOR='sed -i 1s/^/better/' git rebase -q -i HEAD~2"
  ),
  StormOperation(
    "drop and swap",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i -e 1d -e \"2{h;d}\" -e \"3G\"' git rebase -q -i HEAD~3; seen; back"
  ),
  StormOperation(
    "edit",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i 2s/pick/edit/' git rebase -q -i HEAD~3; edit e$OP e; git commit -qm \"extra $OP\"; git rebase --continue; seen; back"
  ),
  StormOperation(
    "edit and amend",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i 2s/pick/edit/' git rebase -q -i HEAD~3; edit e$OP e; git commit -q --amend --no-edit; git rebase --continue; seen; back"
  ),
  StormOperation(
    "edit and split",
    "topic; git switch -q t$OP; GIT_SEQUENCE_EDITOR='sed -i 2s/pick/edit/' git rebase -q -i HEAD~3; git reset -q --soft HEAD~1; git commit -qm \"split 1 $OP\"; git commit -q --allow-empty -m \"split 2 $OP\"; git rebase --continue; seen; back"
  ),
  StormOperation("exec", "com f0 e; com f1 e; git rebase -q --exec true HEAD~2"),
  StormOperation(
    "exec amend",
    "topic; com f0 base; stay; git switch -q t$OP; git rebase -q --exec 'git commit -q --amend -m \"again $(git log -1 --format=%s)\"' \"$here\"; seen; back"
  ),
  StormOperation(
    "exec fails, abort",
    "topic; com f0 base; stay; git switch -q t$OP; git rebase -q --exec 'test -e no' \"$here\"; git rebase --abort; seen; back"
  ),
  StormOperation(
    "autosquash",
    "com f0 a; com f1 b; edit f2 c; git commit -q --fixup HEAD~1; seen; GIT_SEQUENCE_EDITOR=: git rebase -q -i --autosquash HEAD~3"
  ),
  StormOperation(
    "rebase --rebase-merges",
    "topic; git switch -q t$OP; git switch -qc u$OP HEAD~1; com u$OP u; git switch -q t$OP; git merge -q --no-ff --no-edit u$OP; seen; back; com f0 base; stay; git switch -q t$OP; git rebase -q --rebase-merges \"$here\"; seen; back"
  ),
  StormOperation(
    "rebase --update-refs",
    "topic; git switch -q t$OP; git branch v$OP HEAD~1; back; com f0 base; stay; git switch -q t$OP; git rebase -q --update-refs \"$here\"; seen; back"
  ),
  StormOperation(
    "rebase --onto", "topic; git switch -q t$OP; git rebase -q --onto \"$here\" HEAD~1; seen; back"),
  StormOperation(
    "rebase that is a fast-forward", "topic; git switch -q t$OP; back; git rebase -q t$OP; seen"),
  StormOperation(
    "rebase with the authors' dates",
    "topic; com f0 base; stay; git switch -q t$OP; GIT_COMMITTER_DATE= git rebase -q --committer-date-is-author-date \"$here\"; seen; back; git merge -q t$OP"
  ),
  StormOperation(
    "rebase with a stash",
    "topic; com f0 base; stay; git switch -q t$OP; echo dirty >f1; git rebase -q --autostash \"$here\"; seen; git checkout -q f1; back"
  ),
]
