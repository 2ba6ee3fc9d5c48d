# SPDX-License-Identifier: Apache-2.0
"""Ingests a large folder of planted facts and prints what came of it: facts found again, speed, peak memory.

Usage: scale_eval.py BUILD [DOCUMENTS [JOBS [REPEAT]]] [--misses N]

Needs a release build; writes into a temporary folder. --misses shows examples of each relation missed and of
facts nobody planted.
"""

import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

import planted
import score


def ingest(dossier, kb, folder, jobs):
    """Sentences, seconds, processor seconds and peak MB of one run."""
    command = [dossier, "ingest", str(kb), str(folder)] + (["--jobs", str(jobs)] if jobs else [])
    begun = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - begun
    if done.returncode != 0:
        sys.exit(done.stderr[-2000:])
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = re.search(r"added.*: ([\d,]+) sentences?, ([\d,]+) facts?", done.stderr)
    sentences, facts = (int(text.replace(",", "")) for text in total.groups())
    return sentences, facts, seconds, use.ru_utime + use.ru_stime, use.ru_maxrss // 1024


def show_misses(result, count):
    shown = {}
    for title, facts in (("missed", result.missed), ("not planted", result.wrong)):
        for fact in facts:
            key = (title, fact.relation, fact.kind)
            shown[key] = shown.get(key, 0) + 1
            if shown[key] <= count:
                print(f"{title}: {fact}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("build")
    arguments.add_argument("documents", nargs="?", type=int, default=10000)
    arguments.add_argument("jobs", nargs="?", type=int, default=0)
    arguments.add_argument("repeat", nargs="?", type=int, default=1)
    arguments.add_argument("--misses", type=int, default=0)
    given = arguments.parse_args()
    dossier = str(pathlib.Path(given.build).resolve() / "dossier")
    with tempfile.TemporaryDirectory() as scratch:
        folder, kb = pathlib.Path(scratch) / "documents", pathlib.Path(scratch) / "kb"
        planted.write_folder(folder, given.documents, 1, given.repeat)
        size = sum(path.stat().st_size for path in folder.iterdir())
        sentences, facts, seconds, cpu, peak = ingest(dossier, kb, folder, given.jobs)
        result = score.Score(score.read_key(folder.with_suffix(".key")), score.read_facts(dossier, kb))
        show_misses(result, given.misses)
        print(result.table())
        print(f"{given.documents} documents, {size / 1e6:.1f} MB, {sentences} sentences, {facts} facts: "
              f"{seconds:.1f} s, {sentences / seconds:.0f} sentences/s "
              f"({sentences / cpu:.0f} a processor second), peak {peak} MB")


main()
