# SPDX-License-Identifier: Apache-2.0
"""Ingests every document that appears or changes in a folder, until Ctrl-C.

Usage: watch_folder.py DB FOLDER
"""

import pathlib
import sys
import time

import dossier

READ = {".txt", ".md", ".html", ".htm"}


def changed(folder, seen):
    """The documents that are new or have another time than in `seen`, which is updated."""
    for path in sorted(folder.iterdir()):
        if path.suffix in READ and seen.get(path) != path.stat().st_mtime_ns:
            seen[path] = path.stat().st_mtime_ns
            yield path


def report(outcome):
    if outcome.error:
        print(outcome.error, file=sys.stderr)
    else:
        print(f"{outcome.path}: {outcome.report.outcome}, {outcome.report.facts} facts", flush=True)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    seen = {}
    with dossier.KnowledgeBase(sys.argv[1]) as kb:
        try:
            while True:
                kb.ingest_all(changed(pathlib.Path(sys.argv[2]), seen), done=report)
                time.sleep(1)
        except KeyboardInterrupt:
            print(f"{len(kb.documents())} documents")


main()
