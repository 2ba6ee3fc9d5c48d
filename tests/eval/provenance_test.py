# SPDX-License-Identifier: Apache-2.0
"""What the knowledge base says of itself, checked over whole documents: the corpus beside the
project where it is, and the example documents.

Usage: provenance_test.py ROOT BUILD

Every fact has its sentence, the sentence stands in the file where its offsets say, the fact's words
stand in the sentence, `dossier why` marks them, and nothing negated, asked, hoped, planned or
conditional is asserted.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
DOSSIER = BUILD / "dossier"
SHARED = sorted((ROOT / "../shared/corpus").glob("*.txt"))
EXAMPLES = sorted((ROOT / "examples/corpus").glob("*.txt"))

FACTS = """
SELECT ?fact ?s ?p ?o ?graph ?sentence ?text ?begin ?end ?from ?to ?polarity ?modality
       ?sfrom ?sto ?ofrom ?oto ?subject ?predicate ?object ?confidence ?rule
WHERE {
  GRAPH ?graph {
    ?fact a k:Fact ; rdf:reifies <<( ?s ?p ?o )>> .
    OPTIONAL { ?fact k:evidence ?sentence . ?sentence k:text ?text ; k:begin ?begin ; k:end ?end }
    OPTIONAL { ?fact k:predicateBegin ?from ; k:predicateEnd ?to }
    OPTIONAL { ?fact k:subjectBegin ?sfrom ; k:subjectEnd ?sto }
    OPTIONAL { ?fact k:objectBegin ?ofrom ; k:objectEnd ?oto }
    OPTIONAL { ?fact k:polarity ?polarity }
    OPTIONAL { ?fact k:modality ?modality }
    OPTIONAL { ?fact k:subjectText ?subject }
    OPTIONAL { ?fact k:predicateText ?predicate }
    OPTIONAL { ?fact k:objectText ?object }
    OPTIONAL { ?fact k:confidence ?confidence }
    OPTIONAL { ?fact k:rule ?rule }
  }
}"""
ASSERTED = """
SELECT DISTINCT ?graph ?s ?p ?o WHERE {
  { SELECT DISTINCT ?p { ?fact a k:Fact ; rdf:reifies <<( ?a ?p ?b )>> } }
  UNION
  { SELECT DISTINCT ?p { ?a ?p ?b FILTER(STRSTARTS(STR(?p), "urn:dossier:relation:")) } }
  GRAPH ?graph { ?s ?p ?o }
}"""
SENTENCES = """
SELECT ?file ?text ?begin ?end WHERE {
  ?sentence a k:Sentence ; k:partOf ?document ; k:text ?text ; k:begin ?begin ; k:end ?end .
  ?document k:sourceFile ?file
}"""
# Words that make a clause less than said to be so. "Would" and "could" also tell of the past, "will"
# is a noun, "can" tells of means: those are left to the cases of tests/unit.
NEGATION = re.compile(r"\b(not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
DOUBT = re.compile(r"^(may|might|must|should|shall|will)\b", re.IGNORECASE)


def run(*arguments, status=0):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, timeout=300)
    assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stderr}"
    return done.stdout


def squeezed(text):
    return " ".join(text.split())


class Honesty(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp())
        cls.kb = cls.scratch / "kb"
        cls.files = {path.name: path for path in SHARED + EXAMPLES}
        run(DOSSIER, "ingest", "--quiet", cls.kb, *cls.files.values())
        cls.facts = cls.rows(FACTS)
        cls.asserted = {cls.key(row) for row in cls.rows(ASSERTED)}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.scratch)

    @classmethod
    def rows(cls, query):
        answer = json.loads(run(DOSSIER, "query", cls.kb, "-e", query, "--format", "json"))
        return answer["results"]["bindings"]

    @staticmethod
    def key(row):
        return tuple(json.dumps(row[name], sort_keys=True) for name in ("graph", "s", "p", "o"))

    @staticmethod
    def is_claim(row):
        """Said to be so: neither denied nor anything less than asserted."""
        return "polarity" not in row and "modality" not in row

    def fails(self, rows, message):
        shown = "\n".join(
            " | ".join(f"{k}={v['value']}" for k, v in row.items() if k not in ("fact", "graph"))
            for row in rows[:5])
        self.assertFalse(rows, f"{len(rows)} {message}:\n{shown}")

    def test_there_is_enough_to_check(self):
        self.assertGreater(len(self.facts), 30 * len(self.files) // 2)

    def test_every_fact_has_its_sentence(self):
        self.fails([row for row in self.facts if "text" not in row or "from" not in row],
                   "facts without sentence or offsets")

    def test_every_fact_has_a_confidence_and_a_rule(self):
        wrong = [row for row in self.facts if "rule" not in row or "confidence" not in row
                 or not 0 < float(row["confidence"]["value"]) <= 1]
        self.fails(wrong, "facts without a sensible confidence or rule")

    def test_sentences_stand_in_the_file_where_they_say(self):
        texts = {name: path.read_bytes().decode("utf-8-sig") for name, path in self.files.items()}
        wrong = []
        sentences = self.rows(SENTENCES)
        self.assertGreater(len(sentences), 100)
        for row in sentences:
            text = texts[pathlib.PurePath(row["file"]["value"]).name]
            there = text[int(row["begin"]["value"]):int(row["end"]["value"])]
            if squeezed(there) != squeezed(row["text"]["value"]):
                wrong.append(row)
        self.fails(wrong, "sentences that stand elsewhere")

    def test_the_words_of_a_fact_stand_in_its_sentence(self):
        wrong = []
        for row in self.facts:
            begin, end = int(row["begin"]["value"]), int(row["end"]["value"])
            inside = begin <= int(row["from"]["value"]) < int(row["to"]["value"]) <= end
            text = squeezed(row["text"]["value"])
            words = [row[name]["value"] for name in ("subject", "predicate", "object")
                     if name in row]
            if not inside or any(squeezed(word) not in text for word in words):
                wrong.append(row)
        self.fails(wrong, "facts whose words are not in their sentence")

    def test_the_spans_of_a_fact_hold_its_words(self):
        wrong = []
        for row in self.facts:
            text, start = row["text"]["value"], int(row["begin"]["value"])
            for words, begin, end in (("subject", "sfrom", "sto"), ("predicate", "from", "to"),
                                      ("object", "ofrom", "oto")):
                if words in row and row[words]["value"] != text[int(row[begin]["value"]) - start:
                                                                int(row[end]["value"]) - start]:
                    wrong.append(row)
        self.fails(wrong, "facts whose spans hold other words")

    def test_what_is_asserted_was_asserted(self):
        claimed = {self.key(row) for row in self.facts if self.is_claim(row)}
        missing = [" ".join(key[1:]) for key in self.asserted - claimed]
        self.assertFalse(missing, f"{len(missing)} triples without an asserting fact: {missing[:5]}")

    def test_what_was_claimed_is_asserted(self):
        wrong = [row for row in self.facts
                 if self.is_claim(row) and self.key(row) not in self.asserted]
        self.fails(wrong, "claims that are not asserted")

    def test_negation_is_seen(self):
        wrong = [row for row in self.facts if "predicate" in row and "polarity" not in row
                 and NEGATION.search(row["predicate"]["value"])]
        self.fails(wrong, "facts without polarity whose predicate is negated")

    def test_modal_verbs_are_seen(self):
        wrong = [row for row in self.facts if self.is_claim(row) and "predicate" in row
                 and DOUBT.search(row["predicate"]["value"])]
        self.fails(wrong, "asserted facts below a modal verb")

    def test_why_marks_the_words(self):
        chosen = random.Random(20).sample([row for row in self.facts if self.is_claim(row)], 40)
        for row in chosen:
            terms = [self.term(row[name]) for name in ("s", "p", "o")]
            shown = squeezed(run(DOSSIER, "why", self.kb, *terms))
            with self.subTest(terms=terms):
                plain = str.maketrans("", "", "[]")
                self.assertIn(squeezed(row["text"]["value"]).translate(plain),
                              shown.translate(plain))
                for name in ("subject", "predicate"):
                    self.assertRegex(shown, r"\[[^\]]*" + re.escape(row[name]["value"].strip(" ,").split()[-1]))

    @staticmethod
    def term(value):
        """As `dossier why` takes it; quantities have no name."""
        if value["type"] == "bnode":
            return "?"
        if value["type"] == "uri":
            return f"<{value['value']}>"
        text = json.dumps(value["value"], ensure_ascii=False)
        return text + (f"^^<{value['datatype']}>" if "datatype" in value else "")


if __name__ == "__main__":
    if not SHARED:
        print("provenance: the corpus beside the project is not there; only the examples are checked")
    unittest.main(argv=sys.argv[:1], verbosity=2)
