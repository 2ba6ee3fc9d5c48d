# SPDX-License-Identifier: Apache-2.0
"""How many of the merges that `dossier review` proposes are right.

    python3 tests/eval/review.py DOSSIER --documents PATH... --judged FILE.tsv [--least 0.8]

A line of the judged file is the id of a proposal, "right" or "wrong", and why. Ids are made from the two things, so
a judgement holds for as long as both are there. What nobody has judged is printed with its sentences, to be judged,
and counts as wrong. Prints the precision; the status is 1 when it is below --least.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile


def proposals(dossier, documents):
    with tempfile.TemporaryDirectory() as scratch:
        kb = pathlib.Path(scratch) / "kb"
        subprocess.run([dossier, "ingest", kb, "--quiet", "--recursive", *documents], check=True)
        out = subprocess.run([dossier, "review", kb, "--kind", "duplicate", "--limit", "10000", "--format", "json"],
                             check=True, capture_output=True, text=True).stdout
    for row in json.loads(out)["results"]["bindings"]:
        yield {name: value["value"] for name, value in row.items()}


def read_judged(path):
    rows = [line.split("\t") for line in pathlib.Path(path).read_text().splitlines() if line and line[0] != "#"]
    return {row[0]: row[1] == "right" for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dossier")
    parser.add_argument("--documents", nargs="+", required=True)
    parser.add_argument("--judged", required=True)
    parser.add_argument("--least", type=float, default=0.0)
    options = parser.parse_args()
    judged = read_judged(options.judged)
    right = unjudged = count = 0
    for row in proposals(options.dossier, options.documents):
        count += 1
        right += judged.get(row["id"], False)
        if row["id"] not in judged:
            unjudged += 1
            print(row["id"], row["weight"], row["proposed"], "|", row["because"])
            for text in ("text", "other_text"):
                print("   ", row.get(text, "no sentence"))
        elif not judged[row["id"]]:
            print(row["id"], row["weight"], "wrong:", row["proposed"], "|", row["because"])
    if count == 0:
        sys.exit("nothing is proposed")
    print(f"{right} of {count} proposed merges are right, {unjudged} not judged: precision {right / count:.2f}")
    sys.exit(0 if right / count >= options.least else 1)


main()
