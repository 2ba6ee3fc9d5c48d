# SPDX-License-Identifier: Apache-2.0
"""Each source file states its licence in one of its first lines.

Usage: licences.py ROOT [BUILD]
"""

import pathlib
import sys

from sources import report, tracked

ENDINGS = (".h", ".cc", ".c", ".in", ".map", ".py", ".sh", ".cmake", "CMakeLists.txt", ".ci/run")
# The sources of the program that links poppler are under poppler's licence; a header there that the
# libraries include, too, is not.
GPL_FOLDER = "extract/pdf/"
GPL = "GPL-2.0-or-later"
LICENCE = "Apache-2.0"
HEAD = 3  # lines


def allowed(name):
    if not name.startswith(GPL_FOLDER):
        return {LICENCE}
    return {GPL} if name.endswith(".cc") else {GPL, LICENCE}


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    for path in tracked(root, *ENDINGS):
        name = str(path.relative_to(root))
        if name.endswith(".in") and not name.endswith((".cc.in", ".h.in")):
            continue
        head = path.read_text().splitlines()[:HEAD]
        stated = [line.split("SPDX-License-Identifier: ")[1].split()[0] for line in head
                  if "SPDX-License-Identifier: " in line]
        if len(stated) != 1 or stated[0] not in allowed(name):
            problems.append(f"{name}: states {stated or 'no licence'}; should be {allowed(name)}")
    return report(problems, "licences")


sys.exit(main())
