"""What a proof counts, and its verdict."""

import sys
import time

# Further ones are counted, but not printed.
PRINTED = 20


class CannotRun(Exception):
    """Something that the proof needs is not there."""


class Broken(Exception):
    """A promise is broken, and the proof cannot go on after it."""


class Proof:
    def __init__(self, name):
        self.name = name
        self.failures = 0
        self.terminal = sys.stderr.isatty()
        self.start = time.monotonic()

    def say(self, text):
        print(text, flush=True)

    def progress(self, text):
        """Where it is; gone with the next line."""
        if self.terminal:
            print(f"\r\033[K{text}\r", end="", file=sys.stderr, flush=True)

    def broken(self, text):
        self.failures += 1
        if self.failures <= PRINTED:
            self.say(f"BROKEN: {text}")

    def check(self, holds, text):
        if not holds:
            self.broken(text)
        return holds

    def seconds(self):
        return time.monotonic() - self.start

    def verdict(self):
        if self.failures > PRINTED:
            self.say(f"… and {self.failures - PRINTED} more")
        kept = "every promise was kept" if self.failures == 0 else f"{self.failures} times a promise was broken"
        self.say(f"torture {self.name}: {kept}, in {self.seconds():.0f} s")
        return 0 if self.failures == 0 else 1
