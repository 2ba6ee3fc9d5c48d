# SPDX-License-Identifier: Apache-2.0
"""examples/python/mcp_agent.py, run as it is.

Usage: agent_test.py PROGRAM
"""

import os
import subprocess
import sys
from pathlib import Path

from desk import Desk, check, run_tests

AGENT = Path(__file__).resolve().parents[2] / "examples/python/mcp_agent.py"


def ask(desk, *question):
    done = subprocess.run([sys.executable, AGENT, desk.kb, *question], capture_output=True, text=True, timeout=100,
                          env=dict(os.environ, DOSSIER=desk.program))
    check(done.returncode == 0, done.stderr)
    return done.stdout


def it_answers_with_the_sentence(desk):
    answer = ask(desk, "Who visited Kampala?")
    check(answer.startswith("Anna Keller\n  The Harbour Courier, first part of the year, 2024-05-03: “"), answer)


def it_shows_text_when_no_fact_answers(desk):
    check("No fact answers this" in ask(desk, "Who", "painted", "Kampala?"), "sentences")


sys.exit(run_tests([it_answers_with_the_sentence, it_shows_text_when_no_fact_answers], Desk(sys.argv[1])))
