# SPDX-License-Identifier: Apache-2.0
"""Words are data: no long list of words in the sources of extract/, and tables that can be trusted.

- A table literal of extract/ (a list in braces, a chain of comparisons, a text that is only words) has at most
  20 words; more belong in extract/lexicon/data.
- A table of extract/lexicon/data is sorted by bytes and has no word twice, no cell too many and no trailing
  blanks. Its head explains every flag, and every flag it explains is used.

Usage: word_tables.py ROOT [BUILD]
"""

import pathlib
import re
import sys

from sources import report, tracked

MOST_WORDS = 20
# Not words of the language, with the reason.
ALLOWED = {"extract/pipeline.cc": "names and descriptions of passes",
           "extract/document.cc": "names of sieves and constructions",
           "extract/tags.cc": "names of labels"}
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])+\''
    r"|[A-Za-z_]\w*|\d[\w.']*|::|==|\|\||\s+|.", re.DOTALL)
# What may stand between the words of one list.
BETWEEN = {",", "{", "}", "::", "==", "||", "."}
ONLY_WORDS = re.compile(r"[\w\s.|;,&/'’-]+")
SEPARATORS = re.compile(r"[\s|;,]+")


def words_of(literal):
    """The words of a string literal that is only words: no message, no query."""
    if not ONLY_WORDS.fullmatch(literal):
        return 0
    return sum(any(c.isalpha() for c in word) for word in SEPARATORS.split(literal))


def lists(text):
    """The line and the number of words of each run of literals."""
    line, start, words = 1, 0, 0
    for match in TOKEN.finditer(text):
        token = match.group()
        blank = token.isspace() or token.startswith(("//", "/*"))
        if token.startswith('"'):
            start = start if words else line
            words += words_of(token[1:-1])
        elif not (blank or token in BETWEEN or token[0].isalnum() or token[0] == "_"):
            if words:
                yield start, words
            words = 0
        line += token.count("\n")


def literal_problems(root):
    for path in tracked(root, ".cc", ".h"):
        relative = path.relative_to(root).as_posix()
        if not relative.startswith("extract/") or relative in ALLOWED:
            continue
        for line, words in lists(path.read_text()):
            if words > MOST_WORDS:
                yield (f"{relative}:{line}: a list of {words} words, at most {MOST_WORDS}; "
                       "write a table in extract/lexicon/data")


def table_problems(name, text):
    lines = text.splitlines()
    head = [line[2:] for line in lines if line.startswith("# ")]
    rows = [line.split("\t") for line in lines if not line.startswith("# ")]
    if not head or not rows:
        yield f"{name}: no head or no rows"
        return
    columns = head[-1].split("\t")
    for number, line in enumerate(lines, 1):
        if line != line.rstrip() or not line:
            yield f"{name}:{number}: an empty line, or blanks at the end"
    for row in rows:
        if len(row) > len(columns):
            yield f"{name}: {row[0]}: more cells than columns"
    words = [row[0] for row in rows]
    for before, after in zip(words, words[1:]):
        if before.encode() >= after.encode():
            yield f"{name}: '{after}' is not behind '{before}' in the order of bytes, or stands twice"
    if "flags" in columns:
        column = columns.index("flags")
        used = {flag for row in rows if len(row) > column for flag in row[column].split()}
        explained = {flag for line in head[:-1] if "  " in line and not line.startswith(" ")
                     for flag in line.split("  ")[0].split(", ")}
        for flag in sorted(used - explained):
            yield f"{name}: the head does not explain the flag '{flag}'"
        for flag in sorted(explained - used - set(columns)):
            yield f"{name}: no row has the flag '{flag}', which the head explains"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    problems = list(literal_problems(root))
    tables = [path for path in tracked(root, ".tsv")
              if path.parent == root / "extract/lexicon/data"]
    for path in tables:
        problems += table_problems(path.name, path.read_text())
    if not tables:
        problems.append("extract/lexicon/data has no tables")
    return report(problems, "word tables")


sys.exit(main())
