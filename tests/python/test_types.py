# SPDX-License-Identifier: Apache-2.0
"""The types: the package is checked strictly, and the stub says what the compiled part has."""

import os
import pathlib
import subprocess
import sys

import pytest

import dossier

pytest.importorskip("mypy")

ROOT = pathlib.Path(__file__).parents[2]
PACKAGE = pathlib.Path(dossier.__file__).parent

USE = """
import dossier
from typing import Iterator
with dossier.KnowledgeBase("facts.db", create=False) as kb:
    rows: dossier.Rows = kb.query("SELECT ?who { ?who r:visit $place }", {"place": dossier.Iri("e:x")})
    who: object = next(rows).who
    answer: bool = kb.ask("ASK {}")
    for subject, predicate, value in kb.construct("CONSTRUCT WHERE { ?s ?p ?o }"):
        print(subject, predicate, value)
    added: int = kb.load_quads([("a", "b", "c")]).added
    wrong: int = kb.why("Anna")[0].text
    kb.query(7)
"""
WRONG = ['Incompatible types in assignment (expression has type "str", variable has type "int")',
         'Argument 1 to "query" of "_Requests" has incompatible type "int"; expected "str"']


def run(tmp_path, *command):
    environment = dict(os.environ, PYTHONPATH=str(PACKAGE.parent), MYPYPATH=str(PACKAGE.parent))
    return subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, env=environment,
                          capture_output=True, text=True)


def test_strict(tmp_path):
    done = run(tmp_path, "mypy", "--config-file", str(ROOT / "pyproject.toml"), "-p", "dossier")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_is_so(tmp_path):
    done = run(tmp_path, "mypy.stubtest", "dossier._native", "--ignore-missing-stub",
               "--allowlist", str(pathlib.Path(__file__).parent / "stubtest_allowed.txt"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_application(tmp_path):
    (tmp_path / "use.py").write_text(USE)
    done = run(tmp_path, "mypy", "--strict", "use.py")
    errors = [line.split("error: ")[1].rsplit("  [")[0] for line in done.stdout.splitlines()
              if "error: " in line]
    assert errors == WRONG, done.stdout
