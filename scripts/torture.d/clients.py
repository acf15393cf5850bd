"""Clients of a web server that look at each answer; each is a process with one connection."""

import heapq
import multiprocessing
import random
import re
import socket
import time
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

_LINKED = re.compile(rb'(?:href|src)="([^"#?]+)"')
_ASSETS = (".css", ".js", ".svg", ".png", ".txt", ".woff2")
# Of the assets that are to be asked for later, no more than this are kept in mind.
_PENDING = 2_000


def pages_of(versions, outputs):
    """Path → the bodies that it may have, in the order of the versions. Pages that all versions have."""
    trees = [{"/" + str(p.relative_to(o)): p.read_bytes() for p in o.rglob("*") if p.is_file()} for o in outputs]
    bodies = {}
    for path in set().union(*trees):
        bodies[path] = [tree.get(path) for tree in trees]
    return bodies


class Client:
    """Asks for pages, and for what they name at a random time in the seconds after."""

    def __init__(self, port, bodies, seconds, seed):
        self.port = port
        self.bodies = bodies
        self.seconds = seconds
        self.chance = random.Random(seed)
        self.pipe, other = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=self._run, args=(other,), daemon=True)

    def start(self):
        self.process.start()

    def publishing_is_over(self):
        """Lets it ask for the last assets, and end."""
        self.pipe.send("publishing is over")

    def finish(self):
        """:return: its counts, when it has ended"""
        if not self.pipe.poll(self.seconds + 120):
            raise TimeoutError("a client does not end")
        counts = self.pipe.recv()
        self.process.join()
        return counts

    def _run(self, pipe):
        pages = [p for p, bodies in self.bodies.items() if p.endswith(".html") and all(bodies)]
        counts = {"pages": 0, "assets": 0, "changes": 0, "wrong": Counter()}
        connection, pending, last, over = None, [], None, None
        while over is None or pending:
            if over is None and pipe.poll():
                over = time.monotonic()
            now = time.monotonic()
            is_asset = bool(pending) and pending[0][0] <= now
            if not is_asset and over is not None:
                if pending and pending[0][0] > over + self.seconds:
                    break
                time.sleep(max(0.0, min(pending[0][0] - now, 0.1)) if pending else 0)
                continue
            path = heapq.heappop(pending)[1] if is_asset else self.chance.choice(pages)
            try:
                connection = connection or Connection(self.port)
                status, body = connection.get(path)
            except OSError as e:
                counts["wrong"][f"{'asset' if is_asset else 'page'}: {type(e).__name__}"] += 1
                connection = None
                continue
            counts["assets" if is_asset else "pages"] += 1
            wrong = self._judge(path, status, body, is_asset)
            if wrong:
                counts["wrong"][wrong] += 1
            elif not is_asset:
                if self.bodies[path].count(body) == 1:
                    version = self.bodies[path].index(body)
                    counts["changes"] += last is not None and version != last
                    last = version
                self._remember(pending, path, body, now)
        pipe.send(counts)

    def _judge(self, path, status, body, is_asset):
        what = re.sub(r"\d+", "N", path) if is_asset else "a page"
        if status != 200:
            return f"{what}: status {status}"
        if body not in self.bodies.get(path, [body]):
            return f"{what}: {len(body)} bytes that are no version's"
        return None

    def _remember(self, pending, path, body, now):
        if len(pending) >= _PENDING:
            return
        for link in set(_LINKED.findall(body)):
            address = urlsplit(urljoin("http://localhost" + path, link.decode("utf-8")))
            asset = unquote(address.path)
            if address.hostname in ("localhost", "example.org") and asset.endswith(_ASSETS):
                heapq.heappush(pending, (now + self.chance.uniform(0, self.seconds), asset))


class Connection:
    """A connection that is kept alive, without what a client of general use would do for each request."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.file = self.socket.makefile("rb")

    def get(self, path):
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("ascii"))
        status = self.file.readline()
        if not status:
            raise ConnectionError("closed")
        length = 0
        while (line := self.file.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        body = self.file.read(length)
        if len(body) != length:
            raise ConnectionError("closed in a body")
        return int(status.split()[1]), body
