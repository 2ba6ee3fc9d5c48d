#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""knowledgenet.py DOSSIER FOLD.jsonl

Facts about people and companies on a fold of KnowledgeNet (Mesquita and others, EMNLP 2019): ingests its documents,
asks one query a property over the stored facts (knowledgenet_queries.py), and scores where their subjects and objects
stand with the program beside the data. The last line is the figure over all properties.
"""

import json
import pathlib
import sys

from knowledgenet_queries import PROPERTIES
from reading_measure import base_of, score

# A fact is about entities, so it is said of each of their names and pronouns in the sentence: the data mark no descriptions
# ("an Italian coach"). Dates and places stand where the fact says: "Poland" is another thing than "the Polish writer".
FACTS = """
SELECT DISTINCT ?file ?sb ?se ?ob ?oe WHERE {{
  GRAPH ?document {{
    ?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence .
    FILTER NOT EXISTS {{ ?fact k:polarity|k:modality ?doubt }}
    {{ ?fact k:subjectBegin ?sb ; k:subjectEnd ?se }} UNION {{
      ?a k:of ?s ; k:partOf ?sentence ; k:begin ?sb ; k:end ?se .
      FILTER NOT EXISTS {{ ?a k:resolvedBy ?how ; k:text ?text FILTER({description}) }} }}
    {{ ?fact k:objectBegin ?ob ; k:objectEnd ?oe }} UNION {{
      ?b k:of ?o ; k:partOf ?sentence ; k:begin ?ob ; k:end ?oe .
      FILTER NOT EXISTS {{ ?o a schema:Place }}
      FILTER NOT EXISTS {{ ?b k:resolvedBy ?how ; k:text ?text FILTER({description}) }} }}
    ?document k:sourceFile ?file
  }}
  FILTER({condition})
}}"""

DESCRIPTION = '?how IN ("individual", "description", "role") && CONTAINS(?text, " ")'


def facts_of(base, name, part):
    for file, *spans in base.rows(FACTS.format(condition=part.condition(), description=DESCRIPTION)):
        subject, object_ = spans[:2], spans[2:]
        if part.turned:
            subject, object_ = object_, subject
        yield (pathlib.PurePath(file).stem, name, *subject, *object_)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dossier, data = sys.argv[1:]
    with open(data, encoding="utf-8") as file:
        texts = {d["id"]: d["text"] for d in map(json.loads, file)}
    with base_of(dossier, texts) as base:
        facts = {fact for name, parts in PROPERTIES.items() for part in parts for fact in facts_of(base, name, part)}
    print(score(data, "kn.py", sorted(facts)), end="")


if __name__ == "__main__":
    main()
