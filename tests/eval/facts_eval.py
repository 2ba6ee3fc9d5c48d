# SPDX-License-Identifier: Apache-2.0
"""The figures of the facts: CaRB (open facts), the annotated transcripts (facts, entities, roles,
quantities), speed and memory of ingest. The shared folder holds the sets; a set that is missing is
named, and the exit status is 77 (skipped) if no figure fails.

Usage: facts_eval.py ROOT BUILD [--shared FOLDER] [--minimum FILE] [--details]

The environment variable DOSSIER_SHARED names another folder; default: ../shared. FILE holds lines
`set measure least`; a figure below its least fails.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from reading_measure import run

# Measure of the scorer, what it is called here, and the figure asked for in the design.
GOLD = [
    ("fact_recall", "facts found", 0.80),
    ("fact_args_recall", "  both arguments, any relation", None),
    ("entity_recall", "entities", 0.95),
    ("entity_type", "  of the right type", None),
    ("alias_merging", "aliases merged", 0.97),
    ("role_recall", "roles", 0.95),
    ("turn_speaker", "speakers of sentences", 0.99),
    ("metadata", "date, place, author", 1.0),
    ("quantity_recall", "quantities", 0.90),
    ("negation", "negation of facts found", 0.95),
    ("modality", "modality of facts found", 0.95),
    ("assertion", "asserted or not, rightly", None),
    ("fact_time", "time of facts found", None),
    ("attribution", "attribution of facts found", None),
    ("evidence", "sentence of facts found", None),
]
SKIPPED = 77
CARB = [("f1", "F1", 0.56), ("precision", "precision", None), ("recall", "recall", None),
        ("auc", "AUC", None)]


class Table:
    def __init__(self, minimum):
        self.minimum = minimum
        self.misses = []

    def head(self, title):
        print(f"\n{title:44} {'figure':>8} {'goal':>6}")

    def row(self, kind, measure, name, value, goal, note=""):
        goal_text = "" if goal is None else f"{goal:.2f}"
        print(f"  {name:42} {value:8.3f} {goal_text:>6}  {note}".rstrip())
        least = self.minimum.pop((kind, measure), None)
        if least is not None and value < least:
            self.misses.append(f"{kind} {measure}: {value:.3f} is below {least}")


def read_minimum(path):
    minimum = {}
    for line in pathlib.Path(path).read_text().splitlines():
        if line and not line.startswith("#"):
            kind, measure, least = line.split()
            minimum[kind, measure] = float(least)
    return minimum


def carb(table, dossier, folder, scratch):
    ours = scratch / "openie.tsv"
    start = time.monotonic()
    ours.write_text(run(dossier, "extract", "--format", "openie", "--one-per-line",
                        folder / "dev.txt"))
    seconds = time.monotonic() - start
    scores = json.loads(run(sys.executable, folder / "carb_score.py", "--gold", folder / "dev.tsv",
                            "--system", ours, "--json"))
    table.head(f"CaRB dev ({scores['gold_sentences']} sentences)")
    for measure, name, goal in CARB:
        table.row("carb", measure, name, scores[measure], goal)
    print(f"  {scores['all_tuples']} facts in {seconds:.1f} s;"
          f" F1 is best at confidence {scores['threshold']}")


def gold(table, dossier, folder, corpus, scratch, details):
    kb, dump = scratch / "kb", scratch / "kb.nq"
    run(dossier, "ingest", "--quiet", kb, *sorted(corpus.glob("*.txt")))
    # The scorer looks for the time of day where version 1 of the data model had it.
    dump.write_text(run(dossier, "dump", kb, "--format", "nq").replace(
        "urn:dossier:vocabulary:publishedAt", "https://schema.org/datePublished"))
    scorer = folder / "score_facts.py"
    scores = json.loads(run(sys.executable, scorer, folder, dump, "--json"))["overall"]["scores"]
    table.head("annotated transcripts")
    for measure, name, goal in GOLD:
        score = scores[measure]
        table.row("gold", measure, name, score["ratio"], goal, f"{score['right']} of {score['of']}")
    if details:
        print(run(sys.executable, scorer, folder, dump, "--details"))


def speed(dossier, files, scratch):
    """Text to committed facts, one worker and all. Printed, never judged: machines differ."""
    print("\ningest")
    for jobs in ("1", "2"):
        kb = scratch / f"speed{jobs}"
        done = subprocess.run([dossier, "ingest", "--jobs", jobs, kb, *files],
                              capture_output=True, text=True)
        last = (done.stderr or done.stdout).strip().splitlines()[-1]
        found = re.search(r"([\d,]+) sentences.* in ([\d.]+) (ms|s)", last)
        if done.returncode != 0 or not found:
            sys.exit(f"facts_eval: ingest --jobs {jobs}: {last}")
        seconds = float(found[2]) / (1000 if found[3] == "ms" else 1)
        print(f"  {jobs} worker(s): {last}: "
              f"{int(found[1].replace(',', '')) / seconds:.0f} sentences/s")


def finish(table, status):
    table.misses += [f"{kind} {measure}: no such figure" for kind, measure in table.minimum]
    for miss in table.misses:
        print(f"facts_eval: {miss}", file=sys.stderr)
    return 1 if table.misses else status


def main():
    root, build = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
    rest = sys.argv[3:]
    minimum = read_minimum(rest[rest.index("--minimum") + 1]) if "--minimum" in rest else {}
    named = rest[rest.index("--shared") + 1] if "--shared" in rest else root / "../shared"
    dossier, shared = build / "dossier", pathlib.Path(os.environ.get("DOSSIER_SHARED", named))
    complete = True
    table = Table(minimum)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        for name, there, measure in [
            ("carb", shared / "carb/dev.tsv",
             lambda: carb(table, dossier, shared / "carb", scratch)),
            ("gold", shared / "gold/score_facts.py",
             lambda: gold(table, dossier, shared / "gold", shared / "corpus", scratch,
                          "--details" in rest)),
        ]:
            if there.exists():
                measure()
            else:
                print(f"skipped: {name}, there is no {there}")
                complete = False
                minimum = {key: least for key, least in minimum.items() if key[0] != name}
                table.minimum = minimum
        if not complete:
            return finish(table, SKIPPED)
        speed(dossier, sorted((root / "examples/corpus").iterdir()) +
              sorted((shared / "corpus").glob("*.txt")), scratch)
    return finish(table, 0)


sys.exit(main())
