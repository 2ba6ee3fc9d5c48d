# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C ends whatever runs, as KeyboardInterrupt, and the base is usable afterwards."""

import itertools
import os
import signal
import threading

import pytest

import dossier
from dossier import Iri

LONG_TEXT = "Anna Berg visited Oslo on 3 May 2021 and met Jon Dahl. " * 20000


def quads_without_end():
    for i in itertools.count():
        yield Iri(f"urn:{i}"), Iri("urn:p"), i


CALLS = [
    ("query", lambda kb, endless: list(kb.query(endless))),
    ("prepared", lambda kb, endless: list(kb.prepare(endless).query())),
    ("ask", lambda kb, endless: kb.ask(endless.replace("SELECT (COUNT(*) AS ?n)", "ASK"))),
    ("update", lambda kb, endless: kb.update(
        endless.replace("SELECT (COUNT(*) AS ?n)", "INSERT { <urn:a> <urn:b> ?a } WHERE"))),
    ("load", lambda kb, endless: kb.load_quads(quads_without_end())),
    ("ingest", lambda kb, endless: kb.ingest_text(LONG_TEXT, "long.txt")),
    ("frame", lambda kb, endless: kb.query(endless)._to_numpy()),
]


@pytest.fixture
def interrupted():
    """Raises SIGINT in this process soon, and again until the test is over."""
    over = threading.Event()

    def raise_signals():
        while not over.wait(0.2):
            os.kill(os.getpid(), signal.SIGINT)
            over.wait(30)

    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    thread = threading.Thread(target=raise_signals)
    thread.start()
    yield
    over.set()
    thread.join()
    signal.signal(signal.SIGINT, previous)


@pytest.mark.parametrize("call", [c[1] for c in CALLS], ids=[c[0] for c in CALLS])
def test_ctrl_c(kb, endless, interrupted, call):
    with pytest.raises(KeyboardInterrupt):
        call(kb, endless)
    assert kb.ask("ASK {}")
    assert kb.statistics().quads == 0


def test_ctrl_c_while_waiting_for_a_writer(kb, interrupted):
    held = []
    release = threading.Event()
    ready = threading.Event()

    def hold():
        with kb.begin():
            ready.set()
            release.wait()

    writer = threading.Thread(target=hold)
    writer.start()
    ready.wait()
    with pytest.raises(KeyboardInterrupt):
        held.append(kb.begin())
    release.set()
    writer.join()
    assert held == []


def test_a_handler_that_does_not_raise_does_not_stop(kb):
    seen = []
    previous = signal.signal(signal.SIGUSR1, lambda *_: seen.append(1))
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    try:
        with pytest.raises(dossier.TimeLimitError):
            list(kb.query("SELECT (COUNT(*) AS ?n) { "
                          + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(100)))} }}"
                                     for v in "abcdef") + "}", timeout=0.6))
    finally:
        signal.signal(signal.SIGUSR1, previous)
    assert seen == [1]
