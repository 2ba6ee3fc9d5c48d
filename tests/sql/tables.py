# SPDX-License-Identifier: Apache-2.0
"""Exported tables in DuckDB, and queries asked over them: what the tests of this folder share."""

import collections
import json
import pathlib
import re
import subprocess
import sys

SKIPPED = 77
TIMEOUT = 120
BLANK = re.compile(r"_:[A-Za-z0-9._-]+")
NUMBER = re.compile(r'"([^"]*)"\^\^<http://www\.w3\.org/2001/XMLSchema#(integer|decimal|float|double)>')
TAG = re.compile(r'(?<=")@[A-Za-z][A-Za-z0-9-]*')


class Refused(Exception):
    """There is no SQL for the query; the reason is the program's."""


def duckdb_or_skip():
    try:
        import duckdb
    except ImportError:
        print("skipped: duckdb (PyPI) is not installed")
        sys.exit(SKIPPED)
    return duckdb


class Program:
    """The program under test."""

    def __init__(self, path):
        self.path = str(path)

    def run(self, *arguments, given=None):
        return subprocess.run([self.path, *map(str, arguments)], capture_output=True, text=True,
                              input=given, timeout=TIMEOUT, check=False)

    def must(self, *arguments, given=None):
        done = self.run(*arguments, given=given)
        if done.returncode != 0:
            raise RuntimeError(f"{arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def sql(self, query, dialect="duckdb", graph="union", base=None):
        extra = ["--base", base] if base else []
        done = self.run("sql", "--dialect", dialect, "--format", "json", "--default-graph", graph,
                        *extra, "-f", "-", given=query)
        if done.returncode != 0:
            message = done.stderr.strip().removeprefix("error: ")
            if "not possible in SQL" in message:
                raise Refused(re.sub(r".*not possible in SQL: ", "", message.splitlines()[0]))
            raise RuntimeError(message)
        return json.loads(done.stdout)


class Tables:
    """The quads of a document, loaded, exported, and read by DuckDB as the export says."""

    def __init__(self, duckdb, program, folder, quads):
        folder = pathlib.Path(folder)
        base = folder / "kb"
        (folder / "data.nq").write_text(quads)
        program.must("load", base, folder / "data.nq", "--format", "nq")
        self.knowledge_base = base
        program.must("export", base, "--format", "tables", "-o", folder / "tables", "--quiet")
        self.connection = duckdb.connect(config={"threads": 1})
        script = (folder / "tables" / "duckdb.sql").read_text()
        self.connection.execute(script.replace("read_csv('", f"read_csv('{folder}/tables/"))

    def ask(self, translated):
        """Rows as sorted (name, term) pairs, in their order; of ASK the answer."""
        if translated["form"] == "ask":
            return self.connection.execute(translated["text"]).fetchone()[0]
        found = self.connection.execute(translated["text"])
        names = translated["names"] or [column[0] for column in found.description]
        if translated["form"] == "select" and not translated["names"]:
            return [() for _ in found.fetchall()]
        return [tuple((name, cell) for name, cell in sorted(zip(names, row)) if cell is not None)
                for row in found.fetchall()]


def comparable(term):
    """Blank nodes as one, numbers by value and type, tags without regard to case."""
    def by_value(match):
        try:
            value = f"{float(match[1]) + 0.0:.13g}"
        except ValueError:
            return match[0]
        return f"{value} ({match[2]})"

    return BLANK.sub("_:", NUMBER.sub(by_value, TAG.sub(lambda m: m[0].lower(), term)))


def multiset(rows):
    return collections.Counter(tuple((name, comparable(term)) for name, term in row) for row in rows)


def term_of(cell):
    """A term of SPARQL's JSON in N-Triples."""
    kind, value = cell["type"], cell.get("value")
    if kind == "uri":
        return f"<{value}>"
    if kind == "bnode":
        return f"_:{value}"
    if kind == "triple":
        parts = (term_of(value[part]) for part in ("subject", "predicate", "object"))
        return "<<( " + " ".join(parts) + " )>>"
    escapes = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))
    for character, escape in escapes:
        value = value.replace(character, escape)
    language = cell.get("xml:lang") or cell.get("lang")
    direction = cell.get("its:dir") or cell.get("direction")
    if language:
        return f'"{value}"@{language}' + (f"--{direction}" if direction else "")
    datatype = cell.get("datatype", "http://www.w3.org/2001/XMLSchema#string")
    plain = datatype == "http://www.w3.org/2001/XMLSchema#string"
    return f'"{value}"' if plain else f'"{value}"^^<{datatype}>'


def rows_of_json(text):
    """Rows of SPARQL's JSON as Tables.ask() gives them; of ASK the answer."""
    document = json.loads(text)
    if "boolean" in document:
        return document["boolean"]
    return [tuple((name, term_of(cell)) for name, cell in sorted(row.items()))
            for row in document["results"]["bindings"]]


def difference(ours, theirs):
    """What one has more than the other, for a person."""
    def shown(title, rows):
        return [f"  {title}:"] + [f"    {count} x {' '.join('='.join(pair) for pair in row)}"
                                  for row, count in sorted(rows.items())][:12]

    return "\n".join(shown("only here", ours - theirs) + shown("only in SQL", theirs - ours))
