"""Runs the units of scripts/systemd, unchanged, under a real systemd in namespaces of its own.

The socket and the service start; who is in the group publishes and who is not is refused; the service is
confined. Whatever ends the daemon, systemd starts it again, html is whole, and who connects meanwhile waits
and is answered: a restart, kill -9, a daemon that hangs, one without memory. A mistake in godwit.toml is no
reason to try again. A stop cancels a rendering and is no failure. A connection starts a daemon that is down.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from daemon_process import await_that
from proof import Broken, CannotRun

_GODWIT = 4242
_SITE = Path("/srv/flock")
_SOCKET = "/run/godwit/flock/http.socket"
_SERVICE = "godwit@flock.service"
_LISTENER = "godwit@flock.socket"
_TOML = '[site]\ntitle = "Flock"\nurl = "https://flock.example"\n\n[daemon]\nsocket = "{socket}"\n\n[publish]\nremoved-pages = "warn"\n'
_SLOW = "<#list 1..300 as a><#list 1..1000 as b></#list></#list>${article.title}\n"

# Units that every unit follows, without what they would start on a machine.
_TARGETS = ["basic", "default", "local-fs", "multi-user", "shutdown", "sockets", "sysinit", "umount"]

# In the namespaces: Godwit in /opt/godwit, a user of its own, a site in /srv, and then systemd as process 1.
_START = """
set -e
root=$1 home=$2
mkdir -p "$root/home" "$root/over" /opt
mount --rbind "$home" "$root/home"
mount -t tmpfs tmpfs "$root/over"
mkdir "$root/over/upper" "$root/over/work"
mount -t overlay overlay -o "lowerdir=/opt,upperdir=$root/over/upper,workdir=$root/over/work" /opt
mkdir -p /opt/godwit
mount --rbind "$root/home" /opt/godwit
mount -t tmpfs tmpfs /run
mount --bind "$root/srv" /srv
for file in passwd group; do mount --bind "$root/$file" "/etc/$file"; done
install -d -o godwit -g godwit -m 0755 /srv/flock/public
export SYSTEMD_UNIT_PATH="$root/units" container=other
exec "$3" --system --log-target=console --unit=default.target < /dev/null > "$root/systemd.log" 2>&1
"""


def add_arguments(parser):
    parser.add_argument("--times", type=int, default=3, metavar="N", help="how often the daemon is ended in each way (3)")


def systemd():
    return next((path for path in ["/lib/systemd/systemd", "/usr/lib/systemd/systemd"] if os.path.exists(path)), None)


def prepare(options):
    # RemoveIPC= deletes what the service's user has in /dev/shm, where other proofs have their sites.
    options.directory = options.directory or tempfile.gettempdir()
    if os.geteuid() != 0:
        raise CannotRun("it makes namespaces and becomes other users, so it must be run as root")
    for program, package in [("unshare", "util-linux"), ("nsenter", "util-linux"), ("setpriv", "util-linux"),
                             ("curl", "curl"), ("systemctl", "systemd")]:
        if shutil.which(program) is None:
            raise CannotRun(f"there is no {program}: apt-get install {package}")
    if systemd() is None:
        raise CannotRun("there is no systemd: apt-get install systemd")
    tried = subprocess.run(["unshare", "-mpfCu", "--mount-proc", "mount", "-t", "tmpfs", "none", "/mnt"],
                           capture_output=True, check=False)
    if tried.returncode != 0:
        raise CannotRun("no namespaces can be made here, or nothing mounted in them")


def run(proof, versions, options):
    subprocess.run([versions.program, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds it, if need be
    with Machine(versions.root) as machine:
        units = Units(proof, machine)
        units.start()
        units.little_memory()
        for number in range(options.times):
            proof.progress(f"restarts, {number + 1} of {options.times}")
            units.restart()
            units.kill()
            units.hang()
            units.lose_memory()
        proof.say(f"ended by systemctl restart, kill -9, the watchdog and for want of memory, {options.times} times each:"
                  f" up again, {units.answers} callers answered meanwhile")
        units.reload()
        units.start_with_a_mistake()
        units.stop_while_rendering()
        units.activate()


class Machine:
    """systemd as process 1 of a namespace, with Godwit's units as they are."""

    def __init__(self, root):
        self.root = root
        units = root / "units"
        units.mkdir()
        for target in _TARGETS:
            (units / f"{target}.target").write_text(f"[Unit]\nDescription={target}\nDefaultDependencies=no\n", encoding="ascii")
        home = Path(__file__).resolve().parents[2]
        for unit in (home / "scripts" / "systemd").glob("godwit@.*"):
            shutil.copy(unit, units)
        # There is no journal; what the daemon writes is looked at here.
        self.drop_in("log", f"[Service]\nStandardOutput=append:{root}/daemon.log\nStandardError=append:{root}/daemon.log\n", reload=False)
        for file in ["passwd", "group"]:
            fields = f"godwit:x:{_GODWIT}:" + (f"{_GODWIT}::/nonexistent:/usr/sbin/nologin" if file == "passwd" else "")
            (root / file).write_text(Path("/etc", file).read_text(encoding="utf-8") + fields + "\n", encoding="utf-8")
        self.site = root / "srv" / "flock"
        (self.site / "content").mkdir(parents=True)
        self.configure(_TOML.format(socket=_SOCKET))
        self.article("one", "One")
        self.process = subprocess.Popen(["unshare", "-mpfCu", "--mount-proc", "--propagation", "private", "--kill-child",
                                         "sh", "-c", _START, "sh", root, home, systemd()])

    def __enter__(self):
        await_that(self.is_up, 30, "systemd")
        return self

    def is_up(self):
        if self.process.poll() is not None:
            raise Broken("systemd does not start here: it left with " + str(self.process.returncode))
        return self.first() and self.systemctl("is-system-running").stdout.strip() in ("running", "degraded")

    def first(self):
        """:return: process 1 of the namespace, as it is called outside; None before it is there"""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii").split()
        return children[0] if children else None

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def inside(self, *command, **options):
        return subprocess.run(["nsenter", "-t", self.first(), "-m", "-p", "-C", "-u", *map(str, command)],
                              capture_output=True, text=True, check=False, timeout=120, **options)

    def systemctl(self, *arguments):
        return self.inside("systemctl", *arguments)

    def restart(self):
        """systemd counts these, too, and gives up after a few in five minutes."""
        self.systemctl("reset-failed", _SERVICE, _LISTENER)
        return self.systemctl("restart", _SERVICE)

    def property(self, name, unit=_SERVICE):
        return self.systemctl("show", "--value", "-p", name, unit).stdout.strip()

    def pid(self):
        """:return: the daemon's, as the namespace counts"""
        return self.property("MainPID")

    def drop_in(self, name, text, reload=True):
        """Adds lines to the service, as `systemctl edit` does; empty text takes them away."""
        file = self.root / "units" / "godwit@.service.d" / f"{name}.conf"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if reload:
            self.systemctl("daemon-reload")

    def configure(self, text):
        (self.site / "godwit.toml").write_text(text, encoding="utf-8")

    def article(self, name, title, text="Text"):
        (self.site / "content" / f"{name}.md").write_text(
            f"Title: {title}\nDate: 2026-01-02\nSlug: {name}\n\n{text}\n", encoding="utf-8")

    def curl(self, path, *, user=_GODWIT, groups=""):
        """What a user is answered; the exit code is curl's."""
        rights = ["--clear-groups"] if not groups else ["--groups", str(groups)]
        return self.inside("setpriv", "--reuid", user, "--regid", user, *rights,
                           "curl", "-sS", "--max-time", "60", "--unix-socket", _SOCKET, f"http://any{path}")

    def page(self, name):
        try:
            return (self.site / "public" / "html" / f"{name}.html").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def said(self):
        return (self.root / "daemon.log").read_text(encoding="utf-8", errors="replace")


class Units:
    def __init__(self, proof, machine):
        self.proof = proof
        self.machine = machine
        self.answers = 0

    def start(self):
        machine, check = self.machine, self.proof.check
        started = machine.systemctl("start", _LISTENER, _SERVICE)
        check(started.returncode == 0, f"they do not start: {started.stderr} {machine.said()[-500:]}")
        check(machine.property("ActiveState") == "active", "the service is not active")
        check(machine.property("StatusText") == "serving /srv/flock", f"its status is {machine.property('StatusText')!r}")
        rights = machine.inside("stat", "-c", "%a %U %G", _SOCKET).stdout.strip()
        check(rights == "660 godwit godwit", f"the socket is {rights}")
        ann = machine.curl("/publish", user=_GODWIT + 1, groups=_GODWIT)
        check(ann.stdout.startswith("Success"), f"a member of the group is told {ann.stdout} {ann.stderr}")
        check(bool(machine.page("one")), "html has no page")
        bob = machine.curl("/publish", user=_GODWIT + 2)
        check(bob.returncode == 7 and not bob.stdout, f"who is in no group is told {bob.stdout} {bob.stderr}")
        check(re.search(rf"<\d>audit.*uid={_GODWIT + 1}\b", machine.said()), f"no audit line: {machine.said()[-500:]}")
        status = dict(line.split(":\t", 1) for line in machine.inside("cat", f"/proc/{machine.pid()}/status").stdout.splitlines())
        check(status["Uid"].split()[0] == str(_GODWIT), f"it runs as {status['Uid']}")
        check(status["NoNewPrivs"] == "1" and status["Seccomp"] == "2" and int(status["CapBnd"], 16) == 0,
              f"it is not confined: {status['NoNewPrivs']} {status['Seccomp']} {status['CapBnd']}")
        self.proof.say("started; a member of the group published, another user was refused, the daemon is confined")

    def little_memory(self):
        """As on a small server: a heap is a quarter of that."""
        self.machine.drop_in("limit", "[Service]\nMemoryMax=400M\n")
        done = self.machine.restart()
        self.proof.check(done.returncode == 0, f"it does not start with MemoryMax=400M: {done.stderr}")
        self.machine.drop_in("limit", "")
        self.proof.say("started with 400 MB of memory")

    def restart(self):
        with self.callers():
            done = self.machine.restart()
        self.proof.check(done.returncode == 0, f"restart: {done.stderr}")

    def kill(self):
        """Without callers: not their connections start the next daemon, but systemd by itself."""
        self.ended("kill -9", lambda: self.machine.inside("kill", "-9", self.machine.pid()), contextlib.nullcontext())

    def hang(self):
        self.machine.drop_in("watchdog", "[Service]\nWatchdogSec=2\nTimeoutAbortSec=1\n")
        self.machine.restart()
        self.ended("a daemon that hangs", lambda: self.machine.inside("kill", "-STOP", self.machine.pid()))
        self.machine.drop_in("watchdog", "")
        self.machine.restart()

    def lose_memory(self):
        """Enough for the site, not for what is added to it then."""
        self.machine.drop_in("memory", "[Service]\nEnvironment=GODWIT_JAVA_OPTS=-Xmx48m\n")
        self.machine.restart()
        large = [f"large-{number}" for number in range(40)]
        for name in large:
            self.machine.article(name, name, "Much *text* with `code`. " * 60_000)

        def publish():
            told = self.machine.curl("/publish")
            for name in large:
                (self.machine.site / "content" / f"{name}.md").unlink()
            self.proof.check(told.returncode != 0, f"there was memory enough: {told.stdout[:200]}")

        self.ended("want of memory", publish)
        self.proof.check("OutOfMemoryError" in self.machine.said(), "nothing says that there was no memory")
        self.machine.drop_in("memory", "")
        self.machine.restart()

    def ended(self, how, end, meanwhile=None):
        """Ends the daemon. systemd starts another one, html is as it was, and that one publishes."""
        machine, check = self.machine, self.proof.check
        before, page = machine.pid(), machine.page("one")
        with meanwhile or self.callers():
            end()
            await_that(lambda: machine.pid() not in ("0", before), 60, f"another daemon after {how}")
            await_that(lambda: machine.property("ActiveState") == "active", 60, f"a daemon that is ready after {how}")
        check(machine.page("one") == page, f"after {how}, html is another one")
        machine.article("one", f"After {how} {time.monotonic()}")
        told = machine.curl("/publish")
        check(told.stdout.startswith("Success"), f"after {how}: {told.stdout} {told.stderr}")
        check(machine.page("one") not in ("", page), f"after {how}, nothing was published")

    def callers(self):
        return Callers(self)

    def reload(self):
        machine, check = self.machine, self.proof.check
        machine.configure(_TOML.format(socket=_SOCKET).replace("Flock", "Waders"))
        done = machine.systemctl("reload", _SERVICE)
        check(done.returncode == 0, f"reload: {done.stderr}")
        told = machine.curl("/publish")
        check(told.stdout.startswith("Success"), f"after a reload: {told.stdout} {told.stderr}")
        check("Waders" in machine.page("one"), "the new title is not used")
        machine.configure("[site\n")
        done = machine.systemctl("reload", _SERVICE)
        check(done.returncode != 0, "a mistake in godwit.toml is not told by reload")
        check(machine.property("ActiveState") == "active", "a mistake in godwit.toml ends the daemon")
        told = machine.curl("/status")
        check(told.stdout.startswith("site:"), f"after a reload that failed: {told.stdout} {told.stderr}")
        self.proof.say("reloaded; a mistake was told and changed nothing")

    def start_with_a_mistake(self):
        machine, check = self.machine, self.proof.check
        machine.restart()
        time.sleep(4)  # twice RestartSec
        check(machine.property("ExecMainStatus") == "2", f"it ended with {machine.property('ExecMainStatus')}")
        check(machine.property("ActiveState") == "failed", f"it is {machine.property('ActiveState')}")
        check(machine.property("NRestarts") == "0", "it was started again")
        machine.configure(_TOML.format(socket=_SOCKET))
        machine.systemctl("reset-failed", _SERVICE, _LISTENER)
        started = machine.systemctl("start", _LISTENER, _SERVICE)
        check(started.returncode == 0, f"it does not start when the mistake is mended: {started.stderr}")
        self.proof.say("a mistake in godwit.toml: failed with 2, not started again until it was mended")

    def stop_while_rendering(self):
        machine, check = self.machine, self.proof.check
        templates = machine.site / "templates"
        templates.mkdir()
        (templates / "article.ftlh").write_text(_SLOW, encoding="utf-8")
        for number in range(200):
            machine.article(f"slow-{number}", f"Slow {number}")
        told = []
        caller = threading.Thread(target=lambda: told.append(machine.curl("/publish")))
        caller.start()
        await_that(lambda: '"stage":"render"' in machine.curl("/v1/operations").stdout, 60, "a rendering")
        start = time.monotonic()
        machine.systemctl("stop", _LISTENER, _SERVICE)
        seconds = time.monotonic() - start
        caller.join()
        check(seconds < 10, f"it stopped after {seconds:.1f} s")
        check("stop" in told[0].stdout, f"the caller was told {told[0].stdout} {told[0].stderr}")
        check(machine.property("Result") == "success", f"the stop is a {machine.property('Result')}")
        check(machine.property("ActiveState") == "inactive", f"it is {machine.property('ActiveState')}")
        shutil.rmtree(templates)
        for number in range(200):
            (machine.site / "content" / f"slow-{number}.md").unlink()
        self.proof.say(f"stopped while it rendered: after {seconds:.1f} s, the caller was told, no failure")

    def activate(self):
        machine, check = self.machine, self.proof.check
        machine.systemctl("start", _LISTENER)
        check(machine.property("ActiveState") == "inactive", "the service runs already")
        machine.article("one", "Activated")
        told = machine.curl("/publish")
        check(told.stdout.startswith("Success"), f"who starts the daemon is told {told.stdout} {told.stderr}")
        check("Activated" in machine.page("one"), "nothing was published")
        self.proof.say("started by a connection, which was answered")


class Callers:
    """Ask for the status, again and again, until this is left; each must be answered."""

    def __init__(self, units):
        self.units = units
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._ask)

    def _ask(self):
        while not self.over.is_set():
            told = self.units.machine.curl("/status")
            # What the daemon had taken when it was killed is lost: 52 and 56 are curl's words for that. What it takes
            # when it stops it tells to ask the next one.
            if told.returncode not in (52, 56) and "problem:stopping" not in told.stdout:
                self.units.answers += self.units.proof.check(
                    told.stdout.startswith("site:"), f"a caller was told {told.stdout} {told.stderr}".strip())

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
