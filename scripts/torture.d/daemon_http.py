"""Loads the daemon's socket: 64 connections for a minute, 200 at once, 256 that never finish a request.

A server with the daemon's transport and nothing to do is run by the compiled tests. At least 5,000
requests a second are answered, 99 of 100 within 20 ms, none wrongly; the malformed requests of
malformed_http.py are each refused.
"""

import os
import selectors
import socket
import subprocess
import time

import malformed_http
from proof import Broken, CannotRun

_CLASS = "godwit.daemon.TransportProcess"
_REQUEST = b"GET /v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n"
_END = b"}\n"


def add_arguments(parser):
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="how long the load lasts (60)")
    parser.add_argument("--class-path", metavar="PATH", help="classes, test classes and libraries (GODWIT_TEST_CLASS_PATH)")


def prepare(options):
    options.class_path = options.class_path or os.environ.get("GODWIT_TEST_CLASS_PATH")
    if not options.class_path:
        raise CannotRun("--class-path is missing: mvn dependency:build-classpath tells the libraries")


def run(proof, versions, options):
    path = str(versions.root / "http.socket")
    server = subprocess.Popen(
        ["java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", options.class_path, _CLASS, path],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
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
