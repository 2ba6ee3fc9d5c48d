#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""re3d.py DOSSIER FOLDER...

How many of the relations that people marked in statements of ministries and armies (re3d, Dstl 2017) a stored fact
states: its subject overlaps one end, its object or another argument the other end, its predicate the words that tell the
relation. The marks are not exhaustive, so that this is recall alone. CoLocated and Apart, which seldom a verb tells, are
not counted. The last line is the figure over all types.
"""

import collections
import json
import pathlib
import sys

from reading_measure import base_of

LEFT_OUT = {"CoLocated", "Apart"}
# Ends of a fact: its own spans, and each mention in its sentence of what an argument is.
FACTS = """
SELECT ?file ?fact ?pb ?pe ?sb ?se ?ob ?oe WHERE {
  GRAPH ?document {
    ?fact rdf:reifies ?triple ; k:predicateBegin ?pb ; k:predicateEnd ?pe .
    OPTIONAL { ?fact k:subjectBegin ?sb ; k:subjectEnd ?se }
    OPTIONAL { ?fact k:objectBegin ?ob ; k:objectEnd ?oe }
    ?document k:sourceFile ?file
  }
}"""
ARGUMENTS = """
SELECT ?fact ?begin ?end WHERE {
  GRAPH ?document {
    ?fact a k:Fact ; k:evidence ?sentence ; ?argument ?thing .
    FILTER(STRSTARTS(STR(?argument), "urn:dossier:argument:"))
    ?mention k:of ?thing ; k:partOf ?sentence ; k:begin ?begin ; k:end ?end
  }
}"""


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def overlap(a, b):
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def span(begin, end):
    return (int(begin), int(end)) if begin and end else None


class Fact:
    def __init__(self, predicate, subject, object_):
        self.predicate, self.subject, self.others = predicate, subject, [object_]

    def tells(self, relation):
        source = (relation["sourceBegin"], relation["sourceEnd"])
        target = (relation["targetBegin"], relation["targetEnd"])
        ends = any(overlap(self.subject, one) and any(overlap(other, two) for other in self.others)
                   for one, two in ((source, target), (target, source)))
        return ends and overlap(self.predicate, (relation["begin"], relation["end"]))


def facts_of(base):
    """By document."""
    facts, by_fact = collections.defaultdict(list), {}
    for file, name, *spans in base.rows(FACTS):
        by_fact[name] = Fact(*(span(*spans[i:i + 2]) for i in (0, 2, 4)))
        facts[pathlib.PurePath(file).stem].append(by_fact[name])
    for name, begin, end in base.rows(ARGUMENTS):
        if name in by_fact:
            by_fact[name].others.append(span(begin, end))
    return facts


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    texts, relations = {}, []
    for folder in map(pathlib.Path, sys.argv[2:]):
        texts |= {document["_id"]: document["text"] for document in lines(folder / "documents.json")}
        relations += lines(folder / "relations.json")
    with base_of(sys.argv[1], texts) as base:
        facts = facts_of(base)
    found, total = collections.Counter(), collections.Counter()
    for relation in relations:
        if relation["type"] in LEFT_OUT:
            continue
        told = any(fact.tells(relation) for fact in facts[relation["documentId"]])
        for kind in (relation["type"], "all"):
            total[kind] += 1
            found[kind] += told
    for kind in sorted(total, key=lambda kind: (kind == "all", kind)):
        print(f"{kind:<14} recall {found[kind] / total[kind]:.3f}   {found[kind]} of {total[kind]}")


if __name__ == "__main__":
    main()
