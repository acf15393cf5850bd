"""Publishes a change of a site of 1,000 articles each second for ten minutes, by a daemon with 256 MB.

What it holds after a collection, its threads and its descriptors stay what they were after the first minute.
"""

import os
import re
import shutil
import statistics
import subprocess
import time
from pathlib import Path

from daemon_process import Daemon
from proof import CannotRun

# What may come and go: threads of the pool, and the JVM's own.
_MORE_THREADS = 4
_MORE_DESCRIPTORS = 4
_MORE_MEGABYTES = 6


def add_arguments(parser):
    parser.add_argument("--minutes", type=float, default=10, metavar="N", help="for how long (10)")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many the site has (1000)")


def prepare(_options):
    pass


def run(proof, versions, options):
    site = large_site(versions, options.articles)
    daemon = Daemon(versions, site, java_options="-Xmx256m")
    jcmd = jcmd_of(daemon.process.pid)
    try:
        publishes, samples, late = 0, [], 0
        start = time.monotonic()
        end = start + options.minutes * 60
        while (now := time.monotonic()) < end:
            change(site, publishes)
            said = daemon.get("/publish")
            if not proof.check("Success" in said, f"publish {publishes} was answered: {said[-300:]!r}"):
                return
            publishes += 1
            if now - start > 60 * options.minutes * (len(samples) + 1) / 10:
                samples.append(sample(jcmd, daemon.process.pid))
                proof.progress(f"{publishes} publishes, {samples[-1]}")
            spent = time.monotonic() - now
            late += spent > 1
            time.sleep(max(0.0, 1 - spent))
        samples.append(sample(jcmd, daemon.process.pid))
    finally:
        daemon.stop()
    first, last = samples[0], samples[-1]
    proof.say(f"{publishes} publishes in {options.minutes:.0f} minutes, {late} of them took longer than a second")
    for name, index, more in (("MB of heap after a collection", 0, _MORE_MEGABYTES), ("threads", 1, _MORE_THREADS),
                              ("descriptors", 2, _MORE_DESCRIPTORS)):
        values = [s[index] for s in samples]
        proof.say(f"{name}: {first[index]} at first, {last[index]} at last, {min(values)} to {max(values)}, "
                  f"median {statistics.median(values):.1f}")
        proof.check(last[index] <= first[index] + more, f"more {name} than at first")


def large_site(versions, articles):
    site = versions.root / "large"
    shutil.copytree(versions.site(1), site)
    for number in range(articles):
        (site / "content" / f"article-{number}.md").write_text(
            f"Title: Article {number}\nDate: 2025-01-01\nTags: tag {number % 50}\n\n" + f"Text {number}, *again*. " * 100,
            encoding="utf-8")
    return site


def change(site, number):
    (site / "content" / "article-0.md").write_text(
        f"Title: Article 0\nDate: 2025-01-01\n\nChanged {number} times.\n", encoding="utf-8")


def jcmd_of(pid):
    java = os.readlink(f"/proc/{pid}/exe")
    jcmd = os.path.join(os.path.dirname(java), "jcmd")
    if not os.access(jcmd, os.X_OK):
        raise CannotRun(f"there is no {jcmd}: install the JDK")
    return jcmd


def sample(jcmd, pid):
    """:return: megabytes in use after a full collection, threads, descriptors"""
    subprocess.run([jcmd, str(pid), "GC.run"], check=True, capture_output=True)
    heap = subprocess.run([jcmd, str(pid), "GC.heap_info"], check=True, capture_output=True, text=True).stdout
    used = sum(int(k) for k in re.findall(r"^\w+ +total \d+K, used (\d+)K", heap, re.MULTILINE))
    threads = int(re.search(r"^Threads:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"), re.MULTILINE).group(1))
    return round(used / 1024, 1), threads, len(os.listdir(f"/proc/{pid}/fd"))
