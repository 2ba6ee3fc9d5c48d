# SPDX-License-Identifier: Apache-2.0
"""A small knowledge base, the program, and checks that say what went wrong."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(__file__).parent / "data"
SKIPPED = 77


class Desk:
    """The program on a knowledge base of the documents of data/, in a folder of its own."""

    def __init__(self, program):
        self.program = str(Path(program).resolve())
        self.holder = tempfile.TemporaryDirectory(prefix="dossier-desk-")
        self.folder = Path(self.holder.name)
        self.kb = self.folder / "kb"
        self.run("ingest", self.kb, *sorted(DATA.glob("*.txt")), "--quiet")

    def run(self, *arguments, status=0, text=None):
        done = subprocess.run([self.program, *map(str, arguments)], input=text,
                              capture_output=True, text=True, timeout=120)
        check(done.returncode == status, f"{arguments}: status {done.returncode}\n{done.stderr}")
        return done

    def ask(self, query):
        """The answer of an ASK query."""
        return self.run("query", self.kb, "-e", query, "--format", "csv").stdout.strip() == "true"

    def count(self, pattern):
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
        return int(self.run("query", self.kb, "-e", query, "--format", "csv").stdout.split()[1])


def need(module, package):
    """Runs the test with an interpreter that has the module; without one, it counts as skipped."""
    debian = "/usr/bin/python3"
    if importlib.util.find_spec(module):
        return
    if os.path.exists(debian) and not os.environ.get("DESK_TEST_AGAIN"):
        os.execve(debian, [debian, *sys.argv], dict(os.environ, DESK_TEST_AGAIN="1"))
    print(f"skipped: {module} is missing; install {package}")
    sys.exit(SKIPPED)


def check(holds, message):
    if not holds:
        raise AssertionError(message)


def run_tests(tests, desk):
    """Runs every function; returns the status of the process."""
    failed = 0
    for test in tests:
        try:
            test(desk)
        except AssertionError as error:
            failed += 1
            print(f"{test.__name__}: {error}")
    print(f"{len(tests) - failed} of {len(tests)} tests passed")
    return 1 if failed else 0
