# SPDX-License-Identifier: Apache-2.0
"""Every link from one page of the project to another leads somewhere, headings included.

Usage: links_test.py ROOT
"""

import pathlib
import re
import subprocess
import sys

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)
HEADING = re.compile(r"^#+ +(.*)$", re.M)


def pages(root):
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "*.md"],
                            check=True, capture_output=True, text=True).stdout.splitlines()
    return [root / name for name in listed
            if not name.startswith(("tests/unit/", "tests/cli/data/", "tests/fuzz/seeds/", "examples/corpus/"))
            and (root / name).exists()]


def anchors(page):
    """The headings of a page as links name them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            for heading in HEADING.findall(CODE.sub("", page.read_text()))}


def fault(page, target):
    """What is wrong with a link; none when it leads somewhere."""
    if re.match(r"[a-z]+:", target):
        return None
    path, _, anchor = target.partition("#")
    other = (page.parent / path).resolve() if path else page
    if not other.exists():
        return f"{page}: there is no {target}"
    if anchor and anchor not in anchors(other):
        return f"{page}: {path or page.name} has no heading #{anchor}"
    return None


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    links = [(page, target) for page in pages(root)
             for target in LINK.findall(CODE.sub("", page.read_text()))]
    problems = [problem for problem in (fault(*link) for link in links) if problem]
    for problem in problems:
        print(problem)
    print(f"{len(links)} links, {len(problems)} problems")
    return 1 if problems or not links else 0


sys.exit(main())
