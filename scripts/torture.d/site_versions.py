"""A small site in several versions that publish to one target, and what each must look like."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from proof import Broken

COUNT = 4
PAGES = 4
# Assets of releases before are carried over into the new ones; their names tell what they hold.
FINGERPRINTED = re.compile(r"\.[0-9a-f]{16}\.")
# Written by `godwit build` into its output directory, as its mark.
BUILD_MARK = ".godwit-build"

SITE_ERRORS = 1
BUSY = 5
NOTHING = "nothing to publish"

STRATEGIES = ["exchange", "symlink", "rename"]
# What html and html.old lead to with the strategy symlink.
_SLOT = re.compile(r"html\.\d+")


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    def __str__(self):
        return f"exit {self.code}: {(self.out + self.err).strip()}"


class Versions:
    """The sites v0, v1 … below root; all publish to root/target. They have the same pages, with other
    texts, and each has files, and a directory, that no other has."""

    def __init__(self, root, program, strategy="exchange"):
        self.root = root
        self.strategy = strategy
        self.program = str(program)
        self.target = root / "target"
        self.html = self.target / "html"
        self.old = self.target / "html.old"
        self.own = self.target / ".godwit"
        self.foreign = {}
        self.commands = set(re.findall(r"^  ([a-z]+)  ", self.godwit("--help").out, re.MULTILINE))
        self.bad = root / "bad"
        for number in range(COUNT):
            self.write(number)
        with ThreadPoolExecutor(os.cpu_count()) as builds:
            self.trees = list(builds.map(self.build, range(COUNT)))
        shutil.copytree(self.site(0), self.bad)
        (self.bad / "content" / "bad.md").write_text(
            "Title: Bad\nDate: 2026-01-01\n\n[No such page]({filename}missing.md)\n", encoding="utf-8")
        if len({frozenset(tree.items()) for tree in self.trees}) != COUNT:
            raise Broken("the versions of the site do not differ")

    def site(self, number):
        return self.root / f"v{number}"

    def write(self, number):
        site = self.site(number)
        (site / "content" / "images" / f"of-{number}").mkdir(parents=True)
        (site / "templates" / "assets" / "css").mkdir(parents=True)
        (site / "godwit.toml").write_text(
            '[site]\ntitle = "Torture"\nurl = "https://example.org"\nauthor = "Nobody"\n\n'
            '[publish]\ntarget = "../target"\n'
            f'strategy = "{self.strategy}"\n', encoding="utf-8")
        for page in range(PAGES):
            (site / "content" / f"page-{page}.md").write_text(
                f"Title: Page {page}\nDate: 2026-01-0{page + 1}\nCategory: birds\n\n"
                f"This is version {number}. [Data]({{attach}}data-{page}.txt)\n\n" + f"Text {number}. " * 50 * (number + 1),
                encoding="utf-8")
            (site / "content" / f"data-{page}.txt").write_text(f"Data {page} of {number}.\n", encoding="utf-8")
        (site / "content" / "images" / "same.txt").write_text("The same in all.\n", encoding="utf-8")
        (site / "content" / "images" / f"of-{number}" / "only.txt").write_text("Only here.\n", encoding="utf-8")
        (site / "templates" / "assets" / "css" / "main.css").write_text(
            f"/* version {number} */\nbody {{ margin: {number}em }}\n", encoding="utf-8")
        for path in site.rglob("*"):  # the same times, so that copies that keep them are the same
            os.utime(path, (1_767_225_600, 1_767_225_600))

    def build(self, number):
        """What the version must look like."""
        output = self.root / f"expected{number}"
        built = self.godwit("build", "--site", self.site(number), "--output", output, "--threads", "1")
        if built.code != 0:
            raise Broken(f"the site cannot be built: {built}")
        (output / BUILD_MARK).unlink(missing_ok=True)
        return read_tree(output)

    def godwit(self, *arguments, prefix=(), timeout=120):
        """Runs the program to its end, by way of another command if there is a prefix."""
        command = [*map(str, prefix), self.program, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=timeout,
                              stdin=subprocess.DEVNULL, cwd=self.root, check=False)
        return Outcome(done.returncode, done.stdout, done.stderr)

    def publish_arguments(self, number, threads=1):
        return ["publish", "--site", self.site(number), "--threads", threads]

    def publish(self, number, prefix=()):
        return self.godwit(*self.publish_arguments(number), prefix=prefix)

    def must_publish(self, number):
        outcome = self.publish(number)
        if outcome.code != 0:
            raise Broken(f"a plain publish of version {number} failed: {outcome}")

    def start(self, number, threads):
        return subprocess.Popen([self.program, *map(str, self.publish_arguments(number, threads))], cwd=self.root,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def reset(self, *published):
        """Makes the target anew, with what is not Godwit's beside it, and publishes those versions to it."""
        shutil.rmtree(self.target, ignore_errors=True)
        (self.target / "html.mine").mkdir(parents=True)
        (self.target / "html.mine" / "index.html").write_text("mine\n", encoding="utf-8")
        (self.target / "notes.txt").write_text("not of Godwit\n", encoding="utf-8")
        (self.target / "link").symlink_to("html/index.html")
        self.foreign = self.read_foreign()
        for number in published:
            self.must_publish(number)

    def read_foreign(self):
        found = {}
        for path in sorted(self.target.rglob("*")):
            top = path.relative_to(self.target).parts[0]
            if top in ("html", "html.old", ".godwit") or _SLOT.fullmatch(top):
                continue
            status = path.lstat()
            content = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None
            found[str(path)] = (status.st_ino, status.st_mode, status.st_mtime_ns, content)
        return found

    def which(self, tree):
        """The number of the version that the tree is, byte for byte; None if it is absent, else a text
        that says what is wrong with it."""
        if not tree.exists() and not tree.is_symlink():
            return None
        try:
            found = read_tree(tree)
        except OSError as e:
            return f"unreadable ({e})"
        best = None
        for number, expected in enumerate(self.trees):
            missing = sorted(expected.keys() - found.keys())
            more = sorted(n for n in found.keys() - expected.keys() if not FINGERPRINTED.search(n))
            other = sorted(n for n in expected.keys() & found.keys() if expected[n] != found[n])
            if not missing and not more and not other:
                return number
            wrong = len(missing) + len(more) + len(other)
            if best is None or wrong < best[0]:
                best = (wrong, f"no version: from {number} differ {other[:3]}, "
                               f"missing {missing[:3]}, too many {more[:3]}")
        return best[1]

    def trees_now(self):
        return self.which(self.html), self.which(self.old)

    def own_files(self):
        return sum(len(files) for _, _, files in os.walk(self.own))

    def oldest_release(self):
        """The id of the oldest release that is kept; it is in the store alone when there are more than two."""
        listed = self.godwit("releases", "--site", self.site(0), "--json")
        if listed.code != 0:
            raise Broken(f"the releases cannot be listed: {listed}")
        return json.loads(listed.out)["releases"][-1]["id"]

    def fsck(self):
        """What fsck says; None if the program has no such command."""
        return self.godwit("fsck", "--site", self.site(0)) if "fsck" in self.commands else None

    def check_after_publish(self, proof, when, outcome, number, before):
        """That a publish after a fault has worked: html is the version, html.old what html was before.

        :param before: the html and html.old that the fault left"""
        if not proof.check(outcome.code == 0, f"{when}: the next publish failed: {outcome}"):
            return
        html, old = self.trees_now()
        proof.check(html == number, f"{when}: after the next publish of {number} html is {html}")
        if before[0] is not None and before[0] != number:
            proof.check(old == before[0], f"{when}: html was {before[0]}, after the next publish html.old is {old}")
        self.check_beside(proof, when)

    def check_beside(self, proof, when):
        proof.check(self.read_foreign() == self.foreign, f"{when}: what Godwit did not make has changed")
        report = self.fsck()
        proof.check(report is None or report.code == 0, f"{when}: fsck is not content: {report}")


def read_tree(directory):
    """Path → digest of each file below it; directories, so that none is left over empty."""
    found = {}
    for parent, directories, files in os.walk(directory, onerror=_raise):
        for name in directories:
            path = Path(parent, name)
            found[str(path.relative_to(directory)) + "/"] = os.readlink(path) if path.is_symlink() else ""
        for name in files:
            path = Path(parent, name)
            found[str(path.relative_to(directory))] = (
                "-> " + os.readlink(path) if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest())
    return found


def _raise(error):
    raise error


def duration_of(versions, number):
    start = time.monotonic()
    versions.must_publish(number)
    return time.monotonic() - start
