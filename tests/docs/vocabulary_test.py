# SPDX-License-Identifier: Apache-2.0
"""docs/vocabulary.md lists exactly the terms that Dossier writes.

Loads a table, ingests examples/corpus and tests/docs/documents, merges and splits entities, and dumps the knowledge
base. Every IRI of a documented namespace in the dump must be in the first column of a table of
vocabulary.md, or among the datatypes it lists; every term that vocabulary.md names must be in the
dump. The terms of the section "Declarations" are read, not written: single_valued.ttl must have them.

Usage: vocabulary_test.py ROOT BUILD
"""

import pathlib
import re
import subprocess
import sys
import tempfile

NAMESPACES = {
    "urn:dossier:vocabulary:": "k",
    "https://schema.org/": "schema",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/2001/XMLSchema#": "xsd",
    "http://www.w3.org/ns/prov#": "prov",
}
IRI = re.compile(r"<([^<>\s]+)>")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
TERM = re.compile(r"\b(?:k|schema|skos|rdf|rdfs|xsd|prov):[A-Za-z]\w*")
# In N-Quads a string has no datatype, so xsd:string is in the dump without being written out.
IMPLICIT = {"xsd:string"}


def short(iri):
    """k:text for urn:dossier:vocabulary:text; none outside the documented namespaces."""
    for namespace, prefix in NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace):]}"
    return None


def terms_of_dump(text):
    """The documented terms of an N-Quads text; what stands inside literals is no term."""
    return {short(iri) for iri in IRI.findall(LITERAL.sub('""', text))} - {None}


def split_page(text):
    """(terms in first columns and the list of datatypes, terms anywhere, declared terms)."""
    # What searches is asked for, and never written.
    text = re.sub(r"\n## Searching by words\n.*?(?=\n## )", "", text, flags=re.DOTALL)
    body, declarations = text.split("\n## Declarations\n", 1)
    declarations, queries = declarations.split("\n## ", 1)
    listed = set()
    for line in body.splitlines():
        if line.startswith("| `"):
            listed.update(TERM.findall(line.split("|")[1]))
        elif line.startswith("- **Datatypes**"):
            listed.update(TERM.findall(line))
    return listed, set(TERM.findall(body + queries)), set(TERM.findall(declarations))


def dump(program, root):
    """Everything Dossier writes: documents, and a decision of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        base = str(pathlib.Path(folder) / "test.db")

        def run(*arguments):
            return subprocess.run([str(program), *arguments], check=True, text=True,
                                  capture_output=True, cwd=root).stdout

        documents = sorted(str(path) for source in ("examples/corpus", "tests/docs/documents")
                           for path in (root / source).iterdir())
        table = root / "tests/docs/tables/register.csv"
        run("load", base, str(table), "--construct", str(table.with_suffix(".rq")), "--quiet")
        run("ingest", base, *documents, "--quiet")
        run("entity", base, "merge", "e:Kisumu", "e:Mwanza")
        run("entity", base, "split", "e:Amara_Nduka", "--document", "doc:news-lake-deal")
        run("entity", base, "split", "e:Lake_Basin_Commission", "LBC")
        run("entity", base, "rename", "e:Nairobi", "Nairobi City")
        run("fact", base, "reject", "doc:announcement-norwave#f1")
        run("review", base, "decline", run("review", base, "--format", "tsv").splitlines()[1].split("\t")[0].strip('"'))
        return run("dump", base)


def main():
    root, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    page = (root / "docs/vocabulary.md").read_text()
    listed, named, declared = split_page(page)
    written = terms_of_dump(dump(build / "dossier", root)) | IMPLICIT
    problems = [f"{term} is written, but not in a table of docs/vocabulary.md"
                for term in sorted(written - listed)]
    problems += [f"{term} is in docs/vocabulary.md, but no test document makes Dossier write it"
                 for term in sorted((listed | named) - written - declared)]
    declarations = set(TERM.findall((root / "extract/conflict/single_valued.ttl").read_text()))
    problems += [f"{term} is under Declarations, but not in single_valued.ttl"
                 for term in sorted(declared - declarations)]
    for problem in problems:
        print(problem)
    print(f"{len(written)} terms written, {len(listed)} listed, {len(problems)} problems")
    return 1 if problems else 0


sys.exit(main())
