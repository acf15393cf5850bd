"""Kills publishes that run at once on one target, at random moments.

In each round three publishers start, with two rendering threads each, and two of them are killed at
random. Who is not killed has published, or has left with exit code 5 because another is at work. Then
html and html.old are one release each, byte for byte, and one more publish works.
"""

import random
import time

from proof import Broken
from site_versions import BUSY, COUNT, duration_of

_PUBLISHERS = 3
_SLACK = 8


def add_arguments(parser):
    parser.add_argument("--kills", type=int, default=1000, metavar="N", help="how many (1000)")
    parser.add_argument("--seed", type=int, help="repeats the moments of a run, as far as the machine does")


def prepare(_options):
    """Needs nothing but the program."""


def run(proof, versions, options):
    seed = options.seed if options.seed is not None else random.randrange(1_000_000)
    chance = random.Random(seed)
    versions.reset()
    most = 0
    for number in list(range(COUNT)) * 3:
        versions.must_publish(number)
        most = max(most, versions.own_files())
    length = duration_of(versions, 0)
    kills = rounds = published = busy = lost = between = 0
    moments = {}
    while kills < options.kills:
        rounds += 1
        proof.progress(f"{kills} of {options.kills} kills, {kills / proof.seconds():.1f} a second")
        before = versions.trees_now()
        codes, died = one_round(versions, chance, length)
        when = f"round {rounds} of seed {seed}"
        kills += died
        published += codes.count(0)
        busy += codes.count(BUSY)
        proof.check(all(code in (0, BUSY) for code in codes), f"{when}: who was not killed left with {codes}")
        left = versions.trees_now()
        if not proof.check(all(isinstance(tree, int) for tree in left), f"{when}: html and html.old are {left}"):
            raise Broken(f"{when}: there is nothing whole to go on with")
        moments[left != before] = moments.get(left != before, 0) + 1
        between += left[0] != before[0] and left[1] == before[1]
        number = chance.choice([n for n in range(COUNT) if n != left[0]])
        versions.check_after_publish(proof, when, versions.publish(number), number, left)
        files = versions.own_files()
        proof.check(files <= most + _SLACK, f"{when}: .godwit has {files} files, undisturbed it had {most}")
        lost += files > most
    proof.say(f"seed {seed}: {kills} kills in {rounds} rounds, {kills / proof.seconds():.1f} a second; "
              f"of the others {published} published and {busy} left with exit code {BUSY}")
    proof.say(f"html or html.old had changed after {moments.get(True, 0)} rounds, not after {moments.get(False, 0)}; "
              f"left between the two exchanges: {between}")
    if rounds >= 20:  # in a few rounds it may happen
        proof.check(busy > 0, "no publisher met another: this proves nothing of the lock")
        proof.check(published > 0, "none was left to publish: this proves little")


def one_round(versions, chance, length):
    """:return: the exit codes of those that were not killed, and how many were"""
    publishers = []
    for _ in range(_PUBLISHERS):
        publishers.append(versions.start(chance.randrange(COUNT), threads=2))
        time.sleep(chance.uniform(0, length / 4))
    doomed = chance.sample(publishers, _PUBLISHERS - 1)
    # A kill before anything is done tells nothing; with others at work all take longer.
    moments = sorted((chance.uniform(0.2, 1.8) * length, i) for i in range(len(doomed)))
    start, killed = time.monotonic(), 0
    for moment, index in moments:
        time.sleep(max(0.0, start + moment - time.monotonic()))
        doomed[index].kill()
    codes = []
    for publisher in publishers:
        publisher.communicate(timeout=120)
        if publisher.returncode == -9:
            killed += 1
        else:
            codes.append(publisher.returncode)
    return codes, killed
