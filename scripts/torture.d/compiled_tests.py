"""Runs a class of the compiled tests beside the program."""

import os
import subprocess

from proof import CannotRun


def java(versions, name):
    """:return: the Java that the launcher has chosen, with the classes, the tests' too; what follows is the class"""
    target = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(versions.program))), "target")
    classes = os.path.join(target, "test-classes")
    if not os.path.isfile(os.path.join(classes, *name.split(".")) + ".class"):
        raise CannotRun(f"{name} is not compiled: mvn -q -B test-compile")
    process = subprocess.run(["sh", "-x", versions.program, "--version"], capture_output=True, text=True, check=True)
    chosen = next(line for line in reversed(process.stderr.split("\n")) if line.startswith("+ exec ")).split()[2]
    return [chosen, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp",
            os.path.join(target, "godwit.jar") + ":" + classes]
