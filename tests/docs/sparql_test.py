# SPDX-License-Identifier: Apache-2.0
"""The queries of docs/sparql.md have the answers that stand behind them, over examples/corpus.

Each ```sparql block is followed by its answer: a table, or a block of text. With --write the answers are
written into the page, for a reader to look through.

Usage: sparql_test.py ROOT BUILD [--write]
"""

import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PAGE = ROOT / "docs/sparql.md"
QUESTIONS = 20
# The query, and what stands behind it up to the next empty line outside of a block.
BLOCK = re.compile(r"^```sparql\n(?P<query>.*?)^```\n\n(?P<answer>```\w*\n.*?^```|(?:[^\n]+\n)*[^\n]+)$",
                   re.M | re.S)


def dossier(*arguments, text=None):
    done = subprocess.run([BUILD / "dossier", *arguments], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"dossier {' '.join(map(str, arguments))} fails on:\n{text}\n{done.stderr}")
    return done.stdout


def answer_to(query, knowledge_base):
    """As the page has it: a table, the answer to an ASK, or triples without their prefixes."""
    form = re.search(r"^(SELECT|ASK|CONSTRUCT)\b", query, re.M)[1]
    if form == "SELECT":
        return dossier("query", knowledge_base, "--names", "--format", "markdown", "-f", "-", text=query).strip()
    if form == "ASK":
        return "```text\n" + dossier("query", knowledge_base, "-f", "-", text=query).strip() + "\n```"
    name = "question"
    with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:
        file.write(query)
        file.flush()
        dossier("save", knowledge_base, name, "-f", file.name)
    triples = dossier("query", knowledge_base, name, "--format", "ttl")
    lines = [line for line in triples.splitlines() if line and not line.startswith("@prefix")]
    return "```turtle\n" + "\n".join(sorted(lines)) + "\n```"


def main():
    text = PAGE.read_text()
    found = len(BLOCK.findall(text))
    if found != QUESTIONS or text.count("```sparql") != QUESTIONS:
        sys.exit(f"{PAGE.name} has {found} queries with answers of {QUESTIONS}")
    with tempfile.TemporaryDirectory() as scratch:
        knowledge_base = f"{scratch}/facts.db"
        dossier("ingest", knowledge_base, *sorted((ROOT / "examples/corpus").iterdir()), "--quiet")
        answered = BLOCK.sub(lambda block: "```sparql\n" + block["query"] + "```\n\n" +
                             answer_to(block["query"], knowledge_base), text)
    if "--write" in sys.argv:
        PAGE.write_text(answered)
    elif answered != text:
        print(*difflib.unified_diff(text.splitlines(), answered.splitlines(), "docs/sparql.md", "answers",
                                    lineterm=""), sep="\n")
        print("if the new answers are right: python3 tests/docs/sparql_test.py ROOT BUILD --write")
        return 1
    print(f"{found} queries")
    return 0


sys.exit(main())
