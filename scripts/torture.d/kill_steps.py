"""Kills a publish at each system call by which it changes a file below the target.

A log of an undisturbed publish says which calls there are; then the same publish is run again for each
of them, and killed as it enters it (strace -e inject=CALL:signal=KILL). strace counts calls for each
thread, so a call is named by its path (-P) and how often the thread has come by it; names with a
release's id or a digest in them are looked for by their kind. It is checked in the log of each run
that the process died in the very call that was meant.

After each kill html is one release byte for byte, and html.old too; the next publish works, puts what
was html into html.old, and leaves nothing more behind than one that nobody killed. With the strategy
rename either may be absent until the next command.
"""

import re
import time
from collections import namedtuple
from datetime import datetime, timedelta, timezone

import strace_log
from proof import Broken
from site_versions import NOTHING, SITE_ERRORS, STRATEGIES

_ID = re.compile(r"\d{8}T\d{6}\.\d{3}Z")
_SLOT = re.compile(r"^html\.\d+")
_VARYING = re.compile(r"[0-9a-f]{12,}|(?<![0-9a-zA-Z])\d{3,}(?![0-9a-zA-Z])")
# How long a publish may take to come to make the files that are named for the time.
_WINDOW_MILLISECONDS = 4000
_ATTEMPTS = 3
# Files that may be in Godwit's own directory beyond what has been there in undisturbed publishes.
_SLACK = 8
# The states in which no publish is killed.
_ROLLBACKS = ("rollback", "restore")

# nth: which one it is of its thread's calls of that name, to a path of that kind; paths: all of that kind.
Point = namedtuple("Point", "name path kind nth paths")
# command: gives the arguments that are killed, once prepared. new: the version it puts live. allowed: html and
# html.old after a kill. settled: after recovery.
State = namedtuple("State", "name prepare command new allowed settled")


def add_arguments(parser):
    parser.add_argument("--states", help="which of the starting states, by commas (all)")
    parser.add_argument("--at", default="", metavar="TEXT", help="only calls with that in their name and path: 'renameat2 html'")
    parser.add_argument("--strategy", choices=STRATEGIES, default="exchange", help="publish.strategy of the sites (exchange)")
    parser.add_argument("--sample", type=int, metavar="N", help="only N calls of each state, evenly spread")


def prepare(_options):
    strace_log.require_strace()


def run(proof, versions, options):
    wanted = options.states.split(",") if options.states else None
    kills = 0
    for state in states(proof, versions):
        if wanted and state.name not in wanted:
            continue
        kills += run_state(proof, versions, state, options)
    proof.say(f"killed at {kills} system calls")
    proof.check(kills > 0, "nothing was killed: this proves nothing")


def states(proof, versions):
    """Starting states: which versions have been published, and what is published now."""

    def publish(number):
        return lambda: versions.publish_arguments(number)

    def after(name, published, new):
        live = published[-1] if published else None
        backup = published[-2] if len(published) > 1 else None
        settled = {(live, backup), (new, live)}
        return State(name, lambda: versions.reset(*published), publish(new), new,
                     settled | {(new, backup)} | absences(versions, new, backup), settled)

    yield after("first", [], 0)
    yield after("second", [0], 1)
    yield after("third", [0, 1], 2)
    yield after("fourth", [0, 1, 2], 3)
    yield State("steady", Steady(proof, versions).prepare, publish(1), 1,
                {(0, 3), (1, 3), (1, 0)} | absences(versions, 1, 3), {(0, 3), (1, 0)})
    if versions.strategy == "exchange":
        yield State("recovery", lambda: die_between_exchanges(versions), publish(3), 3,
                    {(2, 0), (2, 1), (3, 1), (3, 2)}, {(2, 1), (3, 2)})
    if "rollback" in versions.commands:
        yield State("rollback", lambda: versions.reset(0, 1, 2), lambda: ["rollback", "--site", versions.site(0)], 1,
                    {(2, 1), (1, 2)} | between_links(versions) | absences(versions, 1, 1), {(2, 1), (1, 2)})
        yield State("restore", lambda: versions.reset(0, 1, 2, 3),
                    lambda: ["rollback", "--site", versions.site(0), versions.oldest_release()], 0,
                    {(3, 2), (0, 2), (0, 3)} | absences(versions, 0, 2), {(3, 2), (0, 3)})


def absences(versions, new, backup):
    """What html and html.old may be between plain renames: one of them is absent until the next command."""
    return {(None, backup), (new, None)} if versions.strategy == "rename" else set()


def between_links(versions):
    """In the middle of a rollback by links both names lead to the release that is gone back to."""
    return {(1, 1)} if versions.strategy == "symlink" else set()


class Steady:
    """A target that is published to again and again, so that what a kill leaves behind would add up."""

    def __init__(self, proof, versions):
        self.proof = proof
        self.versions = versions
        self.most = 0

    def prepare(self):
        if self.most == 0:
            self.versions.reset()
            for number in [0, 1, 2, 3] * 4 + [0]:
                self.versions.must_publish(number)
                self.most = max(self.most, self.versions.own_files())
            return
        for number in [2, 3, 0]:
            self.versions.must_publish(number)
        files = self.versions.own_files()
        self.proof.check(files <= self.most + _SLACK,
                         f"steady: .godwit has {files} files, undisturbed it had {self.most}")


def die_between_exchanges(versions):
    """Leaves the target as a publisher does that dies between the two exchanges."""
    versions.reset(0, 1)
    log = versions.root / "between.log"
    versions.godwit(*versions.publish_arguments(2), prefix=strace_log.trace(
        log, strace_log.RENAMES, "-P", str(versions.old), "-e", "inject=renameat2:signal=KILL:when=1"))
    if versions.trees_now() != (2, 0):
        raise Broken(f"no publisher could be made to die between the exchanges: {versions.trees_now()}")


def run_state(proof, versions, state, options):
    state.prepare()
    points = points_of(versions, state)
    if not proof.check(points, f"{state.name}: the log of a publish shows no changing call"):
        return 0
    chosen, sample = [p for p in points if options.at in f"{p.name} {p.kind}"], options.sample
    if sample and sample < len(chosen):
        chosen = [chosen[i * (len(chosen) - 1) // max(sample - 1, 1)] for i in range(sample)]
    missed, seen = [], {}
    start = time.monotonic()
    for index, point in enumerate(chosen):
        proof.progress(f"{state.name}: {index + 1} of {len(chosen)}: {point.name} {point.kind}")
        if kill_at(versions, state, point, missed):
            trees = check_kill(proof, versions, state, f"{state.name}, killed in {point.name} {point.kind}", index)
            seen[trees] = seen.get(trees, 0) + 1
    killed = len(chosen) - len(missed)
    found = ", ".join(f"html {h} html.old {o}: {n}" for (h, o), n in sorted(seen.items(), key=str))
    proof.say(f"{state.name}: {len(points)} changing calls, killed at {killed} of {len(chosen)}, "
              f"{time.monotonic() - start:.0f} s; left {found}")
    for point in missed:
        proof.broken(f"{state.name}: could not be killed in {point.name} {point.kind}: the proof has a gap")
    return killed


def points_of(versions, state):
    """The changing calls of an undisturbed run."""
    log = versions.root / "dry.log"
    outcome = versions.godwit(*state.command(), prefix=strace_log.trace(log, strace_log.CHANGING))
    if outcome.code != 0:
        raise Broken(f"{state.name}: {outcome}")
    by_kind, points = {}, []
    calls = list(strace_log.read(log, versions.target))
    paths = {}
    for path in {path for call in calls for path in call.paths}:
        paths.setdefault(kind_of(versions, path), set()).add(path)
    for call in calls:
        path = call.paths[0 if call.name == "rename" else -1]  # of rename strace's -P looks at the first only
        kind = kind_of(versions, path)
        kinds = {kind} if call.name == "rename" else {kind_of(versions, p) for p in call.paths}
        for each in kinds:
            by_kind[call.thread, call.name, each] = by_kind.get((call.thread, call.name, each), 0) + 1
        if call.changes() and call.succeeded():
            points.append(Point(call.name, path, kind, by_kind[call.thread, call.name, kind], paths[kind]))
    return points


def kind_of(versions, path):
    relative = path.removeprefix(str(versions.target)).lstrip("/") or "."
    if not relative.startswith(".godwit"):
        return _SLOT.sub("html.#", relative)  # they take turns
    return _VARYING.sub("#", _ID.sub("ID", relative))


def paths_of(versions, point):
    """What the path may be in the next run: by the time, by a release that is kept, or any there is of the kind."""
    if kind_of(versions, point.path) == point.path.removeprefix(str(versions.target)).lstrip("/"):
        return [point.path]
    paths = [str(path) for path in versions.target.rglob("*") if kind_of(versions, str(path)) == point.kind]
    if _ID.search(point.path):
        now = datetime.now(timezone.utc)
        for millisecond in range(_WINDOW_MILLISECONDS):
            moment = now + timedelta(milliseconds=millisecond)
            paths.append(_ID.sub(moment.strftime("%Y%m%dT%H%M%S.") + f"{moment.microsecond // 1000:03d}Z", point.path))
        kept = {identifier for path in versions.own.rglob("*") for identifier in _ID.findall(str(path))}
        paths += [_ID.sub(identifier, path) for identifier in sorted(kept) for path in sorted(point.paths)]
    return paths + sorted(point.paths)


def kill_at(versions, state, point, missed):
    """Prepares the state and kills the command in that call; False if it came not to it."""
    log = versions.root / "kill.log"
    for _ in range(_ATTEMPTS):
        state.prepare()
        filters = [part for path in paths_of(versions, point) for part in ("-P", path)]
        outcome = versions.godwit(*state.command(), prefix=strace_log.trace(
            log, [point.name], *filters, "-e", f"inject={point.name}:signal=KILL:when={point.nth}"))
        died_in = [c for c in strace_log.read(log, versions.target) if c.result == "?"]
        if outcome.code != 0 and any(kind_of(versions, p) == point.kind for c in died_in for p in c.paths):
            return True
    missed.append(point)
    return False


def check_kill(proof, versions, state, when, index):
    """Looks at what the kill left, in turn after another command, the same publish, another publish.

    :return: html and html.old as the kill left them"""
    left = versions.trees_now()
    proof.check(left in state.allowed, f"{when}: html and html.old are {left}, neither before nor after")
    proof.check(versions.read_foreign() == versions.foreign, f"{when}: what Godwit did not make has changed")
    before = left
    if index % 3 == 0 or left not in state.settled:
        refused = versions.godwit("publish", "--site", versions.bad)
        proof.check(refused.code == SITE_ERRORS, f"{when}: a publish of a site with errors: {refused}")
        before = versions.trees_now()
        proof.check(before in state.settled, f"{when}, then a publish that was refused: html and html.old are {before}")
    elif index % 3 == 1 and state.name not in _ROLLBACKS:
        again = versions.publish(state.new)
        proof.check(again.code == 0, f"{when}: the same publish again failed: {again}")
        after = versions.trees_now()
        was_live = {old for new, old in state.settled if new == state.new}
        fine = after[0] == state.new and (
            after[1] in was_live or (left[0] == state.new and NOTHING not in (again.out + again.err)))
        proof.check(fine, f"{when}, published again: html and html.old are {after} ({again})")
        versions.check_beside(proof, when)
        return left
    other = next(n for n in (2, 3, 0, 1) if n != before[0] and n != state.new)
    versions.check_after_publish(proof, when, versions.publish(other), other, before)
    return left
