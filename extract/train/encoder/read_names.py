# SPDX-License-Identifier: Apache-2.0
"""Documents with tagged names, of several data sets, whose definitions differ: each keeps a scheme of its own. A document
is a list of sentences: (words, tags); a tag "_" is unknown."""

import re
import subprocess

TYPES = ("PER", "ORG", "LOC", "EVENT", "TIME", "MISC")
TAGS = ("O",) + tuple(f"{begin}-{kind}" for kind in TYPES for begin in "BI")
SCHEMES = ("gum", "uner", "wikigold", "crossner", "filings")
GUM = {"PERSON": "PER", "ORGANIZATION": "ORG", "PLACE": "LOC", "EVENT": "EVENT", "TIME": "TIME", "OTHER": "MISC"}
CROSSNER = {"person": "PER", "politician": "PER", "location": "LOC", "country": "LOC", "organisation": "ORG",
            "politicalparty": "ORG", "event": "EVENT", "election": "EVENT"}
WEIGHTS = {"uner": 1.0, "gum": 0.5, "wikigold": 0.5}  # of the schemes that the program reads with
RUN = 12  # sentences that are read together where the documents are not told apart


def blocks(text):
    """Of lines; an empty one ends a block."""
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line]
        if lines:
            yield lines


def with_begins(tags):
    """Tags without B (I only) as tags with it."""
    return [("B" if tag[0] == "I" and (i == 0 or tags[i - 1][1:] != tag[1:]) else tag[0]) + tag[1:]
            for i, tag in enumerate(tags)]


def documents_of(text, opens, sentence):
    """`opens` tells the lines that begin a document; `sentence` makes one of a block's other lines."""
    document = []
    for lines in blocks(text):
        if any(opens(line) for line in lines) and document:
            yield document
            document = []
        rows = [line for line in lines if not line.startswith(("#", "-DOCSTART-"))]
        if rows:
            document.append(sentence(rows))
    yield document


def is_new(line):
    return line.startswith(("# newdoc", "-DOCSTART-"))


def typed(tag, types):
    return tag[:2] + types.get(tag[2:], "MISC") if tag[1:2] == "-" else tag


def uner(text):
    def sentence(rows):
        columns = [row.split("\t") for row in rows]
        return [c[1] for c in columns], [c[2] if c[2][2:] in TYPES else "O" for c in columns]
    return documents_of(text, is_new, sentence)


def wikigold(text):
    def sentence(rows):
        columns = [row.split(" ") for row in rows]
        return [c[0] for c in columns], with_begins([c[1] for c in columns])
    return documents_of(text, is_new, sentence)


def in_runs(sentences):
    for i in range(0, len(sentences), RUN):
        yield sentences[i:i + RUN]


def filings(text):
    """Loan agreements; most sentences have no name, and of those few are kept."""
    sentences = []
    for number, rows in enumerate(blocks(text)):
        columns = [row.split(" ") for row in rows if not row.startswith("-DOCSTART-")]
        tags = with_begins([c[-1] for c in columns])
        if any(tag != "O" for tag in tags) or (columns and number % 5 == 0):
            sentences.append(([c[0] for c in columns], tags))
    return in_runs(sentences)


def crossner(text):
    columns = [[row.split("\t") for row in rows] for rows in blocks(text)]
    return in_runs([([c[0] for c in own], [typed(c[1], CROSSNER) for c in own]) for own in columns])


def gum(text):
    def sentence(rows):
        columns = [row.split("\t") for row in rows]
        return [c[0] for c in columns], [typed(c[1], GUM) for c in columns]
    return documents_of(text, is_new, sentence)


def gum_names(program, treebank):
    """The text that dossier_gold_names prints."""
    return subprocess.run([program, treebank], capture_output=True, text=True, check=True).stdout


def number_of(tag):
    """-1 for the unknown one."""
    return -1 if tag == "_" else TAGS.index(tag)


def program_tags():
    """TAGS with the types as the program calls them."""
    names = {kind: name for name, kind in GUM.items()}
    return [tag[:2] + names[tag[2:]] if tag != "O" else tag for tag in TAGS]


def documents(shared, program):
    """(scheme, document) of everything that may be trained on. `program` is dossier_gold_names."""
    names, ud = shared / "names", shared / "ud"
    sources = [("gum", gum, gum_names(program, ud / f"en_gum_{part}-ud-train.conllu")) for part in ("ccby", "academic_court")]
    files = (("uner", uner, "uner-*.iob2"), ("wikigold", wikigold, "wikigold.conll"), ("crossner", crossner, "crossner-*.conll"),
             ("filings", filings, "sec-*.conll"))
    sources += [(scheme, read, path.read_text("utf-8"))
                for scheme, read, pattern in files for path in sorted(names.glob(pattern))]
    for scheme, read, text in sources:
        for document in read(text):
            for words, tags in document:
                if not all(re.fullmatch(r"_|O|[BI]-(PER|ORG|LOC|EVENT|TIME|MISC)", tag) for tag in tags):
                    raise ValueError(f"{scheme}: a tag that is none: {words} {tags}")
            yield scheme, document
