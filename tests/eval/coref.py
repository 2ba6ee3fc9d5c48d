#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""coref.py DOSSIER TREEBANK.conllu

Chains of mentions against a treebank with entities in its last column (GUM): ingests the texts, asks for the stored
mentions, and prints MUC (Vilain and others 1995), B3 (Bagga and Baldwin 1998), CEAFe (Luo 2005) and their mean, the
CoNLL figure. Chains of one mention do not count, as in CoNLL 2012, nor do relative pronouns, which GUM does not mark. A
mention is known by its head, the word of it that hangs on none of the others, as in CorefUD: where a noun phrase ends is
no matter of coreference. The last line is the mean over all documents.
"""

import collections
import pathlib
import re
import sys

from chain_measures import conll
from reading_measure import base_of

MENTIONS = """
SELECT ?file ?entity ?begin ?end WHERE {
  GRAPH ?document { ?mention a k:Mention ; k:of ?entity ; k:begin ?begin ; k:end ?end .
                    FILTER NOT EXISTS { ?mention k:resolvedBy "relative pronoun" }
                    ?document k:sourceFile ?file }
}"""


class Document:
    """Words with their places in `text`, the word each hangs on (-1: none), and mentions as (first, last, chain)."""

    def __init__(self):
        self.text = ""
        self.places, self.heads, self.mentions = [], [], []

    def add_sentence(self, text, rows, begins_paragraph):
        self.text += ("\n\n" if begins_paragraph else " ") if self.text else ""
        at, first = len(self.text), len(self.places)
        for row in rows:
            begin = text.find(row[1], at - len(self.text))
            begin = len(self.text) + (begin if begin >= 0 else at - len(self.text))
            at = begin + len(row[1])
            self.places.append((begin, at))
            self.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
        self.text += text

    def head_of(self, first, last):
        inside = range(first, last)
        return next((i for i in inside if self.heads[i] not in inside), first)

    def words_of(self, begin, end):
        inside = [i for i, (a, b) in enumerate(self.places) if a < end and begin < b]
        return (inside[0], inside[-1] + 1) if inside else None


def chains_of(mentions):
    """Sets of heads; of two mentions with one head the first counts."""
    chains, seen = collections.defaultdict(set), set()
    for head, chain in mentions:
        if head not in seen:
            chains[chain].add(head)
            seen.add(head)
    return [chain for chain in chains.values() if len(chain) > 1]


def entity_brackets(column):
    """What opens and closes at a word: (chain, opens, closes)."""
    found = re.search(r"(?:^|\|)Entity=([^|]*)", column)
    for opening, closed, closing in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", found[1] if found else ""):
        yield (opening or closing).split("-")[0], bool(opening), bool(closed or closing)


def read_treebank(path):
    """Documents by name."""
    documents, name, rows, begins, text = {}, None, [], False, ""
    for line in pathlib.Path(path).read_text("utf-8").splitlines() + [""]:
        if line.startswith("# newdoc id = "):
            name = line.removeprefix("# newdoc id = ")
            documents[name] = Document()
        elif line.startswith("# newpar"):
            begins = True
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line[:1].isdigit() and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            first = len(documents[name].places)
            documents[name].add_sentence(text, rows, begins)
            add_mentions(documents[name], first, rows)
            rows, begins = [], False
    return documents


def add_mentions(document, first, rows):
    opened = collections.defaultdict(list)
    for at, row in enumerate(rows, first):
        for chain, opens, closes in entity_brackets(row[9]):
            if opens:
                opened[chain].append(at)
            if closes and opened[chain]:
                document.mentions.append((opened[chain].pop(), at + 1, chain))


def gold_chains(document):
    longest_first = sorted(document.mentions, key=lambda mention: mention[0] - mention[1])
    return chains_of((document.head_of(first, last), chain) for first, last, chain in longest_first)


def read_chains(document, rows):
    spans = ((document.words_of(int(begin), int(end)), entity) for entity, begin, end in rows)
    return chains_of((document.head_of(*words), entity) for words, entity in spans if words)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dossier, path = sys.argv[1:]
    documents = read_treebank(path)
    with base_of(dossier, {name: document.text for name, document in documents.items()}) as base:
        rows = collections.defaultdict(list)
        for file, *mention in base.rows(MENTIONS):
            rows[pathlib.PurePath(file).stem].append(mention)
    pairs = [(gold_chains(document), read_chains(document, sorted(rows[name], key=lambda row: int(row[1]))))
             for name, document in documents.items()]
    for name, precision, recall, f1 in conll(pairs):
        print(f"{name:<6} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
