# SPDX-License-Identifier: Apache-2.0
"""One idea a file: no source file over 500 lines, none of a README's folders without a README.

Usage: sizes.py ROOT [BUILD]
"""

import pathlib
import sys

from sources import FLOORS, report, tracked

MOST_LINES = 500
MOST_COLUMNS = 100


def problems_of(path, root):
    relative = path.relative_to(root).as_posix()
    lines = path.read_text().splitlines()
    if len(lines) > MOST_LINES:
        yield f"{relative}: {len(lines)} lines, at most {MOST_LINES}"
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_COLUMNS and path.suffix in (".h", ".cc"):
            yield f"{relative}:{number}: {len(line)} columns, at most {MOST_COLUMNS}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    sources = tracked(root, ".h", ".cc", ".py", ".sh", ".cmake")
    problems = [p for path in sources for p in problems_of(path, root)]
    for folder in FLOORS + ["tests", "examples"]:
        if not (root / folder / "README.md").exists():
            problems.append(f"{folder}: no README.md")
    return report(problems, "sizes")


sys.exit(main())
