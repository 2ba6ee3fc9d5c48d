# SPDX-License-Identifier: Apache-2.0
"""The C++ and C code of docs/guide.md and README.md compiles against the installed headers' folders.

Every ```cpp block becomes a function that is given a knowledge base `kb`; its #include lines go to the
top. A block with a function main is a program of its own, and so is every ```c block.

Usage: guide_test.py ROOT CXX INCLUDE_FOLDER...
"""

import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(cpp|c)\n(.*?)^```", re.M | re.S)
HEADERS = ["<chrono>", "<iostream>", "<optional>", "<string>", "<dossier/dossier.h>"]
# What README.md's first example leaves to the reader.
ASSUMED = "[[maybe_unused]] static dossier::Term place;\ntemplate <typename T> void use(const T&) {}\n"


def unit_of(blocks, page):
    """One C++ file with a function a block; errors name the page and its line."""
    includes = [f"#include {name}" for name in HEADERS]
    functions = []
    for line, text in blocks:
        body = []
        for row in text.splitlines():
            hoisted = row.startswith("#include")
            (includes if hoisted else body).append(row)
            if hoisted:
                body.append("")
        functions.append(f"void snippet_{line}([[maybe_unused]] dossier::KnowledgeBase& kb) {{ {{\n"
                         f"#line {line} \"{page.name}\"\n" + "\n".join(body) + "\n}}\n")
    return "\n".join(dict.fromkeys(includes)) + "\n" + ASSUMED + "\n".join(functions)


def complaints(compiler, text, folders, language):
    """What the compiler says of a text in C or C++; empty when it compiles."""
    standard = {"c": "c99", "cpp": "c++20"}[language]
    with tempfile.NamedTemporaryFile("w", suffix=f".{language}") as source:
        source.write(text)
        source.flush()
        done = subprocess.run([compiler, "-x", {"c": "c", "cpp": "c++"}[language], "-fsyntax-only", f"-std={standard}", "-Wall", "-Wextra", "-Werror",
                               *(f"-I{folder}" for folder in folders), source.name],
                              capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def check(page, compiler, folders):
    """How many blocks there are, and the compilers' complaints."""
    text = page.read_text()
    found = [(match[1], text.count("\n", 0, match.start(2)) + 1, match[2])
             for match in BLOCK.finditer(text)]
    programs = [block for language, _, block in found if language == "cpp" and "int main" in block]
    parts = [(line, block) for language, line, block in found
             if language == "cpp" and "int main" not in block]
    texts = [("cpp", block) for block in programs]
    texts += [("c", block) for language, _, block in found if language == "c"]
    if parts:
        texts.append(("cpp", unit_of(parts, page)))
    problems = [complaints(compiler, text, folders, language) for language, text in texts]
    return len(found), [problem for problem in problems if problem]


def main():
    root, compiler, *folders = sys.argv[1:]
    failed = 0
    for name in ("README.md", "docs/guide.md"):
        count, problems = check(pathlib.Path(root) / name, compiler, folders)
        print(f"{name}: {count} blocks of code, {len(problems)} problems", *problems, sep="\n")
        failed += len(problems) + (count == 0)
    return 1 if failed else 0


sys.exit(main())
