# SPDX-License-Identifier: Apache-2.0
"""What the tests of `dossier serve` share: the program as a server, requests to it, checks.

Debian's packages of Python are for the system's Python; where another one is first on the PATH,
use_system_python() goes on with the system's.
"""

import contextlib
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.parse

SKIPPED = 77
TOKEN = "token-for-the-tests"
SYSTEM_PYTHON = "/usr/bin/python3"


def use_system_python(module):
    """Returns when `module` can be imported; else starts this test again with the system's Python, or
    skips it."""
    try:
        __import__(module)
        return
    except ImportError:
        pass
    if os.path.exists(SYSTEM_PYTHON) and os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON):
        found = subprocess.run([SYSTEM_PYTHON, "-c", f"import {module}"], capture_output=True, check=False)
        if found.returncode == 0:
            os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    skip(f"there is no Python module {module}")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


class Server:
    """`dossier serve` on a port that the system chooses."""

    def __init__(self, dossier, kb, *arguments):
        self.process = subprocess.Popen(
            [dossier, "serve", str(kb), "--port", "0", *arguments], stderr=subprocess.PIPE, text=True,
            stdin=subprocess.DEVNULL)
        self.said = ""
        while not (found := re.search(r"http://[^:]+:(\d+)/", self.said)):
            line = self.process.stderr.readline()
            if not line:
                raise RuntimeError(f"the server did not start: {self.said}")
            self.said += line
        self.port = int(found.group(1))
        self.origin = f"http://127.0.0.1:{self.port}"

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        self.process.wait(timeout=30)
        self.process.stderr.close()
        return self.process.returncode

    def ask(self, method, target, body=None, timeout=60, **headers):
        """Status, headers (names in lower case), body. Names of headers are given as content_type=."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body,
                               {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return (response.status, {k.lower(): v for k, v in response.getheaders()},
                    response.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def query(self, text, **headers):
        return self.ask("GET", "/sparql?" + urllib.parse.urlencode({"query": text}), **headers)


@contextlib.contextmanager
def serving(dossier, kb, *arguments):
    server = Server(dossier, kb, *arguments)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="dossier-serve-") as folder:
        yield pathlib.Path(folder)


@contextlib.contextmanager
def people_base(dossier, people):
    """A knowledge base with this Turtle, in a folder of its own."""
    with scratch() as folder:
        kb, source = folder / "kb", folder / "people.ttl"
        source.write_text(people)
        subprocess.run([dossier, "load", kb, source, "--quiet"], check=True)
        yield kb


class Checks:
    """Counts what is not as it must be, and says each."""

    def __init__(self):
        self.failed = 0
        self.passed = 0

    def equal(self, what, got, wanted):
        self.true(what, got == wanted, f"got {got!r}, wanted {wanted!r}")

    def true(self, what, holds, detail=""):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {what}: {detail}")

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
