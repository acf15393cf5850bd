"""Loads the daemon's socket: 64 connections for a minute, 200 at once, 256 that never finish, 100 races for it.

At least 5,000 requests a second for /v1/status are answered, 99 of 100 within 20 ms, none wrongly; the
malformed requests of malformed_http.py are each refused. Of two daemons that are started at once for one
site, one serves, and the other leaves with code 5 and the process id of the first, within two seconds of its
word. The next one starts at once over the socket of one that was killed.
"""

import selectors
import time

import malformed_http
from daemon_process import Daemon, whole

_REQUEST = b"GET /v1/status HTTP/1.1\r\nHost: a\r\n\r\n"
_LAST = _REQUEST.replace(b"Host", b"Connection: close\r\nHost")


def add_arguments(parser):
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="how long the load lasts (60)")
    parser.add_argument("--races", type=int, default=100, metavar="N", help="how many pairs of daemons race (100)")


def prepare(_options):
    pass


def run(proof, versions, options):
    versions.reset(0, 1)
    site = versions.site(1)
    daemon = Daemon(versions, site)
    try:
        load(proof, daemon, 64, options.seconds)
        at_once(proof, daemon, 200)
        unfinished(proof, daemon, 256)
        malformed(proof, daemon)
    finally:
        daemon.stop()
    killed(proof, versions, site)
    races(proof, versions, site, options.races)


def load(proof, daemon, connections, seconds):
    times, wrong = [], 0
    selector = selectors.DefaultSelector()
    end = time.monotonic() + seconds
    for _ in range(connections):
        client = daemon.connect()
        selector.register(client, selectors.EVENT_READ, [time.perf_counter(), b""])
        client.send(_REQUEST)
    while selector.get_map():
        for key, _ in selector.select(10):
            part = key.fileobj.recv(65536)
            key.data[1] += part
            if part and not complete(key.data[1]):
                continue
            times.append(time.perf_counter() - key.data[0])
            wrong += not key.data[1].startswith(b"HTTP/1.1 200 ")
            if not part or time.monotonic() > end:
                selector.unregister(key.fileobj)
                key.fileobj.close()
            else:
                key.data[:] = [time.perf_counter(), b""]
                key.fileobj.send(_REQUEST)
    times.sort()
    rate, slow = len(times) / seconds, times[int(len(times) * 0.99)] * 1000
    proof.say(f"{connections} connections for {seconds:.0f} s: {rate:.0f} requests a second, "
              f"99 of 100 within {slow:.1f} ms, {wrong} wrong")
    proof.check(rate >= 5000 and slow < 20 and wrong == 0, "that is not what was promised")


def complete(answer):
    heading, found, body = answer.partition(b"\r\n\r\n")
    if not found:
        return False
    length = next((line for line in heading.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
    return len(body) >= int(length.split(b":")[1])


def at_once(proof, daemon, count):
    clients = [daemon.connect() for _ in range(count)]
    for client in clients:
        client.send(_LAST)
    served = sum(whole(client).startswith(b"HTTP/1.1 200 ") for client in clients)
    proof.say(f"{count} connections at once: {served} served")
    proof.check(served == count, f"{count - served} were refused")


def unfinished(proof, daemon, count):
    clients = [daemon.connect() for _ in range(count)]
    for client in clients:
        client.send(_REQUEST[:-2])
    start = time.monotonic()
    proper = daemon.connect()
    proper.send(_REQUEST)
    proper.recv(1)
    waited = time.monotonic() - start
    for client in clients:
        whole(client)
    gone = time.monotonic() - start
    proof.say(f"{count} unfinished requests: a proper one answered after {waited * 1000:.0f} ms, all gone after {gone:.1f} s")
    proof.check(waited < 1 and gone < 10, "that is too long")


def malformed(proof, daemon):
    cases = malformed_http.cases()
    for name, case in cases.items():
        client = daemon.connect()
        try:
            client.sendall(case)
            client.shutdown(1)
        except OSError:
            pass  # it was closed before all was sent
        said = whole(client)
        proof.check(not said or said.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4")), f"{name}: {said[:60]!r}")
        proof.check(served(daemon), f"{name}: the next connection is not served")
    proof.say(f"{len(cases)} malformed requests sent")


def served(daemon):
    client = daemon.connect()
    client.send(_LAST)
    return whole(client).startswith(b"HTTP/1.1 200 ")


def killed(proof, versions, site):
    first = Daemon(versions, site)
    first.process.kill()
    first.end()
    start = time.monotonic()
    second = Daemon(versions, site)
    proof.say(f"one that was killed: the next one listens after {time.monotonic() - start:.1f} s")
    proof.check(served(second), "the next one does not serve")
    second.stop()


def races(proof, versions, site, count):
    slowest = 0
    for number in range(count):
        proof.progress(f"race {number + 1} of {count}")
        pair = [Daemon(versions, site, wait=False), Daemon(versions, site, wait=False)]
        try:
            slowest = max(slowest, race(proof, pair))
        finally:
            for daemon in pair:
                daemon.stop()
    proof.say(f"{count} races for the socket: the loser left after {slowest:.1f} s at most")


def race(proof, pair):
    """:return: how long after the first one's word the other had left"""
    listening = []
    end = time.monotonic() + 60
    while not listening and time.monotonic() < end:
        listening = [d for d in pair if any("listening on" in line for line in list(d.lines))]
        time.sleep(0.005)
    begin = time.monotonic()
    if not proof.check(len(listening) == 1, f"{len(listening)} have won"):
        return 0
    winner, loser = listening[0], pair[1 - pair.index(listening[0])]
    code = loser.end()
    waited = time.monotonic() - begin
    said = " ".join(loser.lines)
    proof.check(code == 5 and f"process {winner.process.pid}" in said and waited < 2,
                f"the loser ended with {code} after {waited:.1f} s and said: {said}")
    proof.check(served(winner), "the winner does not serve")
    return waited
