"""Looks at the order of the system calls of a publish, in a log that strace recorded.

First all that is written below the target, then a sync that covers all of it (syncfs, or an fsync of
each file and directory), then the exchanges, then a sync of the directory that html is in. A call
counts as later than another if it began after the other had ended.
"""

import os

import strace_log
from proof import Broken
from site_versions import COUNT
from strace_log import RENAMES, SYNCS

# The first make what the later ones find: html, html.old, a tree to stage in, releases to forget.
PUBLISHES = 6

_CONTENT = {"write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "truncate", "copy_file_range",
            "sendfile", "splice", "fallocate", "ioctl"}
_NAMES = {"mkdir", "mkdirat", "unlink", "unlinkat", "rmdir", "link", "linkat", "symlink", "symlinkat",
          "openat", "open", "creat", *RENAMES}


def add_arguments(parser):
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="rendering threads of the publish (1)")


def prepare(_options):
    strace_log.require_strace()


def run(proof, versions, options):
    log = versions.root / "order.log"
    versions.reset()
    for number in range(PUBLISHES):
        new = number % COUNT
        outcome = versions.godwit(*versions.publish_arguments(new, options.threads),
                                  prefix=strace_log.trace(log, strace_log.CHANGING))
        if outcome.code != 0:
            raise Broken(f"publish {number + 1}: {outcome}")
        calls = [c for c in strace_log.read(log, versions.target) if c.succeeded() and c.changes()]
        judge(proof, versions, f"publish {number + 1}", calls)


def judge(proof, versions, name, calls):
    html, old = str(versions.html), str(versions.old)
    exchanges = [c for c in calls if c.name in RENAMES and (html in c.paths or old in c.paths)]
    if not proof.check(exchanges, f"{name}: no rename of html in the log"):
        return
    first, last = exchanges[0], exchanges[-1]
    tree = next(p for p in first.paths if p != html)
    before = [c for c in calls if c.ended < first.began]
    staged = [c for c in before if c.name not in SYNCS and any((p + "/").startswith(tree + "/") for p in c.paths)]
    written = [c for c in before if c.name in _CONTENT | _NAMES]
    syncs = [c for c in before if c.name in SYNCS]
    unsynced = [(c, p) for c in written for p in needs_sync(c) if not is_synced(c, p, syncs)]
    proof.check(staged, f"{name}: nothing was written below {tree}")
    proof.check(syncs, f"{name}: no sync before the exchange")
    for call, path in unsynced:
        proof.broken(f"{name}: not synced before the exchange: {path}, after {call.text[:100]}")
    late = [c for c in calls if c.ended > first.began and c.name in _CONTENT | _NAMES
            and any((p + "/").startswith(html + "/") for p in c.paths) and c not in exchanges]
    for call in late:
        proof.broken(f"{name}: html is changed after the exchange: {call.text[:100]}")
    after = [c for c in calls if c.name in SYNCS and c.began > last.ended
             and (c.name == "syncfs" or c.paths[-1] == str(versions.target))]
    proof.check(after, f"{name}: {versions.target} is not synced after the last exchange")
    for call in exchanges:  # without an exchange a name may come up, but not go
        proof.check("RENAME_EXCHANGE" in call.text or call.paths[0] not in (html, old),
                    f"{name}: a moment without {call.paths[0]}: {call.text[:200]}")
    proof.say(f"{name}: {len(written)} writes ({len(staged)} calls in the staged tree), "
              f"{' and '.join(count(syncs))}, {' and '.join(count(exchanges))}, {' and '.join(count(after))} of the parent")


def needs_sync(call):
    """The files whose content, and the directories whose names, a call changes."""
    if call.name in _CONTENT:
        return call.paths[-1:]  # of two descriptors the second is written
    if call.name in ("openat", "open", "creat"):
        return [os.path.dirname(call.paths[0])] if "O_EXCL" in call.text else []
    return {os.path.dirname(path) for path in call.paths[:2]}


def is_synced(call, path, syncs):
    return any(s.began > call.ended and (s.name == "syncfs" or s.paths[-1] == path) for s in syncs)


def count(calls):
    counts = {}
    for call in calls:
        counts[call.name] = counts.get(call.name, 0) + 1
    return [f"{number} {name}" for name, number in counts.items()] or ["no sync"]
