#!/usr/bin/env python3
"""Finds out what the binary executes and reads when it records, and writes it down for the linker in scripts/link-order.txt.

Every process pays for each page of its file that it touches. What is used at every commit is a fiftieth of the binary; laid side
by side it costs half as many page faults. The names are the linker's; one that is gone is passed over, a new one stands where it would
have stood without the list, so that the list may be older than the sources.
"""

import bisect
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from places import WITHOUT_HOOKS, Place

TOP = pathlib.Path(__file__).resolve().parent.parent
ORDER = TOP / "scripts/link-order.txt"
# What agents and git start most; the first comes first in the file.
COMMANDS = ["hook post-commit", "note measured", "context", "hook pre-commit", "hook post-checkout HEAD HEAD 1", "hook pre-push", "summary",
            "hook post-merge 0"]
CODE, DATA = "tTwW", "bBdDrRvV"


def symbols(binary):
    """The named places of the binary: address, size, kind and name, by address."""
    listed = subprocess.run(["nm", "-n", "-S", "--defined-only", binary], capture_output=True, text=True, check=True).stdout
    found = []
    for line in listed.splitlines():
        words = line.split(None, 3)
        if len(words) == 4 and words[2] in CODE + DATA:
            found.append((int(words[0], 16), int(words[1], 16), words[2], words[3]))
    return found


def touched(command, place):
    """The addresses that a command executes and reads, each once, in the order in which they were first met."""
    place.run(*WITHOUT_HOOKS.split())
    running = subprocess.Popen(
        ["valgrind", "--tool=lackey", "--trace-mem=yes", "--log-file=/dev/stdout", *command], cwd=place.folder,
        env=place.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        errors="replace")
    seen = {}
    for line in running.stdout:
        access = re.match(r"(?:I | [LSM]) +([0-9a-f]+),", line)
        if access:
            seen.setdefault(int(access[1], 16))
    if running.wait() != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return seen


def places(folder, environment, binary):
    """A repository that is in use for long, one that shares, and a new one."""
    used = Place(f"{folder}/used", environment)
    used.install(binary)
    used.run(binary, "rotate")
    used.install(binary, lines=9_000, is_mixed=True)
    yield used
    shared = Place(f"{folder}/shared", environment)
    shared.share(binary)
    # As git says it to pre-commit.
    shared.environment = dict(environment, GIT_INDEX_FILE=f"{shared.folder}/.git/index")
    yield shared
    new = Place(f"{folder}/new", environment)
    new.install(binary)
    yield new


def main():
    built = subprocess.run([TOP / "scripts/build.sh"], env=dict(os.environ, CODEX_HOOK_SYMBOLS="1"), capture_output=True,
                           text=True, check=True).stdout.strip()
    folder = tempfile.mkdtemp(prefix="codex-hook-order-")
    try:
        binary = f"{folder}/codex-hook"
        # valgrind cannot read the newest format of what is there for debuggers.
        subprocess.run(["strip", "--strip-debug", "-o", binary, built], check=True)
        home = pathlib.Path(folder) / "home"
        (home / "bin").mkdir(parents=True)
        environment = {
            "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "CODEX_HOOK_BIN_DIR": str(home / "bin"), "TMPDIR": folder,
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": os.environ["PATH"]}
        names = symbols(binary)
        starts = [start for start, _, _, _ in names]
        code, data = {}, {}
        for place in places(folder, environment, binary):
            for command in COMMANDS:
                for address in touched([binary, *command.split()], place):
                    at = bisect.bisect_right(starts, address) - 1
                    if at < 0:
                        continue
                    start, size, kind, name = names[at]
                    if address < start + max(size, 1):
                        (code if kind in CODE else data).setdefault(name)
        ORDER.write_text("".join(f"{name}\n" for name in [*code, *data]))
        print(f"{len(code)} functions and {len(data)} pieces of data are in {ORDER.relative_to(TOP)}; build again to use it")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
