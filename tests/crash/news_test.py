# SPDX-License-Identifier: Apache-2.0
"""kill -9 between an ingest and its report: news of standing queries is told, once, and kept, once.

1. An ingest whose error stream is a pipe that is full stops when it wants to say what it has read: its documents
   are committed, and nothing is reported. It is killed there. The next command reports what is new, the one after
   that nothing.
2. Ingests are killed at random moments. In the end each answer is news exactly once, with numbers without a gap,
   and no news was left untold.

Usage: news_test.py ROOT BUILD [ROUNDS [SEED]]
"""

import fcntl
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[2])
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 12
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 32)
DOSSIER = str(BUILD / "dossier")
QUERY = "SELECT ?place { e:Anna_Keller r:visit ?place }\n"
CITIES = ["Nairobi", "Kampala", "Bergen", "Dodoma", "Geneva", "Oslo", "Lima", "Quito", "Lagos", "Accra",
          "Tunis", "Cairo", "Dublin", "Lisbon", "Madrid", "Vienna", "Warsaw", "Prague", "Riga", "Tallinn"]
PATIENCE = 300


def run(*arguments):
    """What the command prints and what it says."""
    done = subprocess.run([DOSSIER, *map(str, arguments)], capture_output=True, text=True,
                          timeout=PATIENCE)
    if done.returncode != 0:
        sys.exit(f"dossier {' '.join(map(str, arguments))} ended with {done.returncode}:\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout, done.stderr


def news(kb, *options):
    return json.loads(run("news", kb, "--format", "json", *options)[0])["news"]


def told(text):
    """The numbers of new rows in what a command said."""
    return [int(n) for n in re.findall(r"^(\d+) new rows? of visits$", text, re.M)]


def write_document(folder, number, cities):
    path = folder / f"report-{number}.txt"
    lines = [f"Report number {number}", f"{cities[0].upper()}, 3 May 2024 - A report."]
    lines += [f"Anna Keller visited {city} on Monday." for city in cities]
    path.write_text("\n\n".join(lines) + "\n")
    return path


def watched(folder, name):
    """A knowledge base with a standing query, compared with nothing yet."""
    kb = folder / name
    query = folder / "visits.rq"
    query.write_text(QUERY)
    run("update", kb, "-e", "INSERT DATA { <urn:news:a> <urn:news:b> 1 }")
    run("save", kb, "visits", "-f", query, "--watch")
    return kb


def full_pipe():
    """A pipe that takes no byte more; both ends."""
    reader, writer = os.pipe()
    flags = fcntl.fcntl(writer, fcntl.F_GETFL)
    fcntl.fcntl(writer, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    for block in (b"x" * 4096, b"x"):
        try:
            while True:
                os.write(writer, block)
        except BlockingIOError:
            pass
    fcntl.fcntl(writer, fcntl.F_SETFL, flags)
    return reader, writer


def test_killed_before_the_report(folder):
    kb = watched(folder, "report")
    document = write_document(folder, 0, ["Oslo", "Lima"])
    reader, writer = full_pipe()
    ingest = subprocess.Popen([DOSSIER, "ingest", str(kb), str(document)], stderr=writer)
    end = time.monotonic() + PATIENCE
    while len(news(kb, "--read-only")) < 2:
        assert ingest.poll() is None, "the ingest ended although nobody reads what it says"
        assert time.monotonic() < end, "the ingest committed nothing"
        time.sleep(0.1)
    ingest.send_signal(signal.SIGKILL)
    ingest.wait()
    os.close(reader)
    os.close(writer)
    first = run("update", kb, "-e", "INSERT DATA { <urn:news:a> <urn:news:b> 2 }")[1]
    assert told(first) == [2], f"the news of the killed ingest: {first}"
    again = run("update", kb, "-e", "INSERT DATA { <urn:news:a> <urn:news:b> 3 }")[1]
    assert told(again) == [], f"told twice: {again}"
    assert told(run("ingest", kb, document)[1]) == []
    assert [item["number"] for item in news(kb)] == [1, 2]


def seconds_of_an_ingest(folder, documents):
    kb = watched(folder, "timed")
    start = time.monotonic()
    run("ingest", kb, *documents)
    return time.monotonic() - start


def test_killed_anywhere(folder):
    kb = watched(folder, "anywhere")
    documents = [write_document(folder, number + 1, [city]) for number, city in enumerate(CITIES)]
    seconds = seconds_of_an_ingest(folder, documents)
    for _ in range(ROUNDS):
        ingest = subprocess.Popen([DOSSIER, "ingest", str(kb), *map(str, documents)],
                                  stderr=subprocess.PIPE, text=True)
        time.sleep(random.uniform(0, seconds))
        ingest.send_signal(signal.SIGKILL)
        ingest.communicate()
    run("ingest", kb, *documents)
    assert told(run("update", kb, "-e", "INSERT DATA { <urn:news:a> <urn:news:b> 4 }")[1]) == []
    items = news(kb)
    assert [item["number"] for item in items] == list(range(1, len(items) + 1)), "numbers with gaps"
    places = sorted(item["row"]["place"]["iri"] for item in items)
    answers = sorted(run("query", kb, "--format", "csv", "-e", QUERY)[0].split()[1:])
    assert len(answers) == len(CITIES), f"{len(answers)} of {len(CITIES)} places are known"
    assert places == answers, f"news: {places}, answers: {answers}"
    print(f"{ROUNDS} kills: {len(items)} rows of news, {len(answers)} answers")


def main():
    random.seed(SEED)
    print(f"seed {SEED}")
    folder = pathlib.Path(tempfile.mkdtemp())
    test_killed_before_the_report(folder)
    test_killed_anywhere(folder)


main()
