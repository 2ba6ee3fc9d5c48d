# SPDX-License-Identifier: Apache-2.0
"""One idea a file and a function: limits of their lengths.

No file over 500 lines, no line over 100 columns. Files over 250 lines and functions over 60 are
exceptions: long_files.txt and long_functions.txt list them and may only shrink (baseline.py).
The check looks for READMEs of the main folders, too.

Usage: sizes.py ROOT [BUILD] [--update]
"""

import pathlib
import re
import sys

import baseline
from sources import FLOORS, report, tracked

MOST_LINES = 500
LONG_FILE = 250
LONG_FUNCTION = 60
STEP = 50  # lengths in long_files.txt are rounded up, so that not every change touches the list
MOST_COLUMNS = 100

HERE = pathlib.Path(__file__).resolve().parent
SCOPE = re.compile(r"\s*(namespace|class|struct|enum|union|extern \"C\"|public|private|protected)\b")
NAME = re.compile(r"([\w:~]+|operator\S+)\(")


def functions(lines):
    """Name and length of each function, from the layout that clang-format gives: the signature
    begins and the closing brace stands at the same indentation."""
    start = number = 0
    while number < len(lines):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith(("//", "#", "}", "/*", "*", "public:")):
            start = number + 1
        elif line.endswith(("{", "{ ")) or line.endswith("{}"):
            head = " ".join(lines[start:number + 1])
            if SCOPE.match(lines[start]) and "(" not in head:
                start = number + 1
            elif not line.endswith("}"):
                indent = re.match(r" *", lines[start])[0]
                end = number + 1
                while end < len(lines) and not lines[end].startswith(indent + "}"):
                    end += 1
                found = NAME.search(head)
                if found and not re.search(r"=\s*\{+$", head):
                    yield found[1], end - start + 1
                number, start = end, end + 1
            else:
                start = number + 1
        elif line.endswith((";", ":", "}")):
            start = number + 1
        number += 1


def problems_of(relative, lines):
    if len(lines) > MOST_LINES:
        yield f"{relative}: {len(lines)} lines, at most {MOST_LINES}"
    if relative.endswith((".h", ".cc")):
        for number, line in enumerate(lines, 1):
            if len(line) > MOST_COLUMNS:
                yield f"{relative}:{number}: {len(line)} columns, at most {MOST_COLUMNS}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    problems, long_files, long_functions = [], {}, {}
    for path in tracked(root, ".h", ".cc", ".py", ".sh", ".cmake"):
        relative = path.relative_to(root).as_posix()
        lines = path.read_text().splitlines()
        problems += problems_of(relative, lines)
        if len(lines) > LONG_FILE:
            long_files[relative] = -(-len(lines) // STEP) * STEP
        if path.suffix == ".cc" or path.suffix == ".h":
            for name, length in functions(lines):
                if length > LONG_FUNCTION:
                    key = f"{relative} {name}"
                    long_functions[key] = max(length, long_functions.get(key, 0))
    for listed, found, most in (("long_files.txt", long_files, LONG_FILE),
                                ("long_functions.txt", long_functions, LONG_FUNCTION)):
        problems += baseline.judge(
            HERE / listed, found, lambda key, number, allowed, most=most:
            f"{key}: {number} lines, at most {allowed or most}", "--update" in sys.argv)
    for folder in FLOORS + ["tests", "examples"]:
        if not (root / folder / "README.md").exists():
            problems.append(f"{folder}: no README.md")
    return report(problems, "sizes")


sys.exit(main())
