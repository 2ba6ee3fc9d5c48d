#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fit_judged.py DOSSIER EXTRACT_EVAL [WEIGHTS.tsv]

Fits the confidence of stored facts to what people said of them (judged/facts.tsv) and writes the coefficients, by
default to extract/calibrate/weights.tsv. Logistic regression over the signs of extract/calibrate/signs.h; the documents
of judged/kept.txt are left out. How far the coefficients are drawn to 0 is chosen by leaving out documents in turn. The
same verdicts give the same file.
"""

import collections
import math
import pathlib
import subprocess
import sys

from fit_confidence import fit
from judged import HERE, Judged, is_kept
from judged_facts import read_documents, read_verdicts

ROOT = pathlib.Path(__file__).resolve().parents[2]
RIDGES = (1.0, 2.0, 4.0, 8.0, 16.0)
FOLDS = 6
LISTED = ("attendance", "table row")  # their confidence is a constant of confidence.h
HEADER = """# Coefficients of the confidence of facts, written by tests/eval/fit_judged.py from the verdicts of
# tests/eval/judged/facts.tsv. What each sign means: signs.h.
"""


def read_signs(extract_eval, folder):
    """The names of the signs, and each fact's values by its place."""
    done = subprocess.run([extract_eval, "facts", *sorted(folder.iterdir())], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"error: {extract_eval}: {done.stderr}")
    names, by_place = [], collections.defaultdict(list)
    for line in done.stdout.splitlines():
        file, subject, predicate, object_, rule, *signs = line.split("\t")
        names = [sign.split("=")[0] for sign in signs]
        values = [float(sign.split("=")[1]) for sign in signs]
        by_place[pathlib.PurePath(file).name, int(subject), int(predicate), int(object_)].append((rule, values))
    return names, by_place


def examples(judged, by_place):
    """Document, signs and verdict of each judged fact."""
    for fact, row in judged.pairs:
        if fact.rule in LISTED:
            continue
        found = [values for rule, values in by_place[fact.place] if rule in fact.rule.split(" + ")]
        if not found:
            sys.exit(f"error: no signs of {fact.document}: {fact.shown}")
        yield fact.document, found[0], float(row["verdict"] == "right")


def loss(weights, rows):
    return -sum(math.log(p if right else 1 - p) for p, right in ((sigmoid(weights, signs), right)
                                                                 for _, signs, right in rows))


def learned(rows, ridge):
    return fit([signs for _, signs, _ in rows], [right for _, _, right in rows], ridge, scaled=False)


def left_out(rows, ridge, folds):
    """The log odds of each fact by coefficients that its document was not fitted on."""
    documents = sorted({document for document, _, _ in rows})
    fold = {document: number % folds for number, document in enumerate(documents)}
    weights = [learned([row for row in rows if fold[row[0]] != part], ridge) for part in range(folds)]
    return [sum(w * s for w, s in zip(weights[fold[document]], signs)) for document, signs, _ in rows]


def mean_loss(odds, rows):
    return sum(math.log1p(math.exp(-z if right else z)) for z, (_, _, right) in zip(odds, rows)) / len(rows)


def flattened(weights, rows, ridge):
    """Coefficients are surest of the documents they were fitted on: how much less of others is fitted, too."""
    odds = left_out(rows, ridge, len({document for document, _, _ in rows}))
    offset, slope = fit([[1.0, z] for z in odds], [right for _, _, right in rows], 0.0, scaled=False)
    print(f"log odds on documents left out: {slope:.3f} x {offset:+.3f}")
    return [slope * weight + (offset if number == 0 else 0.0) for number, weight in enumerate(weights)]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    dossier, extract_eval = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    target = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT / "extract/calibrate/weights.tsv"
    judged = Judged(read_documents(dossier, HERE / "documents"), read_verdicts(HERE / "facts.tsv"))
    names, by_place = read_signs(extract_eval, HERE / "documents")
    rows = [row for row in examples(judged, by_place) if not is_kept(row[0])]
    losses = {ridge: mean_loss(left_out(rows, ridge, FOLDS), rows) for ridge in RIDGES}
    for ridge, value in losses.items():
        print(f"ridge {ridge:5.1f}  loss on documents left out {value:.4f}")
    ridge = min(losses, key=losses.get)
    weights = flattened(learned(rows, ridge), rows, ridge)
    table = "".join(f"{name}\t{weight:.4f}\n" for name, weight in zip(names, weights))
    target.write_text(HEADER + table, encoding="utf-8")
    print(f"{len(rows)} facts; written to {target}\n{table}", end="")


if __name__ == "__main__":
    main()
