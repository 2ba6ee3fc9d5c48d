# SPDX-License-Identifier: Apache-2.0
"""Compares what the program finds in examples/corpus with tests/eval/gold (its README has the rules).

Usage: gold_eval.py ROOT BUILD [--minimum FILE [--raise]] [--details]

FILE holds lines `measure least`; a figure below its least fails. --raise writes FILE: each figure a
point below what is reached now, unless it is higher already.
"""

import collections
import json
import math
import pathlib
import subprocess
import sys
import tempfile

from gold_file import Document, words_of

FACTS = """
SELECT ?file ?s ?p ?o ?st ?ot ?polarity ?modality ?voice ?time ?place ?by {
  ?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence/k:partOf/k:sourceFile ?file .
  OPTIONAL { ?fact k:subjectText ?st }  OPTIONAL { ?fact k:objectText ?ot }
  OPTIONAL { ?fact k:polarity ?polarity }  OPTIONAL { ?fact k:modality ?modality }
  OPTIONAL { ?fact k:voice ?voice }  OPTIONAL { ?fact k:time ?time }
  OPTIONAL { ?fact k:place ?place }  OPTIONAL { ?fact k:attributedTo ?by } }"""
NAMES = "SELECT ?thing ?name { ?thing rdfs:label|skos:altLabel ?name }"
MENTIONED = """
SELECT DISTINCT ?file ?thing ?class {
  ?mention k:of ?thing ; k:partOf/k:partOf/k:sourceFile ?file . ?thing a ?class }"""
METADATA = """
SELECT ?file ?date ?place ?author { ?doc k:sourceFile ?file
  OPTIONAL { ?doc schema:datePublished ?date }  OPTIONAL { ?doc schema:locationCreated ?place }
  OPTIONAL { ?doc schema:author ?author } }"""

CLASSES = {
    "Person": {"Person"},
    "Organization": {"Organization"},
    "Country": {"Country"},
    "Place": {"Place", "City"},
}
NAMED = set().union(*CLASSES.values())
MEASURES = [
    ("metadata", "date, place, author"), ("entity.recall", "entities: recall"),
    ("entity.precision", "entities: precision"), ("entity.class", "entities: class"),
    ("entity.names", "entities: other names"), ("role.recall", "roles: recall"),
    ("role.precision", "roles: precision"), ("fact.recall", "facts: recall"),
    ("fact.precision", "facts: precision (lower bound)"), ("fact.polarity", "facts: polarity"),
    ("fact.modality", "facts: modality"), ("fact.voice", "facts: voice"),
    ("fact.time", "facts: time"), ("fact.place", "facts: place"),
    ("fact.attribution", "facts: attribution"),
]


class Base:
    """What the knowledge base says, a row a dictionary of plain values."""

    def __init__(self, dossier, path):
        self.dossier, self.path = dossier, path
        self.names = collections.defaultdict(set)
        for row in self.query(NAMES):
            self.names[row["thing"]].add(row["name"])

    def query(self, text):
        shown = subprocess.run([self.dossier, "query", "--format", "json", self.path, "-e", text],
                               check=True, capture_output=True, text=True).stdout
        return [{name: term["value"] for name, term in row.items()}
                for row in json.loads(shown)["results"]["bindings"]]

    def by_file(self, text):
        rows = collections.defaultdict(list)
        for row in self.query(text):
            rows[pathlib.PurePath(row["file"]).name].append(row)
        return rows

    def is_called(self, thing, name):
        return words_of(name) in [words_of(other) for other in self.names[thing]]

    def is_one_of(self, thing, text, alternatives):
        """A name must be a name of the thing; other words occur in its name or its text."""
        for wanted in alternatives:
            if wanted == "-":
                if thing == "true":
                    return True
            elif wanted[0].isupper():
                if self.is_called(thing, wanted):
                    return True
            elif any(set(words_of(wanted)) <= set(words_of(other))
                     for other in [*self.names[thing], text or ""]):
                return True
        return False


class Score:
    def __init__(self):
        self.right, self.all = collections.Counter(), collections.Counter()
        self.missed = []

    def count(self, measure, right, what=None):
        self.all[measure] += 1
        self.right[measure] += bool(right)
        if not right and what:
            self.missed.append(f"{measure}: {what}")

    def ratio(self, measure):
        return self.right[measure] / self.all[measure] if self.all[measure] else 1.0


def local_name(iri):
    return iri.rsplit(":", 1)[-1].rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def score_metadata(score, base, document, row):
    for key, value in document.metadata.items():
        found = row.get(key, "")
        right = found.startswith(value) if key == "date" else base.is_called(found, value)
        score.count("metadata", right, f"{document.file}: {key} {value}, found {found or 'none'}")


def score_entities(score, base, document, rows):
    classes = collections.defaultdict(set)
    for row in rows:
        classes[row["thing"]].add(local_name(row["class"]))
    matched = set()
    for line, wanted, names in document.entities:
        things = [thing for thing in classes if any(base.is_called(thing, name) for name in names)]
        score.count("entity.recall", things, f"{document.file}: {line}")
        matched.update(things)
        if not things:
            continue
        right_class = [thing for thing in things if classes[thing] & CLASSES[wanted]]
        score.count("entity.class", right_class, f"{document.file}: {line}")
        for name in names[1:]:
            score.count("entity.names", any(base.is_called(thing, name) for thing in things
                                            if base.is_called(thing, names[0])),
                        f"{document.file}: {line}: {name}")
    for thing, found in classes.items():
        if found & NAMED:
            score.count("entity.precision", thing in matched,
                        f"{document.file}: {local_name(thing)} ({', '.join(sorted(found))})")


def flags_of(base, fact, row):
    """Each flag that the line states, with whether the found fact has it."""
    flags = {
        "fact.polarity": ("polarity" in row) == fact.negative,
        "fact.modality": row.get("modality", "") in fact.modalities,
        "fact.voice": ("voice" in row) == fact.passive,
    }
    if fact.time:
        flags["fact.time"] = row.get("time") == fact.time
    if fact.place:
        flags["fact.place"] = base.is_called(row.get("place", ""), fact.place)
    if fact.by:
        flags["fact.attribution"] = base.is_called(row.get("by", ""), fact.by)
    return flags


def matches(base, fact, row):
    return (local_name(row["p"]) in fact.relations
            and base.is_one_of(row["s"], row.get("st"), fact.subjects)
            and base.is_one_of(row["o"], row.get("ot"), fact.objects))


def is_role(predicate):
    return local_name(predicate).endswith("_of")


def score_facts(score, base, document, rows):
    used = set()
    for fact in document.facts:
        found = [row for row in rows if matches(base, fact, row)]
        used.update((row["s"], row["p"], row["o"]) for row in found)
        kind = "role" if fact.is_role else "fact"
        score.count(f"{kind}.recall", found, f"{document.file}: {fact.line}")
        if not found or fact.is_role:
            continue
        best = max((flags_of(base, fact, row) for row in found), key=lambda f: sum(f.values()))
        for measure, right in best.items():
            score.count(measure, right, f"{document.file}: {fact.line}")
    for triple in {(row["s"], row["p"], row["o"]) for row in rows}:
        if local_name(triple[1]) in {"jobTitle", "affiliation"}:  # a role, said again
            continue
        kind = "role" if is_role(triple[1]) else "fact"
        score.count(f"{kind}.precision", triple in used,
                    f"{document.file}: " + " | ".join(map(local_name, triple)))


def score_all(dossier, corpus, gold):
    score = Score()
    files = {path.stem: path for path in corpus.iterdir()}
    documents = [Document(path) for path in sorted(gold.glob("*.txt"))]
    lacking = set(files) ^ {document.file for document in documents}
    if lacking:
        sys.exit(f"gold_eval: without document or annotation: {', '.join(sorted(lacking))}")
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / "kb"
        subprocess.run([dossier, "ingest", "--quiet", path, *sorted(files.values())], check=True)
        base = Base(dossier, path)
        facts, mentioned, metadata = map(base.by_file, (FACTS, MENTIONED, METADATA))
        for document in documents:
            name = files[document.file].name
            score_metadata(score, base, document, metadata[name][0])
            score_entities(score, base, document, mentioned[name])
            score_facts(score, base, document, facts[name])
    return score


def read_minimum(path):
    lines = pathlib.Path(path).read_text().splitlines()
    return {words[0]: float(words[1]) for words in map(str.split, lines)
            if words and words[0] != "#"}


def raise_minimum(path, score, least):
    """Keeps the comments of the file; a line that carries a reason keeps it, too."""
    lines = pathlib.Path(path).read_text().splitlines()
    reasons = {line.split()[0]: " ".join(["", *line.split()[2:]]) for line in lines
               if line and not line.startswith("#")}
    kept = [line for line in lines if line.startswith("#")]
    for measure, _ in MEASURES:
        figure = max(least.get(measure, 0), math.floor(score.ratio(measure) * 100 - 1) / 100)
        kept.append(f"{measure} {max(figure, 0):.2f}{reasons.get(measure, '').rstrip()}")
    pathlib.Path(path).write_text("\n".join(kept) + "\n")


def main():
    root, build = (pathlib.Path(a).resolve() for a in sys.argv[1:3])
    rest = sys.argv[3:]
    least = read_minimum(rest[rest.index("--minimum") + 1]) if "--minimum" in rest else {}
    score = score_all(build / "dossier", root / "examples/corpus", root / "tests/eval/gold")
    if "--details" in rest:
        print("\n".join(score.missed))
    failed = [f"there is no measure {name}" for name in set(least) - {m for m, _ in MEASURES}]
    for measure, title in MEASURES:
        ratio = score.ratio(measure)
        print(f"{title:34} {ratio:6.3f}  {score.right[measure]} of {score.all[measure]}")
        if ratio < least.get(measure, 0):
            failed.append(f"{measure}: {ratio:.3f} is below {least[measure]}")
    if "--raise" in rest:
        raise_minimum(rest[rest.index("--minimum") + 1], score, least)
    for line in failed:
        print(f"gold_eval: {line}", file=sys.stderr)
    return 1 if failed else 0


sys.exit(main())
