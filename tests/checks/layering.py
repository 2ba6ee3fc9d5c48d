# SPDX-License-Identifier: Apache-2.0
"""A folder includes only what stands below it; RocksDB and PEGTL stay where they belong.

Usage: layering.py ROOT [BUILD]

The floors of the project are folders (sources.FLOORS). Inside a floor that is listed in INNER, the folders
have an order too: a folder includes only folders left of it. "" is the floor's own files, without those of
PLACED: "entry" is what the floor's users call.
"""

import pathlib
import re
import sys

from sources import FLOORS, report, tracked

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Third-party headers and the one folder that may name them.
OWNED = {"rocksdb/": "storage", "tao/pegtl": "parser", "histedit.h": "repl", "CLI/": "repl",
         "pybind11/": "bindings", "boost/beast": "desk", "boost/asio": "desk"}
PUBLIC_MAY = re.compile(r"^[a-z_]+(\.h)?$")  # standard headers only
INNER = {
    "parser": ["include", "grammar", "xml", "rdf", "results", "sparql"],
    "storage": ["include", "", "block", "text", "disk", "terms", "delta", "state", "scan", "fold",
                "transaction", "check", "load", "entry"],
    "engine": ["include", "", "net", "algebra", "runtime", "functions", "plan", "exec", "query",
               "update", "results", "saved", "standing", "sql", "entry"],
    "extract": ["include", "text", "", "models", "encoder", "lexicon", "graph", "pdf", "conllu",
                "reader", "segment", "analyze", "names", "relate", "clause", "resolve", "rules", "calibrate",
                "listings", "corrections",
                "tables", "link",
                "record", "conflict", "openie", "pipeline", "export", "train", "entry"],
    "desk": ["include", "", "views", "ask", "review", "write", "export", "mcp", "report", "server"],
}
# Files of a floor's own folder that stand higher than the others.
PLACED = {
    "storage": {"entry": ["store", "restore"]},
    "engine": {"entry": ["knowledge_base", "prepared_query", "transaction"]},
    "extract": {"pipeline": ["pipeline"],
                "entry": ["annotate", "conflicts", "document_files", "document_identity", "document_names", "entities", "entity_card",
                          "evidence", "extract_text", "fact_corrections", "ingest", "ingest_all", "ingest_batches",
                          "ingest_steps", "load_table", "ordered_work"]},
}


def room(name):
    """The floor and the inner folder of a file, given from the root."""
    parts = name.split("/")
    if len(parts) > 2:
        return parts[0], parts[1]
    stem = parts[1].rsplit(".", 1)[0] if len(parts) == 2 else ""
    for place, stems in PLACED.get(parts[0], {}).items():
        if stem in stems:
            return parts[0], place
    return parts[0], ""


def public_headers(root):
    """dossier/x.h -> where it lies."""
    found = {}
    for floor in FLOORS:
        for path in (root / floor).glob("**/include/dossier/*.h"):
            found["dossier/" + path.name] = path.relative_to(root).as_posix()
    return found


def upward(source, target):
    """Why `source` may not include `target`; none when it may."""
    (floor, inner), (other, other_inner) = room(source), room(target)
    if FLOORS.index(other) > FLOORS.index(floor):
        return f"{floor} includes upward"
    order = INNER.get(floor)
    if floor != other or order is None or inner == other_inner:
        return None
    for folder in (inner, other_inner):
        if folder not in order:
            return f"{floor}/{folder} has no place in layering.py's INNER"
    if order.index(other_inner) > order.index(inner):
        return f"{floor}/{inner or '*'} includes upward"
    return None


def problems_of(relative, text, public):
    floor = relative.split("/")[0]
    is_public = "/include/dossier/" in relative
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        bracket, header = match.groups()
        where = f"{relative}:{number}"
        if bracket == '"':
            target = public.get(header, header)
            if target.split("/")[0] not in FLOORS:
                yield f"{where}: '{header}' is not rooted at the repository"
                continue
            if is_public and header not in public:
                yield f"{where}: '{header}' is not installed, but a public header includes it"
            problem = upward(relative, target)
            if problem:
                yield f"{where}: {problem}: '{header}'"
            continue
        for prefix, owner in OWNED.items():
            if header.startswith(prefix) and floor != owner:
                yield f"{where}: <{header}> belongs in {owner}/ only"
        if is_public and not PUBLIC_MAY.match(header):
            yield f"{where}: <{header}> in a public header"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    public = public_headers(root)
    problems = []
    for path in tracked(root, ".h", ".cc"):
        relative = path.relative_to(root).as_posix()
        if relative.split("/")[0] in FLOORS:
            problems += problems_of(relative, path.read_text(), public)
    return report(problems, "layering")


sys.exit(main())
