"""Times and instruction counts of commands, measured beside each other."""

import json
import os
import re
import shlex
import statistics
import subprocess
import tempfile


class Command:
    """A command to measure: where it runs, and what makes the place ready before each run."""

    def __init__(self, words, folder, environment, prepare=None, given=None):
        """`given` is a file for its standard input."""
        self.words, self.folder, self.environment, self.prepare = words, folder, environment, prepare
        self.given = given

    @property
    def line(self):
        """The command as hyperfine takes it; older ones cannot give it anything to read, so a shell does."""
        line = shlex.join(self.words)
        return f"sh -c {shlex.quote(f'exec {line} <{self.given}')}" if self.given else line

    def make_ready(self):
        if self.prepare:
            subprocess.run(self.prepare, shell=True, cwd=self.folder, env=self.environment, check=True,
                           stdout=subprocess.DEVNULL)

    def run(self, before, **how):
        """Runs it once, behind some words of another program."""
        with open(self.given or os.devnull) as stdin:
            return subprocess.run(before + self.words, cwd=self.folder, env=self.environment, stdin=stdin, **how)


class Time:
    """How long a command takes, in milliseconds: the median wall time, and the median of what it takes of a processor."""

    def __init__(self, turns):
        self.turns = [(statistics.median(walls), cpu) for walls, cpu in turns]
        self.wall = statistics.median(wall for walls, _ in turns for wall in walls)
        self.cpu = statistics.median(cpu for _, cpu in turns)

    def by(self, other):
        """How many times another's wall time: the median over the turns, each beside the other's own, because a machine that
        does other things is now faster and now slower."""
        return statistics.median(mine[0] / theirs[0] for mine, theirs in zip(self.turns, other.turns))

    def cpu_by(self, other):
        """The same of what it takes of a processor."""
        return statistics.median(mine[1] / theirs[1] for mine, theirs in zip(self.turns, other.turns))


def times(commands, rounds, runs=3):
    """The time of each command, given as a list of it in one place or in several that are alike.

    The commands take turns, a few runs each, so that whatever else the machine does falls on all of them; and the places take
    turns, because one repository is by chance a tenth faster than another that was made in the same way.
    """
    found = {name: [] for name in commands}
    for round_ in range(rounds):
        for name, each in commands.items():
            command = each[round_ % len(each)]
            found[name].append(_hyperfine(command, runs, warmup=2 if round_ < len(each) else 1))
    return {name: Time(each) for name, each in found.items()}


def _hyperfine(command, runs, warmup):
    """The wall times of some runs, and the processor time of one, children included."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        words = ["hyperfine", "-N", "--style=none", "--runs", str(runs), "--warmup", str(warmup)]
        words += ["--export-json", out.name]
        if command.prepare:
            words += ["--prepare", command.prepare]
        done = subprocess.run(
            words + [command.line], cwd=command.folder, env=command.environment,
            capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command.words)}: {done.stderr}")
        result = json.load(open(out.name))["results"][0]
        return [1000 * time for time in result["times"]], 1000 * (result["user"] + result["system"])


def instructions(command):
    """How many instructions the process executes, the kernel's not counted (callgrind), in millions."""
    command.make_ready()
    done = command.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], capture_output=True, text=True)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not collected:
        raise SystemExit(f"{' '.join(command.words)}: {done.stderr}")
    return int(collected.group(1)) / 1e6


def peak_memory(command):
    """The most memory of a run, in MB: its largest resident set, the pages of its own file among them."""
    command.make_ready()
    with tempfile.NamedTemporaryFile() as out:
        # Started from here it would be given this interpreter's own size.
        command.run(["/usr/bin/time", "-f", "%M", "-o", out.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return int(open(out.name).read().split()[-1]) / 1024
