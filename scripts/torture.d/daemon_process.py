"""A real daemon, and what is said to it over its socket."""

import os
import socket
import subprocess
import threading
import time

from proof import Broken


class Daemon:
    """`godwit daemon` of a site, in a process of its own, listening when this returns."""

    def __init__(self, versions, site, *options, java_options="", prefix=(), wait=True):
        self.path = str(site / ".godwit" / "http.socket")
        self.lines = []
        environment = {**os.environ, "GODWIT_JAVA_OPTS": java_options}
        for name in ("RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR", "NOTIFY_SOCKET"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [*map(str, prefix), versions.program, "daemon", "--site", str(site), *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env=environment, cwd=versions.root)
        self._ready = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        if wait:
            self.await_ready()

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line.rstrip())
            if "listening on" in line:
                self._ready.set()
        self._ready.set()

    def await_ready(self):
        if not self._ready.wait(60) or not any("listening on" in line for line in self.lines):
            raise Broken(f"the daemon did not start: {self.lines[-5:]}")

    def connect(self, timeout=10):
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(timeout)
        client.connect(self.path)
        return client

    def send(self, target, method="GET", fields=""):
        """:return: a connection on which the answer will come"""
        client = self.connect(120)
        client.sendall(f"{method} {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{fields}\r\n".encode("ascii"))
        return client

    def get(self, target):
        """:return: the whole answer, heading included"""
        return whole(self.send(target)).decode("utf-8", "replace")

    def end(self, seconds=20):
        """:return: the exit code; None if it has not left in time"""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            if self.end() is None:
                self.process.kill()
                self.process.wait()


def whole(client):
    """:return: what comes until the server closes the connection"""
    parts = []
    with client:
        try:
            while part := client.recv(65536):
                parts.append(part)
        except TimeoutError:
            return b"no end: " + b"".join(parts)
        except OSError:
            pass  # it was reset, after what has come
    return b"".join(parts)


def await_that(condition, seconds, what):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise Broken(f"it did not come in {seconds} s: {what}")
        time.sleep(0.02)
