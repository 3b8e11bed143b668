#!/usr/bin/env python3
"""Measures codex-hook and others beside each other and writes results.md and its charts."""

import argparse
import glob
import os
import pathlib
import platform
import shutil
import subprocess
import tempfile
import time

import measure
import plot
from measure import Command
from places import HOOKS, MAINTENANCE_OFF, UNMAINTAINED, WITHOUT_HOOKS, Place

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent
EMPTY_COMMIT = "git commit -q --allow-empty -m measured".split()


class Bench:
    def __init__(self, folder, quick, is_whole):
        self.folder, self.quick, self.is_whole = pathlib.Path(folder), quick, is_whole
        self.rounds = 3 if quick else 21
        # How many repositories of one kind take turns.
        self.places = 1 if quick else 3
        self.binary = os.environ.get("CODEX_HOOK_BINARY") or str(TOP / ".build/release/codex-hook")
        self.probe = str(TOP / ".build/release/bench-probe")
        self.tools = TOP / ".build/bench-venv/bin"
        home = self.folder / "home"
        (home / "bin").mkdir(parents=True)
        self.environment = {
            "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "CODEX_HOOK_BIN_DIR": str(home / "bin"), "TMPDIR": str(self.folder),
            "PATH": f"{self.tools}:{os.environ['PATH']}",
        }
        self.lines = []
        self.made = 0

    def say(self, *lines):
        for line in lines:
            print(line, flush=True)
        self.lines += lines

    def table(self, head, rows):
        self.say("", "| " + " | ".join(head) + " |", "|" + "---|" * len(head))
        for row in rows:
            self.say("| " + " | ".join(row) + " |")
        self.say("")

    def draw(self, chart, name, *words):
        """Only a whole run draws: what is committed comes from one."""
        if self.is_whole:
            chart(HERE / name, *words)

    def place(self, **how):
        self.made += 1
        return Place(self.folder / f"place{self.made}", self.environment, **how)

    def ours(self, lines=0, is_mixed=False, **how):
        place = self.place(**how)
        place.install(self.binary, lines, is_mixed)
        return place

    def empty_hooks(self, further=(), **how):
        place = self.place(**how)
        for name in [*HOOKS, *further]:
            place.hook_script(name, "#!/bin/sh\nexit 0\n")
        return place

    def several(self, make, count=None):
        """Some places that are made alike, to take turns."""
        return [make() for _ in range(count or self.places)]

    def commits(self, places):
        """A commit in each of them."""
        return [self.commit(place) for place in places]

    def commit(self, place):
        return Command(EMPTY_COMMIT, place.folder, self.environment)

    def run(self, place, *words, prepare=None, given=None):
        return Command(list(words), place.folder, self.environment, prepare, given)

    def session_start(self, place):
        given = self.folder / "session-start.json"
        given.write_text('{"hook_event_name":"SessionStart","source":"startup"}')
        return self.run(place, self.binary, "agent-hook", given=str(given))

    def recording(self, place):
        return self.run(place, self.binary, "hook", "post-commit", prepare=WITHOUT_HOOKS)

    # What is measured.

    def peers(self):
        self.say("## A commit, beside others", "",
                 "`git commit --allow-empty` in a repository of 100 files, the whole of it, with git as it comes: behind each commit "
                 "it looks whether the repository needs maintenance. The last two rows are the same with `maintenance.auto=false`.")
        shell = self.place()
        shutil.copy(HERE / "peers/recorder.sh", f"{shell.folder}/.git/hooks/post-commit")
        lefthook = self.place()
        with open(f"{lefthook.folder}/lefthook.yml", "w") as out:
            out.write('post-commit:\n  jobs:\n    - run: "true"\n')
        lefthook.run("lefthook", "install")
        precommit = self.place()
        with open(f"{precommit.folder}/.pre-commit-config.yaml", "w") as out:
            out.write('repos:\n- repo: local\n  hooks:\n  - {id: nothing, name: nothing, entry: "true", '
                      "language: system, always_run: true, stages: [post-commit]}\n")
        precommit.git("add", ".")
        precommit.git("commit", "-q", "-m", "configured")
        precommit.run("pre-commit", "install", "--hook-type", "post-commit")
        off = [MAINTENANCE_OFF]
        empty, empty_off, ours_off = "empty sh hook", "empty sh hook, no maintenance", "codex-hook, no maintenance"
        places = {
            "no hook": self.several(self.place), empty: self.several(self.empty_hooks), "codex-hook": self.several(self.ours),
            "shell and jq": [shell], "lefthook, running true": [lefthook], "pre-commit, running true": [precommit],
            empty_off: self.several(lambda: self.empty_hooks(settings=off)),
            ours_off: self.several(lambda: self.ours(settings=off)),
        }
        found = measure.times({name: self.commits(alike) for name, alike in places.items()}, self.rounds)
        base = {name: found[empty_off if name in (empty_off, ours_off) else empty] for name in found}
        self.table(["", "ms", "by the empty hook", "processor, ms", "by the empty hook"],
                   [[name, f"{time.wall:.1f}", f"{time.by(base[name]):.2f}", f"{time.cpu:.1f}",
                     f"{time.cpu_by(base[name]):.2f}"] for name, time in found.items()])
        self.draw(plot.bars, "peers.svg", "A whole git commit", "times one with an empty hook",
                  {name: time.by(base[name]) for name, time in found.items() if base[name] is found[empty]})
        self.say("![A whole git commit](peers.svg)", "")

    def processes(self):
        self.say("## Processes", "",
                 "Beside `git rev-parse HEAD`, with journals of no lines, of 10,000 lines of commits, and of 10,000 lines with "
                 "thousands of issues, fixes, notes and tests. A recording by hand waits until it is on the disk (fsync), "
                 "a hook does not. No pre-push input: nothing to push. Before each `hook post-commit` a commit is made that it "
                 "records, and before each `git rev-parse HEAD` that it is compared with, too. A session's start has an agent's call to "
                 "read, which a shell gives it, as it gives nothing to the `git rev-parse HEAD` beside it.")
        size = 9_900
        rows = []
        for name, place in {"0": self.ours(), "10,000": self.ours(size), "10,000 mixed": self.ours(size, True)}.items():
            commands = {
                "git rev-parse HEAD": self.run(place, "git", "rev-parse", "HEAD"),
                "hook post-commit": self.recording(place),
                "git rev-parse HEAD after a commit": self.run(
                    self.place(), "git", "rev-parse", "HEAD", prepare=WITHOUT_HOOKS),
                "git rev-parse HEAD by sh": self.run(place, "git", "rev-parse", "HEAD", given="/dev/null"),
                "hook pre-push": self.run(place, self.binary, "hook", "pre-push"),
                "context": self.run(place, self.binary, "context"),
                "agent-hook, a session's start": self.session_start(place),
                "summary": self.run(place, self.binary, "summary"),
                "note measured": self.run(place, self.binary, "note", "measured"),
                "note measured --area bench": self.run(place, self.binary, "note", "measured", "--area", "bench"),
            }
            found = measure.times({name: [command] for name, command in commands.items()}, self.rounds)
            for what, time in found.items():
                after = " after a commit" if commands[what].prepare else " by sh" if commands[what].given else ""
                base = found["git rev-parse HEAD" + after]
                million = measure.instructions(commands[what])
                memory = measure.peak_memory(commands[what])
                rows.append([what, name, f"{time.wall:.2f}", f"{time.by(base):.2f}",
                             f"{time.cpu_by(base):.2f}", f"{million:.1f}", f"{memory:.1f}"])
        self.table(["", "lines", "ms", "by rev-parse", "processor by rev-parse", "million instructions", "peak MB"], rows)
        self.say(f"The binary has {os.path.getsize(self.binary) / 1e6:.1f} MB.", "")

    def journal_growth(self):
        self.say("## The journal grows", "",
                 "A recording, and a whole commit by one with an empty hook.")
        sizes = [0, 1_000, 9_900]
        recordings, commits, rows = {"commits": [], "mixed": []}, {"commits": [], "mixed": []}, []
        for kind in recordings:
            commands = {"empty": self.commits(self.several(self.empty_hooks))}
            for size in sizes:
                places = self.several(lambda: self.ours(size, kind == "mixed"))
                recordings[kind].append(measure.instructions(self.recording(places[0])))
                commands[size] = self.commits(places)
            found = measure.times(commands, self.rounds)
            commits[kind] = [found[size].by(found["empty"]) for size in sizes]
            for size, million, ratio in zip(sizes, recordings[kind], commits[kind]):
                rows.append([kind, f"{size:,}", f"{million:.2f}", f"{million / recordings[kind][0]:.2f}", f"{ratio:.2f}",
                             f"{ratio / commits[kind][0]:.2f}",
                             f"{found[size].cpu_by(found['empty']):.2f}"])
        self.table(["journal", "lines", "million instructions", "by no lines", "commit by empty hook", "by no lines", "processor by empty hook"], rows)
        names = [f"{size:,}" for size in sizes]
        self.draw(plot.lines, "journal.svg", "One recording", "million instructions", names, recordings, "lines in the journal")
        self.draw(plot.lines, "journal-commit.svg", "git commit by one with an empty hook", "times", names, commits,
                   "lines in the journal")
        self.say("![A recording](journal.svg) ![A commit](journal-commit.svg)", "")

    def tree_growth(self):
        sizes = [100, 10_000] if self.quick else [100, 10_000, 130_000]
        self.say("## The tree grows", "", "An empty commit in a tree that git has packed; git itself looks at every file.")
        million, ratios, rows = [], [], []
        for size in sizes:
            count = self.places if size == sizes[0] else 1
            ours = self.several(lambda: self.ours(files=size, is_packed=True), count)
            empty = self.several(lambda: self.empty_hooks(files=size, is_packed=True), count)
            million.append(measure.instructions(self.recording(ours[0])))
            found = measure.times({"ours": self.commits(ours), "empty": self.commits(empty)},
                                  max(3, self.rounds // (1 if size < 100_000 else 4)))
            ratios.append(found["ours"].by(found["empty"]))
            rows.append([f"{size:,}", f"{million[-1]:.2f}", f"{million[-1] / million[0]:.2f}", f"{found['empty'].wall:.1f}",
                         f"{found['ours'].wall:.1f}", f"{ratios[-1]:.2f}"])
            for each in ours + empty:
                shutil.rmtree(each.folder)
        self.table(["files", "million instructions", "by the smallest", "empty hook, ms", "codex-hook, ms", "ratio"], rows)
        self.draw(plot.lines, "tree.svg", "One recording", "million instructions", [f"{size:,}" for size in sizes],
                   {"codex-hook": million}, "files in the tree")
        self.say("![A recording](tree.svg)", "")

    def commit_growth(self):
        self.say("## The commit grows", "", "So many files changed in one commit, in a tree of 10,000.")
        million, sizes = [], [1, 10_000]
        for changed in sizes:
            place = self.ours(files=10_000)
            place.write(changed, " changed")
            place.git("add", ".")
            place.git(*UNMAINTAINED, "-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "changed")
            million.append(measure.instructions(self.run(place, self.binary, "hook", "post-commit")))
            shutil.rmtree(place.folder)
        names = [f"{size:,}" for size in sizes]
        self.table(["files in the commit", "million instructions"],
                   [[name, f"{count:.2f}"] for name, count in zip(names, million)])
        self.draw(plot.lines, "commit.svg", "One recording", "million instructions", names, {"codex-hook": million},
                  "files in the commit")
        self.say("![A recording](commit.svg)", "")

    def writers(self):
        self.say("## Writers", "",
                 "So many loops at once, each a process an event, beside as many loops of `git rev-parse HEAD`; events a second. "
                 "And one process that appends all its events under one hold of the lock.")
        each = 5 if self.quick else 20
        rows, rates = [], {"codex-hook note": [], "git rev-parse HEAD": []}
        counts = [1, 16, 64]
        for writers in counts:
            place = self.ours()
            row = [str(writers)]
            for name, words in {"codex-hook note": f"'{self.binary}' note measured", "git rev-parse HEAD": "git rev-parse HEAD"}.items():
                script = f"i=0; while [ $i -lt {each} ]; do i=$((i + 1)); {words} >/dev/null || exit 1; done"
                start = time.monotonic()
                running = [subprocess.Popen(["sh", "-c", script], cwd=place.folder, env=self.environment) for _ in range(writers)]
                if any([process.wait() for process in running]):
                    raise SystemExit("a writer failed")
                rates[name].append(writers * each / (time.monotonic() - start))
                row.append(f"{rates[name][-1]:.0f}")
            with open(f"{place.folder}/.git/codex-hook/journal.ndjson") as journal:
                kept = sum('"note"' in line for line in journal)
            row += [f"{rates['codex-hook note'][-1] / rates['git rev-parse HEAD'][-1]:.2f}", f"{kept} of {writers * each}"]
            rows.append(row)
        self.table(["loops", "notes a second", "rev-parse a second", "ratio", "in the journal"], rows)
        self.draw(plot.lines, "writers.svg", "Processes at once", "a second", [str(count) for count in counts], rates, "loops at once")
        self.say("![Writers](writers.svg)", "")
        found = [int(subprocess.run([self.probe, "append", "9000", str(self.folder / f"append{go}")],
                                    capture_output=True, text=True, check=True).stdout) for go in range(5)]
        self.say(f"Under one hold of the lock: {sorted(found)[2]:,} events a second (median of 5 times 9,000).", "")

    def publishing(self):
        self.say("## Publishing", "",
                 "A commit of one changed file in a shared repository, where pre-commit runs too: with nothing to publish, and "
                 "with a note that goes along as a segment; beside empty hooks in the same places.")
        empty = self.several(lambda: self.empty_hooks(further=["pre-commit"]))
        quiet, publishing = self.several(self.place), self.several(self.place)
        for place in quiet + publishing:
            place.share(self.binary)
        change = "echo x >>d0/e0/f0; git add d0/e0/f0"
        ready = {"empty hooks": (empty, change), "nothing to publish": (quiet, change),
                 "a segment": (publishing, f"{change}; '{self.binary}' note published")}
        found = measure.times(
            {name: [self.run(place, "git", "commit", "-q", "-m", "measured", prepare=f'sh -c "{script}"') for place in places]
             for name, (places, script) in ready.items()}, self.rounds)
        if not all(glob.glob(f"{place.folder}/.codex/segments/*") for place in publishing):
            raise SystemExit("nothing was published")
        base = found["empty hooks"]
        self.table(["", "ms", "by empty hooks", "processor"],
                   [[name, f"{time.wall:.1f}", f"{time.by(base):.2f}", f"{time.cpu_by(base):.2f}"]
                    for name, time in found.items()])

    def segment_growth(self):
        self.say("## Published segments", "",
                 "A shared repository with so many segments in its tree: what each hook executes, and a whole commit by one with "
                 "empty hooks in the same tree.")
        sizes = [0, 1_000] if self.quick else [0, 1_000, 10_000]
        rows, curves, ratios = [], {"pre-commit": [], "post-commit": [], "post-checkout": []}, []
        for size in sizes:
            count = self.places if size < 10_000 else 1
            ours = self.several(self.place, count)
            empty = self.several(lambda: self.empty_hooks(further=["pre-commit"]), count)
            for binary, alike in ((self.binary, ours), (None, empty)):
                for place in alike:
                    place.share(binary, size)
            place = ours[0]
            place.git("branch", "other", "HEAD~3")
            place.environment = {**place.environment, "GIT_INDEX_FILE": ".git/index"}
            tips = [place.git("rev-parse", name).strip() for name in ("other", "main")]
            hooks = {
                "pre-commit": Command([self.binary, "hook", "pre-commit"], place.folder, place.environment),
                "post-commit": self.recording(place),
                "post-checkout": self.run(place, self.binary, "hook", "post-checkout", *tips, "1"),
            }
            place.write(1, " changed")
            place.git("add", "d0")
            # The first answer is remembered for the commits that follow.
            hooks["pre-commit"].run([], check=True)
            for name, command in hooks.items():
                curves[name].append(measure.instructions(command))
            found = measure.times({"ours": self.commits(ours), "empty": self.commits(empty)}, self.rounds)
            ratios.append(found["ours"].by(found["empty"]))
            rows.append([f"{size:,}"] + [f"{curves[name][-1]:.2f}" for name in curves]
                        + [f"{found['empty'].wall:.1f}", f"{found['ours'].wall:.1f}", f"{ratios[-1]:.2f}"])
        self.table(["segments", *(f"{name}, million" for name in curves), "empty hooks, ms", "codex-hook, ms", "ratio"], rows)
        self.draw(plot.lines, "segments.svg", "One hook", "million instructions", [f"{size:,}" for size in sizes], curves,
                  "segments in the tree")
        self.say("![A hook](segments.svg)", "")

    def redaction(self):
        self.say("## Redaction", "",
                 "One text on one core, the fastest of five goes, beside one look at each of its bytes (a multiplication each, each "
                 "waiting for the one before). The floods repeat the beginning of something that is looked for; the three slowest of "
                 "38, and the one in the middle.")
        done = subprocess.run([self.probe, "redact"], capture_output=True, text=True, check=True).stdout
        rows = []
        for line in done.splitlines():
            name, size, nanoseconds, ratio = line.split("\t")
            rows.append([name.replace("|", "\\|"), size, f"{int(nanoseconds) / 1000:.1f}",
                         f"{int(nanoseconds) / int(size) * 120 / 1000:.1f}", ratio])
        self.table(["text", "bytes", "µs", "µs each 120 bytes", "by one look"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller trees")
    parser.add_argument("--only", help="one part: peers, processes, journal_growth, tree_growth, ...")
    given = parser.parse_args()
    parts = ["peers", "processes", "journal_growth", "tree_growth", "commit_growth", "segment_growth", "publishing", "writers", "redaction"]
    folder = tempfile.mkdtemp(prefix="codex-hook-bench-")
    try:
        is_whole = given.only is None and not given.quick
        bench = Bench(folder, given.quick, is_whole)
        version = subprocess.run(["git", "--version"], capture_output=True, text=True).stdout.strip()
        bench.say("# Results", "",
                  f"One run of `make bench` on {time.strftime('%Y-%m-%d', time.gmtime())}: {os.cpu_count()} {platform.machine()} "
                  f"cores, {platform.system()}, {version}, a load of {os.getloadavg()[0]:.0f} when it began. The times are "
                  "medians and only their ratios say something; [README.md](README.md) tells how it is done.", "")
        for part in parts:
            if given.only in (None, part):
                getattr(bench, part)()
        if is_whole:
            (HERE / "results.md").write_text("\n".join(bench.lines).rstrip().replace("\n\n\n", "\n\n") + "\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
