# SPDX-License-Identifier: Apache-2.0
"""Exports, read back with the Python library, and by the rules of what they are for.

Usage: export_test.py PROGRAM
"""

import csv
import io
import re
import sys
import xml.etree.ElementTree as xml

from desk import Desk, check, run_tests

FACTS = "?f rdf:reifies ?t ; k:evidence ?s"
VISIT = "urn:dossier:relation:visit"


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def table(desk, *options):
    return rows_of(desk.run("export", desk.kb, "--format", "csv", *options).stdout)


def csv_has_every_fact_with_its_citation(desk):
    rows = table(desk)
    check(len(rows) == desk.count(FACTS), f"{len(rows)} rows, {desk.count(FACTS)} facts")
    for row in rows:
        check(row["document"] and row["sentence"] and row["text"], f"no citation: {row}")
        check(row["sentence"].startswith(row["document"] + "#"), f"another document: {row}")
        check(0 < float(row["confidence"]) <= 1, f"no confidence: {row}")
    visits = {(row["subject_name"], row["object_name"], row["status"]) for row in rows
              if row["relation"] == VISIT}
    check(("Anna Keller", "Kampala", "asserted") in visits, str(visits))
    check(("Anna Keller", "Oslo", "denied") in visits, str(visits))
    check(("Jonas Falk", "Nairobi", "planned") in visits, str(visits))
    kampala = [row for row in rows if row["object_name"] == "Kampala" and row["relation"] == VISIT]
    check(kampala[0]["from"] == "2024-05-02", str(kampala))


def options_choose_facts(desk):
    everything = table(desk)
    named = table(desk, "--named-only")
    check(0 < len(named) < len(everything), f"{len(named)} of {len(everything)}")
    concepts = {row["object"] for row in named if desk.ask(f"ASK {{ <{row['object']}> a k:Concept }}")}
    check(not concepts, f"not named: {concepts}")
    middle = sorted(float(row["confidence"]) for row in everything)[len(everything) // 2]
    sure = table(desk, "--min-confidence", middle)
    check(len(sure) == sum(float(row["confidence"]) >= middle for row in everything), str(len(sure)))
    names = table(desk, "--names", "--named-only")
    check(all(not row["subject"].startswith("urn:") for row in names), str(names))
    check("visited" in {row["relation"] for row in names} or
          "visit" in {row["relation"] for row in names}, str(names))


def same_store_same_bytes(desk):
    for name in ("csv", "graphml", "gexf", "jsonld"):
        one = desk.run("export", desk.kb, "--format", name).stdout
        check(one and one == desk.run("export", desk.kb, "--format", name).stdout, name)


def graph_files_are_well_formed(desk):
    """The trees of the two graph formats hold the same nodes and edges as the table has facts."""
    facts = len(table(desk))
    for name in ("graphml", "gexf"):
        path = desk.folder / f"out.{name}"
        desk.run("export", desk.kb, "--format", name, "-o", path)
        tree = xml.parse(path)
        local = [element.tag.split("}")[1] for element in tree.iter()]
        nodes = {element.get("id") for element in tree.iter() if element.tag.endswith("}node")}
        edges = [element for element in tree.iter() if element.tag.endswith("}edge")]
        check(local.count("node") == len(nodes), f"{name}: a node twice")
        check(len(edges) == facts, f"{name}: {len(edges)} edges")
        for edge in edges:
            check({edge.get("source"), edge.get("target")} <= nodes, f"{name}: no node of {edge.attrib}")
        check(not list(desk.folder.glob(".out*")), "a file aside is left")


def neo4j_tables_keep_to_the_rules_of_its_import(desk):
    folder = desk.folder / "neo4j"
    desk.run("export", desk.kb, "--format", "neo4j", "-o", folder)
    things = rows_of((folder / "things.csv").read_text())
    facts = rows_of((folder / "facts.csv").read_text())
    documents = rows_of((folder / "documents.csv").read_text())
    field = re.compile(r"^(\w*)(:(ID|START_ID|END_ID)(\(\w+\))|:LABEL|:TYPE|:(string|long|double|boolean)(\[\])?)?$")
    for rows in (things, facts, documents):
        for name in rows[0]:
            check(field.match(name), f"no header of the import: {name}")
        check(all(None not in row and None not in row.values() for row in rows), "ragged rows")
    ids = [row["id:ID(Thing)"] for row in things]
    check(len(set(ids)) == len(ids) > 0, "ids are not unique")
    check(all(row[":LABEL"].split(";")[0] == "Thing" for row in things), "no label")
    ends = {row[":START_ID(Thing)"] for row in facts} | {row[":END_ID(Thing)"] for row in facts}
    check(ends <= set(ids), f"unknown ends: {ends - set(ids)}")
    known = {row["id:ID(Document)"] for row in documents}
    for row in facts:
        check(row[":TYPE"], f"no type: {row}")
        check(row["document"] in known, f"no document: {row}")
        check(row["asserted:boolean"] in ("true", "false"), str(row))
        check(0 < float(row["confidence:double"]) <= 1, str(row))
    check(all(re.fullmatch("[0-9a-f]{64}", row["sha256"]) for row in documents), str(documents))
    check("neo4j-admin database import full" in (folder / "README.txt").read_text(), "no command")


def links_of_the_vault_lead_somewhere(desk):
    folder = desk.folder / "vault"
    desk.run("export", desk.kb, "--format", "obsidian", "-o", folder)
    notes = {path.relative_to(folder).with_suffix("").as_posix(): path.read_text()
             for path in folder.rglob("*.md")}
    check("Things/Anna Keller" in notes, str(sorted(notes)))
    blocks = {(name, block) for name, text in notes.items() for block in re.findall(r" \^([\w-]+)$", text, re.M)}
    links = [(name, link) for name, text in notes.items() for link in re.findall(r"\[\[([^\]|]+)\|[^\]]+\]\]", text)]
    check(len(links) > 10, str(links))
    for name, link in links:
        note, _, block = link.partition("#^")
        check(note in notes, f"{name}: no note {note}")
        check(not block or (note, block) in blocks, f"{name}: no block {link}")
    keller = notes["Things/Anna Keller"]
    check("## Not asserted" in keller and "(denied)" in keller, keller)
    for line in keller.splitlines():
        if line.startswith("- "):
            check("[[Documents/" in line, f"no citation: {line}")


def what_is_there_stays(desk):
    folder = desk.folder / "taken"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    done = desk.run("export", desk.kb, "--format", "neo4j", "-o", folder, status=2)
    check("is there already" in done.stderr, done.stderr)
    check([path.name for path in folder.iterdir()] == ["mine.txt"], "the folder was changed")
    desk.run("export", desk.kb, "--format", "csv", "-o", folder, status=2)
    done = desk.run("export", desk.kb, "--format", "csv", "-o", desk.folder / "no" / "out.csv", status=1)
    check("No such file" in done.stderr, done.stderr)
    for words, hint in ((("--format", "grahpml"), "did you mean"), ((), "say which format"),
                        (("--format", "obsidian"), "-o FOLDER"),
                        (("--format", "jsonld", "--names"), "leave --names away"),
                        (("--format", "csv", "--min-confidence", "2"), "from 0 to 1")):
        done = desk.run("export", desk.kb, *words, status=2)
        check(hint in done.stderr, done.stderr)


def main():
    tests = [csv_has_every_fact_with_its_citation, options_choose_facts, same_store_same_bytes,
             graph_files_are_well_formed, neo4j_tables_keep_to_the_rules_of_its_import,
             links_of_the_vault_lead_somewhere, what_is_there_stays]
    return run_tests(tests, Desk(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
