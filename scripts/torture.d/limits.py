"""Lets a publish meet real limits: full and read-only file systems, mount points, other users, few descriptors.

Each time the message must name a path, the cause and a remedy, the exit code be right, html and
html.old be as they were; and when the cause is gone, the next publish must work. What the program
says is printed, a few for each kind of limit. Mounts are made in a mount namespace of its own.
"""

import os
import re
import shutil
import subprocess
import sys

from proof import CannotRun

NOT_PERMITTED = 4
FAILED = 7
NOBODY = 65534
# Of what the program said, so many are printed for each kind of limit, paths aside.
_MESSAGES = 4
_INSIDE = "GODWIT_TORTURE_UNSHARED"


def add_arguments(parser):
    parser.add_argument("--step", type=int, default=1, metavar="N",
                        help="tries each Nth size of the full file system, of pages and of inodes (1)")
    parser.add_argument("--only", help="which limits, by commas (all): " + ",".join(LIMITS))


def prepare(options):
    if os.geteuid() != 0:
        raise CannotRun("it mounts file systems and becomes other users, so it must be run as root")
    for program in ["unshare", "mount", "setpriv"]:
        if shutil.which(program) is None:
            raise CannotRun(f"there is no {program}: apt-get install util-linux mount")
    for name in options.only.split(",") if options.only else []:
        if name not in LIMITS:
            raise CannotRun(f"there is no limit {name}")
    if _INSIDE not in os.environ:
        if subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True,
                          check=False).returncode != 0:
            raise CannotRun("nothing can be mounted here")
        os.environ[_INSIDE] = "1"
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])


def run(proof, versions, options):
    for name in options.only.split(",") if options.only else LIMITS:
        Limit(proof, versions, options, name).run()


class Limit:
    def __init__(self, proof, versions, options, name):
        self.proof = proof
        self.versions = versions
        self.options = options
        self.name = name
        self.messages = set()
        self.tried = self.refused = 0

    def run(self):
        LIMITS[self.name](self)
        subprocess.run(["umount", "-l", self.versions.target], capture_output=True, check=False)
        self.proof.say(f"{self.name}: {self.tried} publishes at the limit, {self.refused} of them failed")

    def refusal(self, outcome, before, cause, code, when=""):
        """Checks how a publish has failed: nothing has changed, and the message is of use."""
        self.refused += 1
        what = f"{self.name} {when}".strip()
        now = self.versions.trees_now()
        self.proof.check(now == before, f"{what}: html and html.old were {before}, are {now} ({outcome})")
        self.proof.check(outcome.code == code, f"{what}: exit code {outcome.code}, not {code} ({outcome})")
        said = outcome.err.strip()
        self.proof.check(re.search(cause, said), f"{what}: the cause is not named: {said!r}")
        self.proof.check(str(self.versions.target) in said or "/html" in said, f"{what}: no path is named: {said!r}")
        self.proof.check(re.search(r"^  hint: .", said, re.MULTILINE), f"{what}: no remedy is named: {said!r}")
        kind = re.sub(r"/\S+", "PATH", said)
        if kind not in self.messages:
            self.messages.add(kind)
            if len(self.messages) <= _MESSAGES:
                self.proof.say("  " + said.replace(str(self.versions.root), "…").replace("\n", "\n  "))

    def recovers(self, number, before, when=""):
        """When the cause is gone, the next publish works."""
        what = f"{self.name} {when}, and gone".strip()
        self.versions.check_after_publish(self.proof, what, self.versions.publish(number), number, before)

    def fails_then_recovers(self, number, cause, code, prefix=(), limit=None, undo=None):
        """A publish of the version that must fail, and then, without the limit, work."""
        before = self.versions.trees_now()
        if limit:
            mount(*limit)
        self.tried += 1
        outcome = self.versions.publish(number, prefix=prefix)
        if limit and undo[0] == "umount":
            now_below = self.versions.trees_now()
            self.proof.check(outcome.code != 0, f"{self.name}: it published, to {now_below}")
            subprocess.run(undo, check=True)
        self.refusal(outcome, before, cause, code)
        if undo and undo[0] != "umount":
            subprocess.run(undo, check=True)
        self.recovers(number, before)


def full_size(limit):
    sweep(limit, "size", [f"{4 * pages}k" for pages in range(2, 400, limit.options.step)], "1g")


def full_inodes(limit):
    sweep(limit, "nr_inodes", [str(n) for n in range(5, 400, limit.options.step)], "100000")


def sweep(limit, option, sizes, ample):
    """Four publishes on a file system that is larger each time, until it is large enough for all."""
    versions, failed_at = limit.versions, {}
    for size in sizes:
        limit.proof.progress(f"{limit.name}: {size}")
        subprocess.run(["umount", "-l", versions.target], capture_output=True, check=False)
        shutil.rmtree(versions.target, ignore_errors=True)
        versions.target.mkdir()
        mount("-t", "tmpfs", "-o", f"{option}={size}", "none", versions.target)
        versions.foreign = versions.read_foreign()
        for number in range(4):
            before = versions.trees_now()
            outcome = versions.publish(number)
            limit.tried += 1
            if outcome.code != 0:
                failed_at[number] = failed_at.get(number, 0) + 1
                limit.refusal(outcome, before, "no space is left", FAILED, f"{option}={size}, publish {number + 1}")
                mount("-o", f"remount,{option}={ample}", versions.target)
                limit.recovers(number, before, f"{option}={size}, publish {number + 1}")
                break
        else:
            limit.proof.say(f"  {option}={sizes[0]} … {size}: publishes that failed, by number: "
                            + ", ".join(f"{n + 1}: {count}" for n, count in sorted(failed_at.items())))
            return
    limit.proof.broken(f"{limit.name}: not even {option}={sizes[-1]} is enough")


def read_only(limit):
    versions = limit.versions
    versions.reset()
    mount("-t", "tmpfs", "none", versions.target)
    versions.foreign = versions.read_foreign()
    for number in range(2):
        versions.must_publish(number)
    limit.fails_then_recovers(2, "mounted read-only", FAILED, limit=("-o", "remount,ro", versions.target),
                              undo=["mount", "-o", "remount,rw", versions.target])


def other_file_system(limit):
    """That is no limit: it works, and by way of a symbolic link too."""
    versions = limit.versions
    versions.reset()
    shutil.rmtree(versions.target)
    other = versions.root / "other"
    other.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "none", other)
    (other / "site").mkdir()
    versions.target.symlink_to(other / "site")
    versions.foreign = {}
    for number in range(4):
        limit.tried += 1
        before = versions.trees_now()
        versions.check_after_publish(limit.proof, limit.name, versions.publish(number), number, before)
    limit.proof.check(os.path.ismount(other) and (other / "site" / "html").is_dir(), f"{limit.name}: html is elsewhere")
    versions.target.unlink()
    subprocess.run(["umount", "-l", other], check=True)


def mount_point(limit):
    versions = limit.versions
    for number, (name, what) in enumerate([("bind", ("--bind", versions.html, versions.html)),
                                           ("tmpfs", ("-t", "tmpfs", "none", versions.html))]):
        versions.reset(2, 3)
        limit.name = f"mount-point {name}"
        limit.fails_then_recovers(number, "mount point", FAILED, limit=what, undo=["umount", versions.html])
    limit.name = "mount-point"


def other_user(limit):
    versions = limit.versions
    nobody = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups"]
    for what in [versions.target, versions.html]:
        versions.reset(0, 1)
        for name in ["lock", "."]:
            os.chown(versions.own / name, NOBODY, NOBODY)
        if what == versions.html:  # Godwit's own and the target are theirs, html is not
            own_all(versions.own)
            os.chown(versions.target, NOBODY, NOBODY)
        else:
            own_all(versions.own, 0)
        limit.name = f"other-user {what.name}"
        versions.foreign = versions.read_foreign()
        before = versions.trees_now()
        limit.tried += 1
        limit.refusal(versions.publish(2, prefix=nobody), before, "permi", NOT_PERMITTED)
        for tree in [versions.html, versions.old, versions.own]:
            own_all(tree)
        os.chown(versions.target, NOBODY, NOBODY)
        versions.foreign = versions.read_foreign()
        outcome = versions.publish(2, prefix=nobody)
        versions.check_after_publish(limit.proof, f"{limit.name}, and given to them", outcome, 2, before)
    limit.name = "other-user"


def own_all(tree, user=NOBODY):
    for parent, _, files in os.walk(tree):
        for path in [parent, *(os.path.join(parent, name) for name in files)]:
            os.chown(path, user, user)


def descriptors(limit):
    """With 64 it must work. With fewer, down to where not even a JVM starts, it may fail."""
    versions = limit.versions
    versions.reset(0, 1)
    for number in [64, *range(32, 4, -1)]:
        before = versions.trees_now()
        new = next(n for n in range(4) if n not in before)
        limit.tried += 1
        outcome = versions.publish(new, prefix=["sh", "-c", f'ulimit -n {number}; exec "$@"', "sh"])
        if outcome.code == 0:
            versions.check_after_publish(limit.proof, f"ulimit -n {number}", outcome, new, before)
            continue
        limit.proof.check(number < 32, f"ulimit -n {number} is too few: {outcome}")
        if "godwit: " in outcome.err and "cannot" in outcome.err and str(versions.target) in outcome.err:
            limit.refusal(outcome, before, "too many files open", FAILED, f"ulimit -n {number}")
        else:  # the JVM, or the shell, came not so far
            limit.refused += 1
            now = versions.trees_now()
            limit.proof.check(now == before, f"ulimit -n {number}: html and html.old were {before}, are {now}")
            limit.proof.check(outcome.code != 0 and "Exception" not in outcome.err.split("\n")[0],
                              f"ulimit -n {number}: {outcome}")
        limit.recovers(new, before, f"ulimit -n {number}")


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


LIMITS = {
    "full-size": full_size,
    "full-inodes": full_inodes,
    "read-only": read_only,
    "other-file-system": other_file_system,
    "mount-point": mount_point,
    "other-user": other_user,
    "descriptors": descriptors,
}
