# SPDX-License-Identifier: Apache-2.0
"""Texts as the program reads them: words with offsets, tags, and the names it finds. Training then sees what running sees."""

import dataclasses
import pathlib
import re
import subprocess
import tempfile


@dataclasses.dataclass
class Document:
    words: list = dataclasses.field(default_factory=list)
    ranges: list = dataclasses.field(default_factory=list)     # [begin, end) in code points, of each word
    tags: list = dataclasses.field(default_factory=list)       # universal ones
    sentences: list = dataclasses.field(default_factory=list)  # [begin, end) in words
    names: list = dataclasses.field(default_factory=list)      # (begin, end, type) in words

    def words_of(self, begin, end):
        """The words that overlap a range of the text, as [first, past the last); none if there are none."""
        inside = [i for i, (a, b) in enumerate(self.ranges) if a < end and begin < b]
        return (inside[0], inside[-1] + 1) if inside else None

    def part(self, begin, end):
        """The words between two offsets of the text as a document of its own."""
        inside = [i for i, (a, b) in enumerate(self.ranges) if begin <= a and b <= end]
        if not inside:
            return Document()
        low, high = inside[0], inside[-1] + 1
        moved = lambda spans: [(a - low, b - low, *rest) for a, b, *rest in spans if low <= a and b <= high]
        return Document(self.words[low:high], self.ranges[low:high], self.tags[low:high],
                        moved(self.sentences), moved(self.names))


def read_texts(dossier, texts):
    """Documents by the names of `texts`, which maps names to text."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / f"{name}.txt").write_text(text, "utf-8")
        out = subprocess.run([dossier, "extract", "--format", "conllu", folder], capture_output=True, text=True, check=True)
    return dict(parse(out.stdout))


def parse(conllu):
    name, document = None, None
    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            if document is not None:
                yield name, document
            name, document = line.removeprefix("# newdoc id = "), Document()
        elif line.startswith("# sent_id"):
            document.sentences.append((len(document.words), len(document.words)))
        elif line[:1].isdigit():
            add_word(document, line.split("\t"))
    if document is not None:
        yield name, document


def add_word(document, columns):
    place = re.search(r"TokenRange=(\d+):(\d+)", columns[9])
    if not columns[0].isdigit() or place is None:
        return
    at = len(document.words)
    document.words.append(columns[1])
    document.ranges.append((int(place[1]), int(place[2])))
    document.tags.append(columns[3])
    document.sentences[-1] = (document.sentences[-1][0], at + 1)
    name = re.search(r"NER=([BI])-([A-Z_]+)", columns[9])
    if name and (name[1] == "B" or not document.names or document.names[-1][1] != at):
        document.names.append((at, at + 1, name[2]))
    elif name:
        document.names[-1] = (document.names[-1][0], at + 1, document.names[-1][2])
