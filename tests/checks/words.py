# SPDX-License-Identifier: Apache-2.0
"""Plain English: words that only the authors understand, or that a manual would not use.

Counts each word in READMEs, docs, sources and messages, a count per folder. words.txt lists the
counts that are left; it may only shrink (baseline.py).

Usage: words.py ROOT [BUILD] [--update] [--where WORD]
"""

import collections
import pathlib
import re
import sys

import baseline
from sources import report, tracked

HERE = pathlib.Path(__file__).resolve().parent
ENDINGS = (".md", ".h", ".cc", ".py", ".sh", ".cmake", "CMakeLists.txt")

# The word, and what to write instead.
WORDS = {
    "anew": "again",
    "at hand": "available",
    "carry_out": "apply",
    "deed": "action",
    "else one": "default: one",
    "furniture": "boilerplate",
    "hungry": "memory limit",
    "in no time": "quickly",
    "made when missing": "created if it does not exist",
    "mend": "repair or correct",
    "mended": "repaired or corrected",
    "nasty": "adversarial",
    "of its own accord": "automatically",
    "put right": "corrected",
    "settle": "resolve or decide",
    "settled": "resolved or decided",
    "taken back": "undone",
    "told by": "stated in",
    "told of": "described",
}
PATTERNS = {word: re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in WORDS}


def places(root):
    """Every listed word with its file and line; this check and its list are left out."""
    for path in tracked(root, *ENDINGS):
        if path == HERE / "words.py":
            continue
        relative = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for word, pattern in PATTERNS.items():
                for _ in pattern.findall(line):
                    yield word, relative, number, line.strip()


def folder_of(relative):
    return relative.split("/")[0] if "/" in relative else "."


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    found = list(places(root))
    if "--where" in sys.argv:
        wanted = sys.argv[sys.argv.index("--where") + 1]
        for word, relative, number, line in found:
            if word == wanted:
                print(f"{relative}:{number}: {line}")
        return 0
    counts = collections.Counter(f"{folder_of(relative)}: {word}" for word, relative, *_ in found)

    def problem(key, number, allowed):
        word = key.split(": ", 1)[1]
        return (f"{key}: {number} times, at most {allowed}; write: {WORDS[word]} "
                f"(--where '{word}' shows the places)")

    return report(baseline.judge(HERE / "words.txt", counts, problem, "--update" in sys.argv),
                  "words")


sys.exit(main())
