# SPDX-License-Identifier: Apache-2.0
"""A prompt on a knowledge base of two short documents, in a window of tmux."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal, clear, exit_status_of, wait_last, wait_part

SKIPPED = 77
TALK = """Harbour talks

BERGEN, 4 May 2024 - Anna Berg met Carl Lund in Bergen on Friday. Anna Berg visited Oslo. The Harbour Board has an
office in Tromso. Carl Lund plans to visit Hamar. Carl Lund was born in 1961. The fire in Hamar killed 12 people.
"""
NOTE = """Port news of the second week of May with a headline that is longer than its column

BERGEN, 9 May 2024 - The Harbour Board opened a new school in Bodo. Carl Lund was born in 1963. The fire in Hamar killed 17 people.
"""
QUERY = "SELECT ?who ?whom WHERE { ?who r:meet ?whom . ?whom a schema:Person }"


def start(terminal):
    terminal.enter("clear; dossier kb; echo left with $?")
    wait_last(terminal, "kb>")


def says(terminal, typed, *parts):
    clear(terminal)
    terminal.enter(typed)
    for part in parts:
        wait_part(terminal, part)
    wait_last(terminal, "kb>")


def run_in_window(tests):
    """The exit status of tests of a prompt on the two documents, in a window of 100 columns."""
    if shutil.which("tmux") is None:
        print("skipped: tmux is not installed")
        return SKIPPED
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="dossier-desk-", ignore_cleanup_errors=True) as folder:
        programs = Path(folder) / "bin"
        programs.mkdir()
        (programs / "dossier").symlink_to(program)
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
                       "PS1": "$ ", "TERM": "xterm-256color", "PAGER": "cat"}
        os.chdir(folder)
        Path("talk.txt").write_text(TALK)
        Path("note.txt").write_text(NOTE)
        Path("visits.rq").write_text("# @param who IRI Who\nSELECT ?place { $who r:visit ?place }\n")
        Path("pair.txt").write_text("Sund\n\nBERGEN, 4 May 2024 - Hadsel Ltd bought Sund Ltd.\n")
        for command in (["update", "other.kb", "-e", "INSERT DATA {}"], ["ingest", "kb", "--quiet", "talk.txt", "note.txt"], ["save", "kb", "visits", "-f", "visits.rq"]):
            subprocess.run(["dossier", *command], env=environment, check=True, capture_output=True)
        return exit_status_of(tests, Terminal(folder, environment, 100, 40))
