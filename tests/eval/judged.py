#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judged.py DOSSIER [--minimum] [--unjudged | --draw COUNT [--seed N]]

How often stored facts are right, by their confidence: ingests judged/documents and compares each stored fact with what
a person said of it (judged/facts.tsv). Prints tables by confidence, for the documents that the fit saw and for those it
did not, by rule, and what was wrong.

--minimum   ends with status 1 if the facts of confidence 0.9 and more are right less often than 90 in 100
--unjudged  prints the stored facts that nobody judged, as lines of facts.tsv with the last three cells left empty
--draw      the same for COUNT of them, drawn over bands of confidence and rules
"""

import argparse
import collections
import pathlib
import random
import re
import sys

from judged_facts import read_documents, read_verdicts, table_of

HERE = pathlib.Path(__file__).resolve().parent / "judged"
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))
SURE = 0.9
LEAST_RIGHT = 0.9
LEAST_JUDGED = 0.8  # of the stored facts: with fewer verdicts the tables say little
LEAST_SURE = 20  # facts of the kept documents at SURE and more


KEPT = frozenset((HERE / "kept.txt").read_text(encoding="utf-8").split())


def is_kept(document):
    """Whether the fit never sees the facts of this document."""
    return document in KEPT


def key_of(document, sentence, shown):
    """What a verdict is about; without the numbers that tell entities of one name apart, which the other documents of
    the knowledge base decide."""
    return document, sentence, re.sub(r"(?<=[^\W\d]) \d+(?= \||$| \[|;|\])", "", shown)


class Judged:
    """Stored facts with their verdicts."""

    def __init__(self, facts, verdicts):
        left = collections.defaultdict(list)
        for row in verdicts:
            left[key_of(row["document"], row["sentence"], row["fact"])].append(row)
        self.pairs, self.unjudged = [], []
        for fact in facts:
            rows = left.get(key_of(fact.document, fact.sentence, fact.shown))
            if rows:
                self.pairs.append((fact, rows.pop()))
            else:
                self.unjudged.append(fact)
        self.gone = [row for rows in left.values() for row in rows]

    @property
    def changed(self):
        """Verdicts on a fact that is stored with another status or time now."""
        stored = {(fact.document, fact.sentence, fact.words) for fact in self.unjudged}
        return sum((row["document"], row["sentence"], row["fact"].split(" [")[0]) in stored for row in self.gone)


def rates(pairs):
    right = sum(row["verdict"] == "right" for _, row in pairs)
    useful = sum(row["useful"] == "yes" for _, row in pairs)
    count = len(pairs)
    return f"{count:5d}" + (f"  {right / count:6.1%}  {useful / count:6.1%}" if count else "       -       -")


def print_bands(title, pairs):
    print(f"{title:24}facts   right  useful")
    for low, high in BANDS:
        chosen = [pair for pair in pairs if low <= pair[0].confidence < high]
        print(f"  {low:.1f} to {min(high, 1):.1f}            {rates(chosen)}")
    print(f"  all                   {rates(pairs)}\n")


def print_groups(title, pairs, group_of):
    groups = collections.defaultdict(list)
    for pair in pairs:
        groups[group_of(pair)].append(pair)
    print(f"{title:24}facts   right  useful")
    for name, members in sorted(groups.items(), key=lambda item: -len(item[1])):
        print(f"  {name:22}{rates(members)}")
    print()


def rule_of(pair):
    rule = pair[0].rule
    return "two rules" if " + " in rule else rule if len(rule) < 21 else "model"


def print_report(judged):
    print(f"{len(judged.pairs)} stored facts were judged, {len(judged.unjudged)} were not; of "
          f"{len(judged.gone)} judged facts that are stored no more, {judged.changed} have another status or time now\n")
    print_bands("documents fitted on", [pair for pair in judged.pairs if not is_kept(pair[0].document)])
    print_bands("documents kept", [pair for pair in judged.pairs if is_kept(pair[0].document)])
    print_groups("rule", judged.pairs, rule_of)
    print_groups("document", judged.pairs, lambda pair: pair[0].document)
    wrong = collections.Counter(row["reason"] for _, row in judged.pairs if row["verdict"] == "wrong")
    print("what is wrong           facts")
    for reason, count in wrong.most_common():
        print(f"  {reason:22}{count:5d}")


def failures(judged):
    """Why the table is not good enough, if it is not."""
    count = len(judged.pairs) + len(judged.unjudged)
    if len(judged.pairs) < LEAST_JUDGED * count:
        yield f"only {len(judged.pairs)} of {count} stored facts have a verdict: judge more (judged/README.md)"
    for name, kept in (("fitted on", False), ("kept", True)):
        sure = [row for fact, row in judged.pairs if fact.confidence >= SURE and is_kept(fact.document) == kept]
        right = sum(row["verdict"] == "right" for row in sure)
        if len(sure) < LEAST_SURE:
            yield f"documents {name}: only {len(sure)} facts have a confidence of {SURE} or more"
        elif right < LEAST_RIGHT * len(sure):
            yield f"documents {name}: {right} of {len(sure)} facts of confidence {SURE} or more are right"


def drawn(facts, count, seed):
    """One after the other from every band and rule, so that what is rare is judged too."""
    groups = collections.defaultdict(list)
    for fact in facts:
        groups[next(low for low, high in BANDS if low <= fact.confidence < high), fact.rule].append(fact)
    chance = random.Random(seed)
    for members in groups.values():
        chance.shuffle(members)
    result = []
    while len(result) < min(count, len(facts)):
        for members in groups.values():
            if members and len(result) < count:
                result.append(members.pop())
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dossier", type=pathlib.Path)
    parser.add_argument("--minimum", action="store_true")
    parser.add_argument("--unjudged", action="store_true")
    parser.add_argument("--draw", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    judged = Judged(read_documents(options.dossier.resolve(), HERE / "documents"), read_verdicts(HERE / "facts.tsv"))
    if options.unjudged or options.draw:
        facts = drawn(judged.unjudged, options.draw or len(judged.unjudged), options.seed)
        facts.sort(key=lambda fact: fact.place)
        sys.stdout.write(table_of(
            (f.document, f.sentence, f.shown, f"{f.confidence:.2f}", f.rule, "", "", "") for f in facts))
        return
    print_report(judged)
    problems = list(failures(judged)) if options.minimum else []
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
