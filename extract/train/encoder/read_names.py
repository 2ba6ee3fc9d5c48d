# SPDX-License-Identifier: Apache-2.0
"""Sentences with tagged names, of several data sets, whose definitions differ: each keeps a scheme of its own."""

import re

from gum import documents_of, type_of_name, words_of_name

TYPES = ("PER", "ORG", "LOC", "MISC")
TAGS = ("O",) + tuple(f"{begin}-{kind}" for kind in TYPES for begin in "BI")
SCHEMES = ("gum", "uner", "wikigold", "crossner", "filings")
CROSSNER = {"person": "PER", "politician": "PER", "location": "LOC", "country": "LOC", "organisation": "ORG",
            "politicalparty": "ORG"}


def blocks(path):
    """Of lines; an empty one ends a block."""
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith(("#", "-DOCSTART-"))]
            if lines:
                yield lines


def with_begins(tags):
    """Tags without B (I only) as tags with it."""
    return [("B" if tag[0] == "I" and (i == 0 or tags[i - 1][1:] != tag[1:]) else tag[0]) + tag[1:]
            for i, tag in enumerate(tags)]


def uner(path):
    for lines in blocks(path):
        rows = [line.split("\t") for line in lines]
        yield [row[1] for row in rows], [row[2] if row[2][2:] in TYPES else "O" for row in rows]


def wikigold(path):
    for lines in blocks(path):
        rows = [line.split(" ") for line in lines]
        yield [row[0] for row in rows], with_begins([row[1] for row in rows])


def filings(path):
    """Loan agreements; most sentences have no name, and of those few are kept."""
    for number, lines in enumerate(blocks(path)):
        rows = [line.split(" ") for line in lines]
        tags = with_begins([row[-1] for row in rows])
        if any(tag != "O" for tag in tags) or number % 5 == 0:
            yield [row[0] for row in rows], tags


def crossner(path):
    for lines in blocks(path):
        rows = [line.split("\t") for line in lines]
        yield [row[0] for row in rows], [
            row[1] if row[1] == "O" else row[1][:2] + CROSSNER.get(row[1][2:], "MISC") for row in rows]


def gum(path):
    for document in documents_of(path):
        tags = ["O"] * len(document.words)
        for mention in sorted(document.mentions, key=lambda m: m.begin - m.end):
            name = words_of_name(document, mention)
            if name is None or mention.type == "time" or any(tags[i] != "O" for i in range(*name)):
                continue
            kind = type_of_name(mention.type)
            for i in range(*name):
                tags[i] = ("B-" if i == name[0] else "I-") + kind
        for begin, end in document.sentences:
            yield document.words[begin:end], tags[begin:end]


def sentences(shared):
    """(scheme, words, tags) of everything that may be trained on."""
    names = shared / "names"
    sources = (
        ("gum", gum, shared / "ud" / "en_gum_ccby-ud-train.conllu"),
        ("gum", gum, shared / "ud" / "en_gum_academic_court-ud-train.conllu"),
        ("uner", uner, names / "uner-ewt-dev.iob2"),
        ("wikigold", wikigold, names / "wikigold.conll"),
        *(("crossner", crossner, path) for path in sorted(names.glob("crossner-*.conll"))),
        *(("filings", filings, path) for path in sorted(names.glob("sec-*.conll"))),
    )
    for scheme, read, path in sources:
        for words, tags in read(path):
            if not all(re.fullmatch(r"O|[BI]-(PER|ORG|LOC|MISC)", tag) for tag in tags):
                raise ValueError(f"{path}: a tag that is none: {tags}")
            yield scheme, words, tags
