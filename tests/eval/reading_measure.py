# SPDX-License-Identifier: Apache-2.0
"""What the measures of reading share: documents go into a scratch base, queries ask what is stored there."""

import contextlib
import csv
import pathlib
import subprocess
import sys
import tempfile


def run(*command):
    """What a command prints; ends this program when the command fails."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    return done.stdout


class Base:
    """A knowledge base of texts. `texts` gives each document's name and text."""

    def __init__(self, dossier, folder, texts):
        self.dossier = dossier
        self.path = folder / "base"
        documents = folder / "documents"
        documents.mkdir()
        for name, text in texts.items():
            (documents / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        run(dossier, "ingest", self.path, documents, "--quiet")

    def rows(self, query):
        """The rows of a SELECT whose variables are plain values."""
        out = run(self.dossier, "query", self.path, "--format", "csv", "-e", query)
        return list(csv.reader(out.splitlines()))[1:]


@contextlib.contextmanager
def base_of(dossier, texts):
    with tempfile.TemporaryDirectory(prefix="dossier-eval-") as folder:
        yield Base(pathlib.Path(dossier).resolve(), pathlib.Path(folder), texts)


def score(data, program, table):
    """What the scorer beside the data prints about rows of text."""
    scorer = pathlib.Path(data).resolve().parent / program
    if not scorer.exists():
        sys.exit(f"error: {scorer} is missing: the data come with their scorer")
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines("\t".join(str(cell) for cell in row) + "\n" for row in table)
        file.flush()
        return run(sys.executable, scorer, "score", data, file.name)
