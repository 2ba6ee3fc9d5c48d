# SPDX-License-Identifier: Apache-2.0
"""libdossier.so exports the API and nothing else, and all of it.

The API is what the public headers mark with DOSSIER_API: functions, and classes with their members.

Usage: symbols_test.py ROOT BUILD
"""

import pathlib
import re
import subprocess
import sys

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|^#[^\n]*", re.S | re.M)
CLASS = re.compile(r"\b(?:class|struct)\s+DOSSIER_API\s+(\w+)")
FUNCTION = re.compile(r"DOSSIER_API\s+(?!friend\b)[^;{(]*?\b(\w+)\s*\(")
# What the compiler makes for a class, and functions found by their arguments.
ABOUT_CLASS = re.compile(r"^(?:typeinfo for|typeinfo name for|vtable for|guard variable for) ")
OPERATOR = re.compile(r"^dossier::operator[^a-z ]+\((.*)\)")


def marked():
    """The names of marked classes and functions in the public headers."""
    classes, functions = set(), set()
    for header in ROOT.glob("**/include/dossier/*.h"):
        if "build" in header.relative_to(ROOT).parts:
            continue
        text = COMMENT.sub("", header.read_text())
        classes |= set(CLASS.findall(text))
        functions |= set(FUNCTION.findall(text))
    return classes, functions


def exported():
    """Demangled names of what the library defines for others."""
    listed = subprocess.run(["nm", "-D", "-C", "--defined-only", BUILD / "shared/libdossier.so"],
                            check=True, capture_output=True, text=True).stdout
    return sorted({line.split(" ", 2)[2] for line in listed.splitlines()})


def owners(symbol):
    """The names below namespace dossier that a symbol belongs to, or the C function; none for what is not ours."""
    symbol = ABOUT_CLASS.sub("", symbol)
    operator = OPERATOR.match(symbol)
    found = re.search(r"dossier::(\w+)", operator[1]) if operator else re.match(
        r"(?:[^(]* )?dossier::((?:\w+::)*\w+)|(dossier_\w+)$", symbol)  # templates: behind what they give
    return set(next(filter(None, found.groups())).split("::")) if found else set()


def main():
    classes, functions = marked()
    names = exported()
    found = {name: owners(name) for name in names}
    problems = [f"exported, but not in the API: {name}" for name, own in found.items()
                if not own & (classes | functions)]
    # A class whose members are all inline exports nothing.
    problems += [f"in the API, but not exported: {name}"
                 for name in sorted(functions - set().union(*found.values()))]
    for problem in problems:
        print(problem)
    print(f"{len(names)} symbols of {len(classes)} classes and {len(functions)} functions")
    return bool(problems)


sys.exit(main())
