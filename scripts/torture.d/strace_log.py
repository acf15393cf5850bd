"""Reads what strace -f -tt -y wrote: the calls that change files below a directory."""

import re
import shutil
import subprocess
from dataclasses import dataclass

from proof import CannotRun

CHANGING = ("openat open creat write pwrite64 writev pwritev pwritev2 rename renameat renameat2 mkdir mkdirat unlink "
            "unlinkat rmdir utimensat chmod fchmod fchmodat chown fchown lchown fchownat truncate ftruncate fallocate "
            "link linkat symlink symlinkat copy_file_range sendfile splice ioctl fsetxattr setxattr "
            "fsync fdatasync syncfs sync sync_file_range msync flock").split()
SYNCS = {"fsync", "fdatasync", "syncfs"}
RENAMES = {"rename", "renameat", "renameat2"}

_LINE = re.compile(r"^(?P<pid>\d+) +(?P<time>[\d:.]+) (?P<rest>.*)$")
_CALL = re.compile(r"^(?P<name>[a-z_0-9]+)\((?P<arguments>.*)$")
_RESUMED = re.compile(r"^<\.\.\. (?P<name>[a-z_0-9]+) resumed>(?P<rest>.*)$")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DESCRIPTOR = re.compile(r"\d+<([^<>]*)>")
_RELATIVE = re.compile(r'(?:\d+|AT_FDCWD)<([^<>]*)>, "((?:[^"\\/]|\\.)(?:[^"\\]|\\.)*)"')
_RESULT = re.compile(r" = (-?\d+|\?)")


@dataclass
class Call:
    """A system call: when it began and ended as positions in the log, and the absolute paths it is about."""

    thread: str
    name: str
    began: int
    ended: int
    paths: tuple
    text: str
    result: str

    def succeeded(self):
        return self.result.isdecimal()

    def changes(self):
        """Whether it changes, locks or syncs; opening for reading does not."""
        if self.name in ("openat", "open"):
            return "O_CREAT" in self.text or "O_TRUNC" in self.text
        if self.name == "ioctl":
            return "FICLONE" in self.text or "FS_IOC_SET" in self.text
        return True


def require_strace():
    if shutil.which("strace") is None:
        raise CannotRun("there is no strace: apt-get install strace")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
        raise CannotRun("strace may not trace here")


def trace(log, calls, *more):
    """The beginning of a command line that runs the rest of it under strace."""
    # Not --seccomp-bpf: with it no signal is injected.
    return ["strace", "-f", "-tt", "-y", "-s", "64", "-o", str(log),
            "-e", "trace=" + ",".join("?" + name for name in calls), "-e", "signal=none", *more]


def read(log, below):
    """The calls of the log with a path below the directory, in the order in which they ended."""
    begun, calls = {}, []
    with open(log, encoding="utf-8", errors="replace") as lines:
        for position, line in enumerate(lines):
            match = _LINE.match(line.rstrip("\n"))
            if not match:
                continue
            thread, rest = match["pid"], match["rest"]
            resumed = _RESUMED.match(rest)
            start = position
            if resumed:
                if thread not in begun:
                    continue
                start, first = begun.pop(thread)
                rest = first + resumed["rest"]
            elif rest.endswith("<unfinished ...>"):
                begun[thread] = (position, rest.removesuffix("<unfinished ...>"))
                continue
            _add(calls, thread, rest, start, position, below)
    for thread, (start, rest) in begun.items():  # the process died in them
        _add(calls, thread, rest + " = ?", start, start, below)
    return calls


def _add(calls, thread, text, began, ended, below):
    match = _CALL.match(text)
    if not match:
        return
    results = _RESULT.findall(text)
    arguments = text[:text.rfind(" = ")] if results else text
    paths = [path for path in _STRING.findall(arguments) if path.startswith("/")] if match["name"] not in (
        "write", "pwrite64", "writev", "pwritev") else []
    paths += [f"{parent}/{name}" for parent, name in _RELATIVE.findall(arguments)]
    paths += [p.removesuffix(" (deleted)") for p in _DESCRIPTOR.findall(arguments)]
    paths = tuple(p for p in paths if (p + "/").startswith(str(below) + "/"))
    if paths:
        calls.append(Call(thread, match["name"], began, ended, paths, text, results[-1] if results else "?"))
