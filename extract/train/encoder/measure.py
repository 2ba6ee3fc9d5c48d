# SPDX-License-Identifier: Apache-2.0
"""measure.py PARAMETERS (and the arguments of train.py): what the heads read in the examples kept out of training."""

import collections
import json
import subprocess
import sys
import tempfile

import jax
import numpy as np

import heads
import network
from batches import ARRAYS, batch_size, batches, input_arrays
from examples import KEPT_FOLD
from read_names import TAGS
from read_relations import PROPERTIES

PIECES = 3072
MEASURED = ("PER", "ORG", "LOC")  # names


def scores_of(parameters, task, items, lower):
    """(item, scores) for each."""
    run = jax.jit(lambda p, pieces, shapes, mask, batch: heads.SCORES[task](
        p["heads"], network.encode(p, pieces, shapes, mask, lower), batch))
    for length, own in batches(items, None, PIECES):
        size = batch_size(length, PIECES)
        scores = np.asarray(run(parameters, *input_arrays(own, length, size), ARRAYS[task](own, length, size)))
        yield from zip(own, scores)


def f1(right, said, true):
    precision, recall = right / max(1, said), right / max(1, true)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def viterbi(scores):
    """The best tags in which no I follows another type."""
    allowed = np.array([[not tag.startswith("I") or before[1:] == tag[1:] for tag in TAGS] for before in TAGS])
    best = scores[0] + np.array([-1e9 if tag.startswith("I") else 0 for tag in TAGS])
    back = []
    for row in scores[1:]:
        through = best[:, None] + np.where(allowed, 0, -1e9)
        back.append(through.argmax(0))
        best = through.max(0) + row
    tags = [int(best.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return tags[::-1]


def spans_of(tags):
    """(begin, end, type) of the names that tags tell."""
    spans, begin = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if begin is not None and not tag.startswith("I"):
            spans.add((begin, i, tags[begin][2:]))
            begin = None
        if tag.startswith("B"):
            begin = i
    return spans


def print_name_figures(pairs):
    """Of (tags said, tags that are true), a pair a sentence."""
    counts = collections.Counter()
    for said, true in pairs:
        for kind in ("all", *MEASURED):
            own = lambda tags: {span for span in spans_of(tags) if span[2] in (MEASURED if kind == "all" else (kind,))}
            counts[kind, "right"] += len(own(said) & own(true))
            counts[kind, "said"] += len(own(said))
            counts[kind, "true"] += len(own(true))
    for kind in (*MEASURED, "all"):
        print("names", kind, f1(*(counts[kind, what] for what in ("right", "said", "true"))))


def tags_of(numbers):
    """Unknown ones count as none."""
    return [TAGS[max(0, number)] for number in numbers]


def print_names(parameters, items, lower):
    counted = ((item.window.count, item, scores) for item, scores in scores_of(parameters, "names", items, lower))
    print_name_figures((tags_of(viterbi(scores[:count])), tags_of(item.tags[:count])) for count, item, scores in counted)


def gap_f1(scored, bias):
    right = said = true = 0
    for item, scores in scored:
        links, _, mentions = item.source
        scores = np.append(scores[0, :len(mentions)], scores[0, -1] + bias)
        best = int(scores.argmax())
        side = links.sides[mentions[best]] if best < len(mentions) else "-"
        for name in "AB":
            is_true = links.row[f"{name}-coref"].upper() == "TRUE"
            right += side == name and is_true
            said += side == name
            true += is_true
    return f1(right, said, true)


def print_links(parameters, items, lower):
    scored = list(scores_of(parameters, "links", items, lower))
    for bias in (-4, -2, -1, 0):
        print("pronouns, bias of none", bias, gap_f1(scored, bias))


def facts_of(scored, bar):
    for item, scores in scored:
        relations, kept = item.source
        offset = lambda i: (relations.ranges[relations.mentions[kept[i]][0]][0],
                            relations.ranges[relations.mentions[kept[i]][1] - 1][1])
        count = len(item.mentions)
        for subject, object_, number in zip(*np.nonzero(scores[:count, :count] > bar)):
            if subject != object_:
                yield relations.place[0], PROPERTIES[number], *offset(subject), *offset(object_)


def print_relations(parameters, items, options):
    scored = list(scores_of(parameters, "relations", items, options.lower))
    folder = options.shared / "knowledgenet"
    kept = {item.source[0].place[0] for item in items}
    lines = (folder / f"fold{KEPT_FOLD}.jsonl").read_text("utf-8").splitlines(True)
    gold = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    gold.writelines(line for line in lines if json.loads(line)["id"] in kept)
    gold.flush()
    for bar in (-1, -0.5, 0, 0.5, 1):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
            file.writelines("\t".join(map(str, fact)) + "\n" for fact in facts_of(scored, bar))
            file.flush()
            out = subprocess.run([sys.executable, folder / "kn.py", "score", gold.name, file.name],
                                 capture_output=True, text=True, check=True).stdout
        print(out if bar == 0 else out.strip().splitlines()[-1], "at", bar)


def print_all(parameters, kept, options):
    print_names(parameters, kept["names"], options.lower)
    print_links(parameters, kept["links"], options.lower)
    print_relations(parameters, kept["relations"], options)


def main():
    import pickle

    import train  # its arguments tell what was kept out
    options = train.arguments()
    with open(options.out, "rb") as file:
        parameters = pickle.load(file)
    del parameters["lower"]
    print_all(parameters, {task: kept for task, (_, kept) in train.all_examples(options).items()}, options)


if __name__ == "__main__":
    main()
