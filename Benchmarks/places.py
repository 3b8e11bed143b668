"""Makes the repositories that are measured in: so many files, so many lines of journal, these hooks."""

import datetime
import hashlib
import os
import random
import subprocess
import time

HOOKS = ["post-commit", "post-merge", "pre-push", "post-rewrite", "post-checkout", "post-applypatch"]
SCAFFOLD = [".gitignore", ".gitattributes", "README.md", "load", "policy.json", "schema"]
# Where git's own maintenance would have something to do.
MANY = 1_000
MAINTENANCE_OFF = ("maintenance.auto", "false")
UNMAINTAINED = ["-c", "=".join(MAINTENANCE_OFF)]
WITHOUT_HOOKS = "git -c core.hooksPath=/dev/null commit -q --allow-empty -m measured"


class Place:
    """A repository in a folder of its own, with an environment in which nothing of the user's counts."""

    def __init__(self, folder, environment, files=100, settings=(), is_packed=False):
        """`settings` are what git shall do otherwise than it does by itself. The files are packed if that is asked, and where there are
        so many that git would do it behind the next commit, beside what is measured."""
        self.folder, self.environment = str(folder), environment
        os.makedirs(self.folder)
        self.git("init", "-q", "-b", "main")
        for key, value in {"user.name": "A", "user.email": "a@example.com", **dict(settings)}.items():
            self.git("config", key, value)
        self.write(files)
        self.git("add", ".")
        self.git(*UNMAINTAINED, "commit", "-q", "-m", "first")
        if is_packed or files >= MANY:
            self.git("gc", "--quiet")
        # Which of the folders of objects a commit must make first is chance, and a repository that is in use has them all.
        for number in range(256):
            os.makedirs(f"{self.folder}/.git/objects/{number:02x}", exist_ok=True)
        self.settle()

    def settle(self):
        """Lets git note that no file has changed, which it cannot in the second in which they were written."""
        time.sleep(1.1)
        self.git("status")

    def git(self, *words):
        return self.run("git", *words)

    def run(self, *words):
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)}: {done.stderr}{done.stdout}")
        return done.stdout

    def write(self, files, text=""):
        """Files in folders of a hundred, as many folders in a folder."""
        for number in range(files):
            folder = f"{self.folder}/d{number // 10_000}/e{number // 100}"
            if number % 100 == 0:
                os.makedirs(folder, exist_ok=True)
            with open(f"{folder}/f{number}", "w") as out:
                out.write(f"{number}{text}\n")

    def hook_script(self, name, text):
        path = f"{self.folder}/.git/hooks/{name}"
        with open(path, "w") as out:
            out.write(text)
        os.chmod(path, 0o755)

    def install(self, binary, lines=0, is_mixed=False):
        """codex-hook's own hooks, and a journal of so many lines."""
        self.run(binary, "install")
        if lines:
            with open(f"{self.folder}/.git/codex-hook/journal.ndjson", "w") as out:
                out.writelines(journal(lines, is_mixed))
        # The first recordings take the journal in; then come the few that the summary shows.
        for number in range(12):
            self.git("commit", "-q", "--allow-empty", "-m", f"the commit of the day {number}")


    def share(self, binary, segments=0):
        """The repository shared, with so many published segments of one note each in its tree."""
        if segments:
            start = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
            stream = ["commit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 4\nmany\nfrom refs/heads/main^0\n"]
            for number in range(segments):
                moment = start + datetime.timedelta(minutes=45 * number)
                line = f'{{"ts":"{moment:%Y-%m-%dT%H:%M:%SZ}","type":"note","text":"note {number}","area":"ui","branch":"main"}}\n'
                name = f"{moment:%Y-%m}/{moment:%Y%m%dT%H%M%SZ}-{number:012x}.ndjson"
                stream.append(f"M 100644 inline .codex/segments/{name}\ndata {len(line)}\n{line}\n")
            subprocess.run(["git", "fast-import", "--quiet"], cwd=self.folder, env=self.environment,
                           input="".join(stream) + "\n", text=True, check=True)
            self.git("reset", "-q", "--hard")
            self.settle()
        if binary:
            self.run(binary, "install")
            self.run(binary, "init", "--shared")
            self.git("add", "-f", *(f".codex/{name}" for name in SCAFFOLD))
            self.git("commit", "-q", "-m", "shared")
            self.run(binary, "install")
        for number in range(12):
            self.git("commit", "-q", "--allow-empty", "-m", f"the commit of the day {number}")


def journal(count, is_mixed):
    """Lines of a journal: commits alone, or issues, fixes, notes and tests among them."""
    numbers = random.Random(7)
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    still_open = []
    for index in range(count):
        moment = (start + datetime.timedelta(minutes=index)).strftime("%Y-%m-%dT%H:%M:%SZ")
        kinds = ["commit", "commit", "issue", "fix", "note", "test"] if is_mixed else ["commit"]
        kind = numbers.choice(kinds)
        words = f"{index} " + " ".join(
            numbers.choice(["the", "cache", "of", "branches", "keeps", "its", "focus"]) for _ in range(9))
        if kind == "commit":
            own = f'"sha":"{numbers.getrandbits(160):040x}","files_changed":3,"message":"{words}"'
        elif kind == "issue":
            own = f'"desc":"{words}","area":"ui"'
        elif kind == "fix":
            closed = still_open.pop() if still_open else "0123456789ab"
            own = f'"desc":"{words}","area":"ui","links":["{closed}"]'
        elif kind == "note":
            own = f'"text":"{words}","area":"ui"'
        else:
            own = '"result":"pass","count":128,"passed":128'
        line = f'{{"ts":"{moment}","type":"{kind}",{own},"branch":"main"}}'
        if kind == "issue":
            still_open.append(hashlib.sha1(f"blob {len(line)}\0{line}".encode()).hexdigest()[:12])
        yield line + "\n"
