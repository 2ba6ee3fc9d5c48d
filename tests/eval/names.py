#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""names.py DOSSIER GOLD...

Names of people, organisations and places against files of tagged sentences: IOB2 with the columns number, word, tag
(Universal NER), or CoNLL with the word first and the tag last. Each sentence is a paragraph of its words with spaces
between them. A name is right if its words and its type are. The last line is the figure over all types.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "PLACE": "LOC", "COUNTRY": "LOC", "CITY": "LOC"}
PER_FILE = 200  # sentences of a document


def sentences(path):
    """(words, tags) of each."""
    words, tags = [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        columns = re.split(r"[\t ]", line)
        if not line.strip() or line.startswith(("#", "-DOCSTART-")):
            if words and not line.strip():
                yield words, tags
                words, tags = [], []
        elif columns[0].isdigit() and len(columns) > 3 and path.suffix == ".iob2":
            words.append(columns[1])
            tags.append(columns[2])
        else:
            words.append(columns[0])
            tags.append(columns[-1])


def spans_of(tags):
    """(begin, end, type) of the names; a tag I behind another type begins one."""
    spans, begin = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if begin is not None and (tag[0] != "I" or tag[1:] != tags[begin][1:]):
            spans.add((begin, i, tags[begin][2:]))
            begin = None
        if tag[0] in "BI" and begin is None:
            begin = i
    return {span for span in spans if span[2] in TYPES.values()}


def found_in(conllu):
    """By document, the names as (begin, end, type) in code points."""
    found, name = {}, None
    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            name = line.removeprefix("# newdoc id = ")
            found[name] = []
        place = re.search(r"TokenRange=(\d+):(\d+)", line)
        tag = re.search(r"NER=([BI])-(\w+)", line)
        if not place or not tag or not line[:1].isdigit():
            continue
        if tag[1] == "B":
            found[name].append([int(place[1]), int(place[2]), tag[2]])
        else:
            found[name][-1][1] = int(place[2])
    return found


def offsets_of(documents):
    """By document, the words' ranges with the number of their sentence and of the word."""
    places = {}
    for name, part in documents.items():
        at, own = 0, {}
        for number, (words, _) in part:
            for i, word in enumerate(words):
                own[at] = (number, i)
                own[-(at + len(word))] = (number, i + 1)
                at += len(word) + 1
            at += 1
        places[name] = own
    return places


def read_by_program(dossier, documents):
    """The set of (sentence, begin, end, type) that the program finds."""
    with tempfile.TemporaryDirectory() as folder:
        for name, part in documents.items():
            text = "\n\n".join(" ".join(words) for _, (words, _) in part)
            (pathlib.Path(folder) / f"{name}.txt").write_text(text + "\n", "utf-8")
        done = subprocess.run([dossier, "extract", "--format", "conllu", folder], capture_output=True, text=True,
                              check=True)
    places, names = offsets_of(documents), set()
    for document, spans in found_in(done.stdout).items():
        for begin, end, kind in spans:
            first, last = places[document].get(begin), places[document].get(-end)
            if kind in TYPES:
                # What begins or ends inside a word of the gold file is wrong, too.
                inside = first is not None and last is not None and first[0] == last[0]
                names.add((first[0], first[1], last[1], TYPES[kind]) if inside else (document, begin, end, TYPES[kind]))
    return names


def line_of(kind, found, gold):
    own = lambda names: {name for name in names if kind in ("all", name[3])}
    right, said, true = len(own(found) & own(gold)), len(own(found)), len(own(gold))
    precision, recall = right / max(1, said), right / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{kind:<4} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   {right} right of {said}, {true} in the gold"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    rows = list(enumerate(row for path in sys.argv[2:] for row in sentences(pathlib.Path(path))))
    documents = {f"part{i}": rows[i:i + PER_FILE] for i in range(0, len(rows), PER_FILE)}
    gold = {(number, *span) for number, (_, tags) in rows for span in spans_of(tags)}
    found = read_by_program(sys.argv[1], documents)
    for kind in ("PER", "ORG", "LOC", "all"):
        print(line_of(kind, found, gold))


if __name__ == "__main__":
    main()
