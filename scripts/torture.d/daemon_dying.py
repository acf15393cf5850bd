"""Ends the daemon when it suits it least: SIGTERM while it renders and while it exchanges, and without memory.

While it renders: the caller is told, html is as it was, and the daemon leaves with code 0 within ten
seconds. While it exchanges (strace holds the system call up): the publish is finished and confirmed first.
Without memory: it leaves at once, not with 0, so that systemd starts it again; html is as it was.
"""

import os
import shutil
import signal
import time
from pathlib import Path

from daemon_process import Daemon, await_that, whole
from proof import CannotRun

_SLOW = "<#list 1..300 as a><#list 1..1000 as b></#list></#list>${article.title}\n"
_HELD_SECONDS = 3
# What a JVM leaves with under ExitOnOutOfMemoryError. Any other failure says nothing of memory.
_NO_MEMORY = 3


def add_arguments(parser):
    parser.add_argument("--times", type=int, default=10, metavar="N", help="how often each (10)")


def prepare(_options):
    if shutil.which("strace") is None:
        raise CannotRun("there is no strace: apt-get install strace")


def run(proof, versions, options):
    slowest = 0
    for number in range(options.times):
        proof.progress(f"while it renders, {number + 1} of {options.times}")
        slowest = max(slowest, rendering(proof, versions, number / options.times))
    proof.say(f"SIGTERM while it rendered, {options.times} times: left after {slowest:.1f} s at most")
    for number in range(options.times):
        proof.progress(f"while it exchanges, {number + 1} of {options.times}")
        exchanging(proof, versions, 1 + number % 2)
    proof.say(f"SIGTERM while it exchanged, {options.times} times")
    for number in range(options.times):
        proof.progress(f"without memory, {number + 1} of {options.times}")
        without_memory(proof, versions, 24 + 4 * number)
    proof.say(f"without memory, {options.times} times")


def slow_site(versions):
    site = versions.root / "slow"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(versions.site(1), site)
    (site / "templates" / "article.ftlh").write_text(_SLOW, encoding="utf-8")
    for number in range(200):
        (site / "content" / f"slow-{number}.md").write_text(
            f"Title: Slow {number}\nDate: 2026-01-01\n\nA.\n", encoding="utf-8")
    return site


def rendering(proof, versions, share):
    """:return: after how many seconds the daemon had left"""
    versions.reset(0, 1)
    with Daemon(versions, slow_site(versions)) as daemon:
        caller = daemon.send("/publish")
        await_that(lambda: '"stage":"render"' in daemon.get("/v1/operations"), 60, "a rendering")
        time.sleep(share)
        start = time.monotonic()
        daemon.process.send_signal(signal.SIGTERM)
        said = whole(caller).decode("utf-8", "replace")
        code = daemon.end()
        seconds = time.monotonic() - start
    proof.check(code == 0 and seconds < 10, f"it left with {code} after {seconds:.1f} s")
    proof.check(said.startswith(("HTTP/1.1 500", "HTTP/1.1 503")) and "stop" in said, f"the caller was told: {said!r}")
    proof.check(versions.which(versions.html) == 1, f"html is {versions.which(versions.html)}")
    proof.check(versions.which(versions.old) == 0, f"html.old is {versions.which(versions.old)}")
    return seconds


def exchanging(proof, versions, call):
    versions.reset(0, 1)
    strace = ["strace", "-f", "-qq", "-o", versions.root / "strace.log", "-P", versions.own / "staging",
              "-e", "trace=renameat2", "-e", f"inject=renameat2:delay_enter={_HELD_SECONDS}s:when={call}"]
    with Daemon(versions, versions.site(2), prefix=strace) as daemon:
        java = child_of(daemon.process.pid)
        caller = daemon.send("/publish")
        await_that(lambda: "\nmade " in (versions.own / "journal").read_text(encoding="utf-8"), 60, "the swap")
        if call == 2:
            await_that(lambda: versions.which(versions.html) == 2, 60, "the first exchange")
            proof.check(versions.which(versions.old) == 0, "the second exchange was made already")
        else:
            proof.check(versions.which(versions.html) == 1, "the first exchange was made already")
        os.kill(java, signal.SIGTERM)
        said = whole(caller).decode("utf-8", "replace")
        code = daemon.end(60)
    proof.check(code == 0, f"it left with {code}")
    proof.check(said.startswith("HTTP/1.1 200") and "Success" in said, f"the caller was told: {said!r}")
    proof.check(versions.which(versions.html) == 2, f"html is {versions.which(versions.html)}")
    proof.check(versions.which(versions.old) == 1, f"html.old is {versions.which(versions.old)}")


def child_of(pid):
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return int(children[0])


def without_memory(proof, versions, megabytes):
    versions.reset(0, 1)
    site = versions.root / "large"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(versions.site(2), site)
    for number in range(40):
        (site / "content" / f"large-{number}.md").write_text(
            f"Title: Large {number}\nDate: 2026-01-01\n\n" + "Much *text* with `code`. " * 60_000, encoding="utf-8")
    with Daemon(versions, site, java_options=f"-Xmx{megabytes}m", wait=False) as daemon:
        code = daemon.end(120)
        if code is None:  # it had enough for reading: let it publish
            whole(daemon.send("/publish"))
            code = daemon.end(30)
        if proof.check(code is not None, f"it did not leave, with {megabytes} MB"):
            proof.check(code == _NO_MEMORY, f"it left with {code}, with {megabytes} MB: {daemon.lines[-3:]}")
    proof.check(versions.which(versions.html) == 1, f"html is {versions.which(versions.html)}, with {megabytes} MB")
    versions.must_publish(2)
    proof.check(versions.which(versions.html) == 2, "the next publish does not work")
