# SPDX-License-Identifier: Apache-2.0
"""Documents of the GUM treebank with their mentions: names, noun phrases and pronouns, in chains."""

import collections
import dataclasses
import re

ENTITY = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclasses.dataclass
class Mention:
    begin: int
    end: int
    chain: str
    type: str
    head: int


@dataclasses.dataclass
class GumDocument:
    name: str
    words: list = dataclasses.field(default_factory=list)
    tags: list = dataclasses.field(default_factory=list)
    sentences: list = dataclasses.field(default_factory=list)
    mentions: list = dataclasses.field(default_factory=list)


def documents_of(path):
    document, opened = None, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id = "):
                if document is not None:
                    yield document
                document, opened = GumDocument(line.split(" = ")[1].strip()), collections.defaultdict(list)
            elif line.startswith("# sent_id"):
                document.sentences.append((len(document.words), len(document.words)))
            elif line[:1].isdigit():
                add_word(document, opened, line.rstrip("\n").split("\t"))
    if document is not None:
        yield document


def add_word(document, opened, columns):
    if not columns[0].isdigit():
        return
    at = len(document.words)
    document.words.append(columns[1])
    document.tags.append(columns[3])
    document.sentences[-1] = (document.sentences[-1][0], at + 1)
    entities = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
    for opening, closed, closing in ENTITY.findall(entities[1] if entities else ""):
        if opening:
            fields = opening.split("-")
            head = re.match(r"\d+", fields[5]) if len(fields) > 5 else None
            mention = Mention(at, at + 1, fields[0], fields[1], at + (int(head[0]) - 1 if head else 0))
            if closed:
                document.mentions.append(mention)
            else:
                opened[fields[0]].append(mention)
        elif opened[closing]:
            mention = opened[closing].pop()
            mention.end = at + 1
            document.mentions.append(mention)
