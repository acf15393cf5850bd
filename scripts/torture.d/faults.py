"""Makes every operation on files fail, with each error, once and from then on.

These are the classes *FaultTest in their long form: each operation of a publish, a rollback and a recovery fails with
ENOSPC, EIO, EACCES, EROFS, EMFILE and EINTR, and the process dies before each. In `mvn verify` the errors take turns.
Runs Maven in the source checkout.
"""

import os
import re
import shutil
import subprocess

from proof import CannotRun

_TESTS = "*FaultTest"


def add_arguments(parser):
    parser.add_argument("--tests", default=_TESTS, metavar="PATTERN", help=f"which classes ({_TESTS})")


def prepare(_options):
    if not shutil.which("mvn"):
        raise CannotRun("mvn is not installed")


def run(proof, versions, options):
    checkout = os.path.dirname(os.path.dirname(os.path.realpath(versions.program)))
    if not os.path.isfile(os.path.join(checkout, "pom.xml")):
        raise CannotRun(f"{checkout} is no source checkout")
    maven = subprocess.run(["mvn", "-B", "test", f"-Dtest={options.tests}", "-Dgodwit.faults=all"], cwd=checkout,
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    faults = [int(count) for count in re.findall(r"^faults to try: (\d+)$", maven.stdout, re.MULTILINE)]
    classes = re.findall(r"Tests run: (\d+), Failures: (\d+), Errors: (\d+).* Time elapsed: ([\d.]+) s.* in (\S+)", maven.stdout)
    for tests, failures, errors, seconds, name in classes:
        proof.say(f"{name}: {tests} tests, {int(failures) + int(errors)} failed, {float(seconds):.0f} s")
    proof.say(f"{sum(faults)} faults tried")
    for line in re.findall(r"^\[ERROR\] +(\S+Test\S*[.:].*)$", maven.stdout, re.MULTILINE):
        proof.broken(line)
    proof.check(classes and faults, f"no such test was run: {maven.stdout[-2000:]}")
    proof.check(maven.returncode == 0, f"mvn ended with {maven.returncode}")
