# SPDX-License-Identifier: Apache-2.0
"""Stored facts as a person judges them: a readable line, with what identifies the fact from one build to the next."""

import collections
import csv
import dataclasses
import io
import json
import pathlib
import subprocess
import sys
import tempfile

FACTS = """
SELECT ?fact ?document ?sentence ?s ?p ?o ?slabel ?olabel ?confidence ?rule ?polarity ?modality ?from ?to
       ?words ?place ?claimant ?sb ?pb ?ob
WHERE {
  ?fact a k:Fact ; rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?where ; k:confidence ?confidence ; k:rule ?rule .
  ?where k:text ?sentence ; k:partOf/k:sourceFile ?document .
  OPTIONAL { ?s a ?skind ; rdfs:label ?slabel FILTER(?skind IN (k:Individual, k:Quantity)) }
  OPTIONAL { ?o a ?okind ; rdfs:label ?olabel FILTER(?okind IN (k:Individual, k:Quantity)) }
  OPTIONAL { ?fact k:polarity ?polarity }
  OPTIONAL { ?fact k:modality ?modality }
  OPTIONAL { ?fact k:from ?from }
  OPTIONAL { ?fact k:to ?to }
  OPTIONAL { ?fact k:timeText ?words }
  OPTIONAL { ?fact k:place ?place }
  OPTIONAL { ?fact k:attributedTo ?claimant }
  OPTIONAL { ?fact k:subjectBegin ?sb }
  OPTIONAL { ?fact k:predicateBegin ?pb }
  OPTIONAL { ?fact k:objectBegin ?ob }
} ORDER BY ?document ?pb ?sb ?ob ?p"""
ARGUMENTS = """
SELECT ?fact ?a ?filler ?label WHERE {
  ?fact a k:Fact ; ?a ?filler FILTER(STRSTARTS(STR(?a), "urn:dossier:argument:"))
  OPTIONAL { ?filler rdfs:label ?label }
} ORDER BY ?fact ?a ?label"""


@dataclasses.dataclass
class Fact:
    """One stored fact. `words` says it as a triple, `status` what qualifies it."""

    document: str
    sentence: str
    words: str
    status: str
    further: str  # the other arguments of its clause: shown to the person who judges, no part of the fact
    confidence: float
    rule: str
    place: tuple  # document, and where subject, predicate and object begin

    @property
    def shown(self):
        return self.words + (f" [{self.status}]" if self.status else "")


def local_name(iri):
    return iri.rsplit(":", 1)[-1].rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("_", " ")


def name_of(cell, label):
    """Named things by name, unnamed ones and quantities by label in braces, values as they are."""
    if label:
        return "{" + label["value"] + "}"
    return local_name(cell["value"]) if cell["type"] == "uri" else cell["value"]


def status_of(row):
    parts = [row[name]["value"] for name in ("polarity", "modality") if name in row]
    if "from" in row or "to" in row:
        first, last = (row[name]["value"] if name in row else "" for name in ("from", "to"))
        parts.append("time " + (first if first == last else f"{first}..{last}"))
    elif "words" in row:
        parts.append("time “" + row["words"]["value"] + "”")
    parts += [f"{word} {local_name(row[name]['value'])}" for word, name in (("in", "place"), ("by", "claimant")) if name in row]
    return "; ".join(parts)


def rows_of(dossier, base, query):
    done = subprocess.run([dossier, "query", base, "-e", query, "--format", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"error: {dossier} query: {done.stderr}")
    return json.loads(done.stdout)["results"]["bindings"]


def facts_of(dossier, base):
    further = collections.defaultdict(dict)
    for row in rows_of(dossier, base, ARGUMENTS):
        filler = row["label"]["value"] if "label" in row else local_name(row["filler"]["value"])
        further[row["fact"]["value"]].setdefault(local_name(row["a"]["value"]), filler)
    for row in rows_of(dossier, base, FACTS):
        subject, object_ = name_of(row["s"], row.get("slabel")), name_of(row["o"], row.get("olabel"))
        document = pathlib.PurePath(row["document"]["value"]).name
        yield Fact(
            document=document,
            sentence=" ".join(row["sentence"]["value"].split()),
            words=f"{subject} | {local_name(row['p']['value'])} | {object_}",
            status=status_of(row),
            further="; ".join(f"{marker} {filler}" for marker, filler in further[row["fact"]["value"]].items()),
            confidence=float(row["confidence"]["value"]),
            rule=row["rule"]["value"],
            place=(document, *(int(row[name]["value"]) if name in row else -1 for name in ("sb", "pb", "ob"))),
        )


def read_documents(dossier, folder):
    """The facts that this program stores of a folder of documents."""
    with tempfile.TemporaryDirectory(prefix="dossier-eval-") as scratch:
        base = pathlib.Path(scratch) / "base"
        done = subprocess.run([dossier, "ingest", base, folder, "--quiet"], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"error: {dossier} ingest {folder}: {done.stderr}")
        return list(facts_of(dossier, base))


COLUMNS = ("document", "sentence", "fact", "confidence", "rule", "verdict", "useful", "reason")


def read_verdicts(path):
    """The rows of a table of judged facts."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def table_of(rows):
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return out.getvalue()
