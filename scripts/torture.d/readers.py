"""Reads what nginx serves while it is exchanged: eight connections, 1,000 exchanges.

nginx serves html, once with open_file_cache off and once on. One process publishes the versions of the
site in turn as fast as it can. Each connection asks for pages that all versions have, looks at every
answer, and asks for the style sheets, images and files that a page names at some time in the minute
after it. Every status is 200, and every body that of one version. At last the same is done with plain
renames in place of the exchange, which must show failures: else the proof proves nothing.
"""

import os
import shutil
import signal
import socket
import subprocess
import time

import clients
import compiled_tests
from proof import Broken, CannotRun
from site_versions import COUNT

# Held open for a second each, so that there is always some of the release before in the cache.
CACHES = {"off": "off;", "on": "max=1000 inactive=60s; open_file_cache_valid 1s; open_file_cache_errors on;"}
_CLASS = "godwit.release.ExchangeLoop"
# So often plain renames may have luck: of 12 exchanges with 3 readers one run in twenty has.
_RENAME_RUNS = 10


def add_arguments(parser):
    parser.add_argument("--exchanges", type=int, default=1000, metavar="N", help="how many for each run (1000)")
    parser.add_argument("--connections", type=int, default=8, metavar="N", help="how many read (8)")
    parser.add_argument("--seconds", type=float, default=60, metavar="N",
                        help="how long after a page its assets are still asked for (60)")
    parser.add_argument("--cache", choices=[*CACHES, "both"], default="both", help="open_file_cache of nginx (both)")
    parser.add_argument("--strategy", choices=["exchange", "symlink"], default="exchange",
                        help="publish.strategy, which must show no failure (exchange)")
    parser.add_argument("--renames", action="store_true", help="only the run with plain renames, which has to fail")


def prepare(_options):
    if shutil.which("nginx") is None:
        raise CannotRun("there is no nginx: apt-get install nginx-light")


def run(proof, versions, options):
    for cache in CACHES if options.cache == "both" else [options.cache]:
        if not options.renames:
            wrong = one_run(proof, versions, options, cache, options.strategy)
            for text, number in sorted(wrong.items(), key=lambda item: -item[1]):
                proof.broken(f"open_file_cache {cache}: {number} × {text}")
    for _ in range(_RENAME_RUNS):
        wrong = one_run(proof, versions, options, "off", "rename")
        if wrong:
            break
    proof.check(wrong, "plain renames showed no failure either: this proves nothing")
    for text, number in sorted(wrong.items(), key=lambda item: -item[1])[:3]:
        proof.say(f"  as it must be: {number} × {text}")


def one_run(proof, versions, options, cache, mode):
    """:return: what was wrong, with how often"""
    versions.reset(0, 1)
    pages = clients.pages_of(versions, [versions.root / f"expected{n}" for n in range(COUNT)])
    nginx = Nginx(versions, cache)
    try:
        readers = [clients.Client(nginx.port, pages, options.seconds, seed) for seed in range(options.connections)]
        for reader in readers:
            reader.start()
        publisher = subprocess.run(
            [*compiled_tests.java(versions, _CLASS), _CLASS, str(options.exchanges), mode, *(str(versions.site(n)) for n in range(COUNT))],
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        for reader in readers:
            reader.publishing_is_over()
        counts = [reader.finish() for reader in readers]
    finally:
        nginx.stop()
    if publisher.returncode != 0:
        raise Broken(f"the publisher failed: {publisher.stderr.strip()}")
    exchanges, milliseconds = map(int, publisher.stdout.split()[-2:])
    wrong = {}
    for each in counts:
        for text, number in each["wrong"].items():
            wrong[text] = wrong.get(text, 0) + number
    page_reads, asset_reads = (sum(c[key] for c in counts) for key in ["pages", "assets"])
    changes = sum(c["changes"] for c in counts)
    proof.say(f"open_file_cache {cache}, {mode}: {exchanges} exchanges in {milliseconds / 1000:.0f} s; "
              f"{options.connections} connections read {page_reads} pages and {asset_reads} assets, "
              f"saw {changes} changes of release, {sum(wrong.values())} failures")
    is_long = cache == "off" or milliseconds > 10_000  # or the cache may hide every change
    proof.check(asset_reads > 0 and (changes > 0 or not is_long),
                "the readers saw no asset, or no change of release: this proves nothing")
    return wrong


class Nginx:
    """nginx with a configuration, a port and a directory of its own; its worker is nobody if we are root."""

    def __init__(self, versions, cache):
        self.directory = versions.root / "nginx"
        shutil.rmtree(self.directory, ignore_errors=True)
        self.directory.mkdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        config = self.directory / "nginx.conf"
        temporary = " ".join(f"{kind}_temp_path {self.directory}/{kind};" for kind in
                             ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        config.write_text(
            ("user nobody nogroup;\n" if os.geteuid() == 0 else "")
            + f"daemon off; master_process on; worker_processes 1; pid {self.directory}/pid;\n"
            f"error_log {self.directory}/error.log warn;\n"
            "events { worker_connections 256; }\n"
            "http {\n"
            "  types { text/html html; text/css css; text/plain txt; image/svg+xml svg; }\n"
            f"  access_log off; {temporary}\n"
            f"  open_file_cache {CACHES[cache]}\n"
            "  keepalive_requests 100000000; keepalive_timeout 1h;\n"
            f"  server {{ listen 127.0.0.1:{self.port}; root {versions.html}; }}\n"
            "}\n", encoding="utf-8")
        with open(self.directory / "nginx.log", "wb") as log:
            self.process = subprocess.Popen(["nginx", "-c", str(config), "-e", str(self.directory / "error.log")],
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.stop()
        raise CannotRun("nginx does not start: " + (self.directory / "nginx.log").read_text(encoding="utf-8"))

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=30)
