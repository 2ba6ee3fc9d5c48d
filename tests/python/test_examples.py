# SPDX-License-Identifier: Apache-2.0
"""The programs of examples/python, run as a user would."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest

import dossier

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples/python"
ENVIRONMENT = dict(os.environ, PYTHONPATH=str(pathlib.Path(dossier.__file__).parents[1]))

NAMES = {"a": "Anna Berg", "b": "Anne Burk", "c": "Jon Dahl"}


def start(name, *arguments):
    return subprocess.Popen([sys.executable, EXAMPLES / f"{name}.py", *map(str, arguments)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env=ENVIRONMENT)


@pytest.fixture
def path(tmp_path):
    with dossier.KnowledgeBase(tmp_path / "kb") as kb:
        label = dossier.Iri(dossier.prefixes["rdfs"] + "label")
        kb.load_quads((dossier.Iri(f"urn:e:{key}"), label, name) for key, name in NAMES.items())
        kb.save_query("named", "# @param name string\nSELECT ?who { ?who rdfs:label $name }")
    return tmp_path / "kb"


def test_watch_folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/one.txt").write_text("Anna Berg visited Oslo on 3 May 2021. She met Jon Dahl.")
    program = start("watch_folder", tmp_path / "kb", tmp_path / "in")
    assert "one.txt: added" in program.stdout.readline()
    (tmp_path / "in/two.txt").write_text("Jon Dahl visited Lund. He met Anna Berg.")
    assert "two.txt: added" in program.stdout.readline()
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()
    assert (out, err, program.returncode) == ("2 documents\n", "", 0)


REQUESTS = [
    ("query", {"query": 'SELECT ?who { ?who rdfs:label "Jon Dahl" }'}, 200, "urn:e:c"),
    ("run/named", {"name": "Jon Dahl"}, 200, "urn:e:c"),
    ("run/named", {}, 400, "name"),
    ("run/nothing", {}, 400, "nothing"),
    ("query", {"query": "SELECT {"}, 400, "line 1, column"),
    ("query", {"query": "ASK {}"}, 400, "use ask()"),
    ("elsewhere", {}, 404, "use /query"),
]


def test_service(path):
    program = start("service", path, 0)
    base = program.stdout.readline().strip().removesuffix("query")
    try:
        for place, given, status, word in REQUESTS:
            address = f"{base}{place}?{urllib.parse.urlencode(given)}"
            try:
                with urllib.request.urlopen(address) as answer:
                    found, text = answer.status, answer.read().decode()
                    json.loads(text)
            except urllib.error.HTTPError as error:
                found, text = error.code, error.read().decode()
            assert (found, word in text) == (status, True), (place, given, found, text)
    finally:
        program.kill()
        program.communicate()


def test_custom_function(path):
    out, err = start("custom_function", path, "Anna Birk").communicate()
    assert (out, err) == ("Anna Berg\nAnne Burk\n", "")
