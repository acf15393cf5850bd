"""Runs a command with the system calls and address families that a unit leaves to its service.

    under_filter.py UNIT COMMAND...

Stands in for systemd, which a test cannot start: SystemCallFilter=, SystemCallErrorNumber= and
RestrictAddressFamilies=, by libseccomp, and NoNewPrivileges=. Exits with 77 if libseccomp or
systemd-analyze is not there.
"""

import ctypes
import errno
import os
import socket
import subprocess
import sys

ALLOW = 0x7FFF0000
ERRNO = 0x00050000
NOT_EQUAL, EQUAL = 1, 4


class Compare(ctypes.Structure):
    _fields_ = [("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64)]


def settings(unit, name):
    with open(unit, encoding="utf-8") as lines:
        return [line.strip().split("=", 1)[1] for line in lines if line.startswith(name + "=")]


def expand(name):
    if not name.startswith("@"):
        return {name}
    listing = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True)
    members = [line.strip() for line in listing.stdout.split("\n")[1:]]
    return set().union(*(expand(member) for member in members if member and not member.startswith("#")))


def allowed(unit):
    names = set()
    for value in settings(unit, "SystemCallFilter"):
        listed = set().union(*(expand(name) for name in value.removeprefix("~").split()))
        names = names - listed if value.startswith("~") else names | listed
    return names | expand("@default")


def main():
    unit, command = sys.argv[1], sys.argv[2:]
    try:
        seccomp = ctypes.CDLL("libseccomp.so.2")
        names = allowed(unit)
    except OSError as e:
        print(f"under_filter: {e}", file=sys.stderr)
        sys.exit(77)
    families = [getattr(socket, name) for value in settings(unit, "RestrictAddressFamilies") for name in value.split()]
    seccomp.seccomp_init.restype = ctypes.c_void_p
    number = getattr(errno, settings(unit, "SystemCallErrorNumber")[0])
    context = ctypes.c_void_p(seccomp.seccomp_init(ctypes.c_uint32(ERRNO | number)))

    def rule(action, call, *compare):
        array = (Compare * len(compare))(*compare)
        result = seccomp.seccomp_rule_add_array(context, ctypes.c_uint32(action), call, len(compare), array)
        if result != 0:
            sys.exit(f"under_filter: rule of call {call}: {os.strerror(-result)}")

    for name in sorted(names):
        call = seccomp.seccomp_syscall_resolve_name(name.encode())
        if name == "socket":
            assert families == [socket.AF_UNIX], families
            rule(ALLOW, call, Compare(0, EQUAL, socket.AF_UNIX, 0))
            rule(ERRNO | errno.EAFNOSUPPORT, call, Compare(0, NOT_EQUAL, socket.AF_UNIX, 0))
        elif call >= 0:  # else this machine has no such call
            rule(ALLOW, call)
    if seccomp.seccomp_load(context) != 0:
        sys.exit("under_filter: the filter cannot be loaded")
    os.execvp(command[0], command)


main()
