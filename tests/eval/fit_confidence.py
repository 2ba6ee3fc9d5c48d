#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fit the confidence of open tuples (extract/openie/confidence.cc) on CaRB's development part.

    extract_eval signs dev.txt > signs.tsv
    fit_confidence.py CARB signs.tsv        # CARB: the folder of dev.tsv and carb_score.py

Logistic regression by Newton's method; the target of a tuple is the precision the metric gives it
when all tuples are kept. Prints F1 and AUC with five-fold cross-validation over sentences, then with
all of them, and the coefficients.
"""
import math
import sys

RIDGE = 2.0
FOLDS = 5


def read_signs(path, tuple_of):
    rows = []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            sentence, signs, relation, *arguments = line.rstrip("\n").split("\t")
            rows.append((sentence, [float(x) for x in signs.split()], relation, arguments))
    return rows


def targets(rows, keys, gold, cs):
    """The precision of each tuple, paired best first; sentences without gold have none."""
    by_key = {}
    for i, key in enumerate(keys):
        by_key.setdefault(key, []).append(i)
    result = [None] * len(rows)
    for key, members in by_key.items():
        if key not in gold:
            continue
        golds = gold[key][1]
        tuples = [cs.Tuple(rows[i][2], rows[i][3], 1, 0) for i in members]
        pairs = sorted(((-cs.pair_score(g, t, False)[0], a, b)
                        for a, g in enumerate(golds) for b, t in enumerate(tuples)))
        used_gold, used = set(), set()
        for i in members:
            result[i] = 0.0
        for negative, a, b in pairs:
            if negative < 0 and a not in used_gold and b not in used:
                used_gold.add(a)
                used.add(b)
                result[members[b]] = -negative
    return result


def solve(matrix, vector):
    n = len(vector)
    rows = [r[:] + [v] for r, v in zip(matrix, vector)]
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(rows[r][c]))
        rows[c], rows[p] = rows[p], rows[c]
        for r in range(n):
            if r != c and rows[r][c]:
                f = rows[r][c] / rows[c][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def sigmoid(weights, signs):
    return 1 / (1 + math.exp(-sum(w * s for w, s in zip(weights, signs))))


def fit(signs, wanted, ridge=RIDGE, scaled=True):
    """Coefficients drawn to 0 by `ridge`: those of the signs divided by their spread, or of the signs as they are."""
    n = len(signs[0])
    mean = [0.0] + [sum(s[k] for s in signs) / len(signs) for k in range(1, n)]
    spread = [1.0] + [math.sqrt(sum((s[k] - mean[k]) ** 2 for s in signs) / len(signs)) or 1.0
                      for k in range(1, n)]
    if not scaled:
        spread = [1.0] * n
    rows = [[(s[k] - mean[k]) / spread[k] for k in range(n)] for s in signs]
    weights = [0.0] * n
    for _ in range(8):
        hessian = [[ridge * (i == j > 0) for j in range(n)] for i in range(n)]
        gradient = [-ridge * weights[k] * (k > 0) for k in range(n)]
        for s, t in zip(rows, wanted):
            p = sigmoid(weights, s)
            for k in range(n):
                gradient[k] += s[k] * (t - p)
                q = s[k] * p * (1 - p)
                hessian[k] = [h + q * x for h, x in zip(hessian[k], s)]
        weights = [w + d for w, d in zip(weights, solve(hessian, gradient))]
    result = [w / s for w, s in zip(weights, spread)]
    result[0] -= sum(w * m / s for w, m, s in zip(weights, mean, spread))
    return result


def figures(rows, keys, confidences, gold, cs):
    system = {}
    for row, key, confidence in zip(rows, keys, confidences):
        one = cs.Tuple(row[2], row[3], round(confidence, 3), 0)
        system.setdefault(key, (row[0], []))[1].append(one)
    points = cs.curve(gold, system, False)
    best = max(points, key=lambda q: cs.f1(q[1], q[2]))
    return (f"F1 {cs.f1(best[1], best[2]):.4f} (P {best[1]:.3f} R {best[2]:.3f} at {best[0]}) "
            f"AUC {cs.area(points):.4f}")


def main():
    folder, path = sys.argv[1:]
    sys.path.insert(0, folder)
    import carb_score as cs
    gold = cs.read_tuples(folder + "/dev.tsv", False)
    rows = read_signs(path, cs.Tuple)
    keys = [cs.sentence_key(row[0]) for row in rows]
    wanted = targets(rows, keys, gold, cs)
    known = [i for i in range(len(rows)) if wanted[i] is not None]
    fold = {key: i % FOLDS for i, key in enumerate(dict.fromkeys(keys))}
    held_out = [0.0] * len(rows)
    for f in range(FOLDS):
        learn = [i for i in known if fold[keys[i]] != f]
        weights = fit([rows[i][1] for i in learn], [wanted[i] for i in learn])
        for i in range(len(rows)):
            if fold[keys[i]] == f:
                held_out[i] = sigmoid(weights, rows[i][1])
    print("cross-validated:", figures(rows, keys, held_out, gold, cs))
    weights = fit([rows[i][1] for i in known], [wanted[i] for i in known])
    print("on all:         ", figures(rows, keys, [sigmoid(weights, r[1]) for r in rows], gold, cs))
    print(", ".join(f"{w:.3f}" for w in weights))


if __name__ == "__main__":
    main()
