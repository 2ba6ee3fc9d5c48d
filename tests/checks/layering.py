"""A folder includes only what stands below it; RocksDB and PEGTL stay where they belong.

Usage: layering.py ROOT [BUILD]
"""

import pathlib
import re
import sys

from sources import FLOORS, report, tracked

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Third-party headers and the one folder that may name them.
OWNED = {"rocksdb/": "storage", "tao/pegtl": "parser", "histedit.h": "repl", "CLI/": "repl"}
PUBLIC = ["engine/dossier.h", "extract/ingest.h", "extract/evidence.h", "extract/entities.h",
          "extract/conflicts.h"]
PUBLIC_MAY = re.compile(r"^[a-z_]+(\.h)?$")  # standard headers only


def problems_of(path, root):
    relative = path.relative_to(root).as_posix()
    folder = relative.split("/")[0]
    if folder not in FLOORS:
        return
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        bracket, header = match.groups()
        where = f"{relative}:{number}"
        target = header.split("/")[0]
        if bracket == '"' and target not in FLOORS:
            yield f"{where}: '{header}' is not rooted at the repository"
        if bracket == '"' and target in FLOORS and FLOORS.index(target) > FLOORS.index(folder):
            yield f"{where}: {folder} includes upward: '{header}'"
        for prefix, owner in OWNED.items():
            if bracket == "<" and header.startswith(prefix) and folder != owner:
                yield f"{where}: <{header}> belongs in {owner}/ only"
        if relative in PUBLIC and bracket == "<" and not PUBLIC_MAY.match(header):
            yield f"{where}: <{header}> in a public header"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    problems = [p for path in tracked(root, ".h", ".cc") for p in problems_of(path, root)]
    return report(problems, "layering")


sys.exit(main())
