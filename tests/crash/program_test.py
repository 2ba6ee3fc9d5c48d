# SPDX-License-Identifier: Apache-2.0
"""kill -9 during ingest and update: the knowledge base opens, check finds nothing, what was committed is
there and what was not has left no trace.

A round kills `dossier` at a random moment while it ingests generated documents or runs generated updates,
then looks. Every document and every update is one transaction, so each must be there wholly or not at all;
each that the program reported before it died must be there.

Usage: program_test.py ROOT BUILD [ROUNDS [SEED]]
"""

import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[2])
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 50
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 32)
DOSSIER = str(BUILD / "dossier")
TRIPLES_PER_UPDATE = 200
SENTENCES = 25


def run(*arguments):
    done = subprocess.run([DOSSIER, *map(str, arguments)], capture_output=True, text=True,
                          timeout=120)
    if done.returncode != 0:
        sys.exit(f"dossier {' '.join(map(str, arguments))} ended with {done.returncode}:\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout


def rows(kb, query):
    lines = run("query", kb, "--format", "csv", "-e", query).splitlines()[1:]
    return [line.split(",") for line in lines if line]


def seconds_for(command, **options):
    """How long the command takes on this machine now, which says when to kill the next ones."""
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
                   **options)
    return time.monotonic() - start


def kill_at_random(command, seconds, **options):
    """Starts the command, kills it after a random part of `seconds`; what it printed until then."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               **options)
    time.sleep(random.uniform(0, seconds))
    program.send_signal(signal.SIGKILL)
    return program.communicate()[0]


def write_document(path, number):
    cities = ["Nairobi", "Kampala", "Bergen", "Dodoma", "Geneva"]
    lines = [f"Report number {number}", "", f"{cities[number % 5].upper()}, 3 May 2024 -", ""]
    lines += [f"Anna Keller visited {random.choice(cities)} on May {day}."
              for day in range(1, SENTENCES)]
    path.write_text("\n\n".join(lines) + "\n")


def write_documents(folder, round_number):
    documents = []
    for number in range(round_number * 40, round_number * 40 + 40):
        documents.append(folder / f"report-{number}.txt")
        write_document(documents[-1], number)
    return documents


def ingest_round(kb, folder, round_number, seconds):
    documents = write_documents(folder, round_number)
    printed = kill_at_random([DOSSIER, "ingest", str(kb), *map(str, documents)], seconds)
    return [d.stem for d in documents if f"{d.name}: " in printed]


def check_documents(kb, reported):
    """Each document has its sentences and evidence, all or none; reported ones are there."""
    whole = rows(kb, "SELECT ?f ?n (COUNT(?s) AS ?c) WHERE { GRAPH ?d { ?d k:sourceFile ?f ; "
                     "k:sentenceCount ?n . ?s k:partOf ?d ; k:text ?t } } GROUP BY ?f ?n")
    for name, announced, found in whole:
        assert announced == found, f"{name}: {found} of {announced} sentences"
    graphs = rows(kb, "SELECT (COUNT(DISTINCT ?g) AS ?c) WHERE { GRAPH ?g { ?s ?p ?o } "
                      "FILTER(STRSTARTS(STR(?g), STR(doc:))) }")
    assert int(graphs[0][0]) == len(whole), f"{graphs[0][0]} graphs, {len(whole)} whole documents"
    found = rows(kb, 'SELECT (COUNT(DISTINCT ?s) AS ?c) WHERE { ?s k:matches "visit" ; a k:Sentence }')
    wanted = rows(kb, 'SELECT (COUNT(DISTINCT ?s) AS ?c) WHERE { ?s a k:Sentence ; k:text ?t '
                      'FILTER(CONTAINS(?t, "visited")) }')
    assert found == wanted, f"{found} sentences are found, not {wanted}"
    there = {pathlib.Path(name).stem for name, _, _ in whole}
    assert set(reported) <= there, f"reported but lost: {set(reported) - there}"
    return len(whole)


def write_updates(script, round_number):
    numbers = range(round_number * 60, round_number * 60 + 60)
    with script.open("w") as out:
        for number in numbers:
            triples = " ".join(f"<urn:kill:{number}> <urn:kill:p> {i} ."
                               for i in range(TRIPLES_PER_UPDATE))
            out.write(f"INSERT DATA {{ {triples} }};\n")
            out.write(f'SELECT ?done WHERE {{ VALUES ?done {{ "done-{number}" }} }};\n')
    return numbers


def update_round(kb, folder, round_number, seconds):
    script = folder / "updates.rq"
    numbers = write_updates(script, round_number)
    with script.open() as statements:
        printed = kill_at_random([DOSSIER, str(kb)], seconds, stdin=statements)
    return [number for number in numbers if f"done-{number}\n" in printed.replace('"', "")]


def check_updates(kb, reported):
    found = rows(kb, "SELECT ?s (COUNT(?o) AS ?c) WHERE { ?s <urn:kill:p> ?o } GROUP BY ?s")
    for subject, count in found:
        assert int(count) == TRIPLES_PER_UPDATE, f"{subject} has {count} of {TRIPLES_PER_UPDATE}"
    there = {int(subject.rsplit(":", 1)[1]) for subject, _ in found}
    assert set(reported) <= there, f"reported but lost: {set(reported) - there}"
    return len(found)


def measure(folder):
    """The seconds of a round of documents and of one of updates, when nothing kills them."""
    scratch = folder / "scratch"
    documents = write_documents(folder, ROUNDS)
    ingest = seconds_for([DOSSIER, "ingest", str(scratch), *map(str, documents)])
    script = folder / "updates.rq"
    write_updates(script, ROUNDS)
    with script.open() as statements:
        return ingest, seconds_for([DOSSIER, str(scratch)], stdin=statements)


def main():
    random.seed(SEED)
    print(f"seed {SEED}")
    folder = pathlib.Path(tempfile.mkdtemp())
    kb = folder / "kb"
    documents, updates = [], []
    counts = (0, 0)
    ingest_seconds, update_seconds = measure(folder)
    run("update", kb, "-e", "INSERT DATA { <urn:kill:start> <urn:kill:q> 1 }")
    for number in range(ROUNDS):
        if number % 2 == 0:
            documents += ingest_round(kb, folder, number, ingest_seconds)
        else:
            updates += update_round(kb, folder, number, update_seconds)
        run("check", kb)
        counts = (check_documents(kb, documents), check_updates(kb, updates))
    print(f"{ROUNDS} kills: {counts[0]} documents whole ({len(documents)} reported), {counts[1]} "
          f"updates whole ({len(updates)} reported), check clean after each")
    assert counts[0] and counts[1], "nothing was ever committed: the rounds are too short to show anything"
    shutil.rmtree(folder)


main()
