# SPDX-License-Identifier: Apache-2.0
"""Facts drawn at random, each with its sentence, for a person to judge.

Usage: sample_facts.py DOSSIER DB COUNT [SEED] [--least CONFIDENCE]

One line a fact: number, confidence, rule, subject, relation, object, what qualifies it; below it the
sentence. The same seed draws the same facts from the same knowledge base.
"""

import json
import random
import subprocess
import sys

QUERY = """
SELECT ?sentence ?s ?p ?o ?label ?confidence ?rule ?polarity ?modality ?time ?until ?place
       ?claimant ?text
WHERE {
  ?fact a k:Fact ; rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence ;
        k:confidence ?confidence ; k:rule ?rule .
  ?sentence k:text ?text .
  OPTIONAL { ?o rdfs:label ?label FILTER(isBlank(?o)) }
  OPTIONAL { ?fact k:polarity ?polarity }
  OPTIONAL { ?fact k:modality ?modality }
  OPTIONAL { ?fact k:time ?time }
  OPTIONAL { ?fact k:to ?until }
  OPTIONAL { ?fact k:place ?place }
  OPTIONAL { ?fact k:attributedTo ?claimant }
} ORDER BY ?sentence ?p ?s ?o"""
SHORT = {"urn:dossier:entity:": "e:", "urn:dossier:relation:": "r:", "urn:dossier:document:": "doc:",
         "urn:dossier:vocabulary:": "k:", "https://schema.org/": "schema:"}


def short(value):
    text = value["value"]
    if value["type"] != "uri":
        return json.dumps(text, ensure_ascii=False)
    for long, prefix in SHORT.items():
        if text.startswith(long):
            return prefix + text[len(long):]
    return f"<{text}>"


def main():
    arguments = sys.argv[1:]
    least = 0.0
    if "--least" in arguments:
        at = arguments.index("--least")
        least = float(arguments[at + 1])
        del arguments[at:at + 2]
    dossier, kb, count = arguments[0], arguments[1], int(arguments[2])
    seed = int(arguments[3]) if len(arguments) > 3 else 1
    done = subprocess.run([dossier, "query", kb, "-e", QUERY, "--format", "json"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    rows = [row for row in json.loads(done.stdout)["results"]["bindings"]
            if float(row["confidence"]["value"]) >= least]
    chosen = random.Random(seed).sample(range(len(rows)), min(count, len(rows)))
    print(f"{len(chosen)} of {len(rows)} facts, seed {seed}, confidence >= {least}\n")
    for number, index in enumerate(sorted(chosen), 1):
        row = rows[index]
        about = [name + " " + short(row[name]) for name in
                 ("polarity", "modality", "time", "until", "place", "claimant") if name in row]
        thing = row.get("label", row["o"])
        print(f"{number}. [{row['confidence']['value']} {row['rule']['value']}] {short(row['s'])} "
              f"{short(row['p'])} {short(thing)}" + (f" ({'; '.join(about)})" if about else ""))
        print(f"   {row['sentence']['value'].rsplit(':', 1)[-1]}: {row['text']['value']}\n")


main()
