"""Loads the daemon's socket: 64 connections for a minute, 200 at once, 256 that never finish, 100 races for it.

A server with the daemon's transport and nothing to do is run by the compiled tests. At least 5,000
requests a second are answered, 99 of 100 within 20 ms, none wrongly; the malformed requests of
malformed_http.py are each refused. Of two servers that are started at once on one socket, one serves, and
the other leaves with code 5 and the process id of the first, within two seconds.
"""

import selectors
import socket
import subprocess
import time

import compiled_tests
import malformed_http
from proof import Broken

_CLASS = "godwit.daemon.TransportProcess"
_REQUEST = b"GET /v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n"
_END = b"}\n"


def add_arguments(parser):
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="how long the load lasts (60)")
    parser.add_argument("--races", type=int, default=100, metavar="N", help="how many pairs of servers race (100)")


def prepare(_options):
    pass


def run(proof, versions, options):
    path = str(versions.root / "http.socket")
    command = [*compiled_tests.java(versions, _CLASS), _CLASS, path]
    server = start(command)
    try:
        if not server.stdout.readline().startswith("ready"):
            raise Broken("the server did not start")
        load(proof, path, 64, options.seconds)
        at_once(proof, path, 200)
        unfinished(proof, path, 256)
        malformed(proof, path)
    finally:
        server.stdin.close()
        server.wait(20)
    races(proof, command, path, options.races)


def start(command):
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def connect(path):
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(10)
    client.connect(path)
    return client


def answer(client):
    """:return: what comes until the server closes the connection"""
    parts = []
    try:
        while part := client.recv(65536):
            parts.append(part)
    except TimeoutError:
        return b"no end: " + b"".join(parts)
    except OSError:
        pass  # it was reset, after what has come
    return b"".join(parts)


def load(proof, path, connections, seconds):
    times, wrong = [], 0
    selector = selectors.DefaultSelector()
    end = time.monotonic() + seconds
    for _ in range(connections):
        client = connect(path)
        selector.register(client, selectors.EVENT_READ, [time.perf_counter(), b""])
        client.send(_REQUEST)
    while selector.get_map():
        for key, _ in selector.select(10):
            part = key.fileobj.recv(65536)
            key.data[1] += part
            if part and not key.data[1].endswith(_END):
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


def at_once(proof, path, count):
    clients = [connect(path) for _ in range(count)]
    for client in clients:
        client.send(_REQUEST.replace(b"Host", b"Connection: close\r\nHost"))
    served = sum(answer(client).startswith(b"HTTP/1.1 200 ") for client in clients)
    proof.say(f"{count} connections at once: {served} served")
    proof.check(served == count, f"{count - served} were refused")


def unfinished(proof, path, count):
    clients = [connect(path) for _ in range(count)]
    for client in clients:
        client.send(_REQUEST[:-2])
    start = time.monotonic()
    proper = connect(path)
    proper.send(_REQUEST)
    proper.recv(1)
    waited = time.monotonic() - start
    for client in clients:
        answer(client)
    gone = time.monotonic() - start
    proof.say(f"{count} unfinished requests: a proper one answered after {waited * 1000:.0f} ms, all gone after {gone:.1f} s")
    proof.check(waited < 1 and gone < 10, "that is too long")


def malformed(proof, path):
    cases = malformed_http.cases()
    for name, case in cases.items():
        client = connect(path)
        try:
            client.sendall(case)
            client.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it was closed before all was sent
        said = answer(client)
        client.close()
        proof.check(not said or said.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4")), f"{name}: {said[:60]!r}")
    proof.say(f"{len(cases)} malformed requests sent")


def races(proof, command, path, count):
    slowest = 0
    for number in range(count):
        proof.progress(f"race {number + 1} of {count}")
        pair = [start(command), start(command)]
        try:
            slowest = max(slowest, race(proof, pair, path))
        finally:
            for server in pair:
                server.stdin.close()
                server.stdout.close()
                server.wait(20)
    proof.say(f"{count} races for the socket: the loser left after {slowest:.1f} s at most")


def race(proof, pair, path):
    """:return: how long after the first one's word the other had left"""
    selector = selectors.DefaultSelector()
    for server in pair:
        selector.register(server.stdout, selectors.EVENT_READ, server)
    first = selector.select(60)[0][0].data
    begin = time.monotonic()
    second = pair[1 - pair.index(first)]
    said = {server: server.stdout.readline() for server in (first, second)}
    winners = [server for server in pair if said[server].startswith("ready")]
    if not proof.check(len(winners) == 1, f"{len(winners)} have won: {list(said.values())}"):
        return 0
    winner, loser = winners[0], pair[1 - pair.index(winners[0])]
    code = loser.wait(20)
    waited = time.monotonic() - begin
    proof.check(code == 5 and said[loser].rstrip().endswith(f"process {winner.pid}") and waited < 2,
                f"the loser ended with {code} after {waited:.1f} s and said: {said[loser]}")
    client = connect(path)
    client.send(_REQUEST.replace(b"Host", b"Connection: close\r\nHost"))
    said = answer(client)
    client.close()
    proof.check(said.startswith(b"HTTP/1.1 200 "), f"the winner does not serve: {said[:60]!r}")
    return waited
