# SPDX-License-Identifier: Apache-2.0
"""Compares a knowledge base with the key of planted.py: which planted facts are there, which facts nobody planted.

A planted fact is found when its document has a fact of the same subject, relation and object (by any name
of them) that is asserted, denied or planned alike. Precision is over the stored facts of the planted
relations between two planted names: how many of them were planted in their document.
"""

import collections
import re
import subprocess

FACTS = """SELECT ?doc ?s ?p ?o ?polarity ?modality ?time WHERE {
  ?r rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence . ?sentence k:partOf ?doc
  OPTIONAL { ?r k:polarity ?polarity } OPTIONAL { ?r k:modality ?modality } OPTIONAL { ?r k:time ?time } }"""
NAMES = "SELECT ?e ?name WHERE { ?e rdfs:label|skos:altLabel ?name FILTER(STRSTARTS(STR(?e), STR(e:))) }"

Planted = collections.namedtuple("Planted", "document subject relation object kind time")
Stored = collections.namedtuple("Stored", "document subject relation object kind time")


def rows(dossier, kb, query):
    done = subprocess.run([dossier, "query", str(kb), "--format", "tsv", "-e", query],
                          capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()[1:]]


def value(term):
    """The text of a term as tsv has it."""
    if term.startswith("<"):
        return term[1:-1]
    return re.sub(r'^"(.*)"[^"]*$', r"\1", term)


def local(term):
    return value(term).rsplit(":", 1)[-1]


def kind_of(polarity, modality):
    if value(modality) == "planned":
        return "planned"
    if modality:
        return value(modality)
    return "negative" if polarity else "asserted"


def read_key(path):
    return [Planted(*line.split("\t")) for line in path.read_text().splitlines()]


def read_facts(dossier, kb):
    """Stored facts with every name of their subject and object."""
    names = collections.defaultdict(set)
    for entity, name in rows(dossier, kb, NAMES):
        names[entity].add(value(name))
    facts = [Stored(local(doc), names[s], local(p), names[o], kind_of(polarity, modality), value(time))
             for doc, s, p, o, polarity, modality, time in rows(dossier, kb, FACTS)
             if "urn:dossier:relation:" in p]
    return facts


class Score:
    """Counts, by relation and over all."""

    def __init__(self, planted, stored):
        self.planted, self.found, self.timed, self.time_right = 0, 0, 0, 0
        self.judged, self.right = 0, 0
        self.by_relation = collections.defaultdict(lambda: [0, 0])
        self.missed, self.wrong = [], []
        documents = collections.defaultdict(list)
        for fact in stored:
            documents[fact.document].append(fact)
        key = collections.defaultdict(list)
        for fact in planted:
            key[fact.document].append(fact)
        for document, facts in key.items():
            self.count_recall(facts, documents[document])
        relations = [re.compile(p) for p in sorted({fact.relation for fact in planted})]
        known = {name for fact in planted for name in (fact.subject, fact.object)}
        for document, facts in key.items():
            self.count_precision(facts, documents[document], relations, known)

    @staticmethod
    def says(stored, fact):
        return (fact.subject in stored.subject and fact.object in stored.object
                and re.fullmatch(fact.relation, stored.relation) and stored.kind == fact.kind)

    def count_recall(self, planted, stored):
        for fact in planted:
            hits = [s for s in stored if self.says(s, fact)]
            self.planted += 1
            self.found += bool(hits)
            count = self.by_relation[f"{fact.relation} ({fact.kind})"]
            count[0] += 1
            count[1] += bool(hits)
            if not hits:
                self.missed.append(fact)
            elif fact.time:
                self.timed += 1
                self.time_right += any(s.time == fact.time for s in hits)

    def count_precision(self, planted, stored, relations, known):
        for fact in stored:
            if not (fact.subject & known and fact.object & known):
                continue
            if not any(pattern.fullmatch(fact.relation) for pattern in relations):
                continue
            right = any(self.says(fact, p) for p in planted)
            self.judged += 1
            self.right += right
            if not right:
                self.wrong.append(fact)

    def recall(self):
        return self.found / max(self.planted, 1)

    def precision(self):
        return self.right / max(self.judged, 1)

    def table(self):
        lines = [f"{'relation':<36} planted  found"]
        for relation, (planted, found) in sorted(self.by_relation.items()):
            lines.append(f"{relation:<36} {planted:>7}  {found / planted:>5.1%}")
        lines.append(f"recall {self.recall():.3f} ({self.found} of {self.planted}), "
                     f"precision {self.precision():.3f} ({self.right} of {self.judged}), "
                     f"days right {self.time_right} of {self.timed}")
        return "\n".join(lines)
