# SPDX-License-Identifier: Apache-2.0
"""A folder of planted facts: they are found again, and the knowledge base is the same whatever happens on the way.

Ingested once with one job, once with three, and once stopped at several moments (kill -9, Ctrl-C) and taken up again:
the dumps must be equal. Facts that several documents state keep a reifier for each.

Usage: scale_test.py BUILD [DOCUMENTS [SEED]]
"""

import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import planted
import score

DOSSIER = str(pathlib.Path(sys.argv[1]).resolve() / "dossier")
DOCUMENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
LEAST_RECALL = 0.95
LEAST_PRECISION = 0.99
LEAST_DAYS = 0.98
STOPS = [signal.SIGKILL, signal.SIGINT, signal.SIGKILL]


def run(*arguments):
    done = subprocess.run([DOSSIER, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"dossier {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
    return done


def dump(kb):
    return run("dump", kb).stdout.splitlines()


def there(kb):
    return int(score.rows(DOSSIER, kb, "SELECT (COUNT(?d) AS ?n) WHERE { ?d a k:Document }")[0][0])


def stop_after(kb, folder, reports, how):
    """Stops an ingest when it has reported so many documents more than it found there."""
    program = subprocess.Popen([DOSSIER, "ingest", str(kb), str(folder), "--jobs", "3"],
                               stderr=subprocess.PIPE, text=True)
    added = 0
    for line in program.stderr:
        added += line.startswith("added")
        if added >= reports:
            break
    program.send_signal(how)
    rest = program.communicate()[1]
    if how == signal.SIGINT:
        assert program.returncode == 130, f"interrupted, it ended with {program.returncode}"
        assert "interrupted" in rest
        added += sum(line.startswith("added") for line in rest.splitlines())
    return added


def ingest_with_stops(kb, folder, chance):
    reported = 0
    for how in STOPS:
        reported += stop_after(kb, folder, chance.randint(1, DOCUMENTS // (len(STOPS) + 2)), how)
        run("check", kb)
        assert there(kb) >= reported, f"{reported} documents reported, {there(kb)} there"
    assert reported < DOCUMENTS, "nothing was left to take up again"
    done = run("ingest", kb, folder)
    assert done.stderr.count("unchanged ") >= reported, "what was there was done again"


def check_support(kb, facts):
    """As many documents support a stored fact as state it."""
    stored = score.read_facts(DOSSIER, kb)
    documents = {}
    for fact in facts:
        key = (fact.subject, fact.relation, fact.object)
        if fact.kind == "asserted":
            documents.setdefault(key, set()).add(fact.document)
    shared = {key: where for key, where in documents.items() if len(where) > 2}
    assert shared, "no planted fact stands in several documents"
    whole = 0
    for (subject, relation, thing), where in shared.items():
        evidence = {f.document for f in stored if subject in f.subject and thing in f.object
                    and f.relation in relation.split("|") and f.kind == "asserted"}
        whole += where <= evidence
    print(f"{len(shared)} facts of three documents and more, {whole} with evidence in each")
    assert whole >= len(shared) / 2


def main():
    print(f"seed {SEED}")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folder = scratch / "documents"
        planted.write_folder(folder, DOCUMENTS, SEED)
        run("ingest", scratch / "one", folder, "--jobs", 1)
        expected = dump(scratch / "one")
        run("ingest", scratch / "three", folder, "--jobs", 3)
        assert dump(scratch / "three") == expected, "three jobs make another knowledge base than one"
        ingest_with_stops(scratch / "stopped", folder, random.Random(time.time_ns()))
        assert dump(scratch / "stopped") == expected, "being stopped left a trace"
        facts = score.read_key(folder.with_suffix(".key"))
        result = score.Score(facts, score.read_facts(DOSSIER, scratch / "one"))
        print(result.table())
        assert result.recall() >= LEAST_RECALL, result.missed[:10]
        assert result.precision() >= LEAST_PRECISION, result.wrong[:10]
        assert result.time_right >= LEAST_DAYS * result.timed, "days are wrong"
        check_support(scratch / "one", facts)


main()
