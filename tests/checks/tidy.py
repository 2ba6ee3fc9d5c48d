# SPDX-License-Identifier: Apache-2.0
"""clang-tidy 14 finds nothing in the project's own sources.

Slow (a few seconds a file), so what was clean is remembered in BUILD/tidy-cache by the content of the
file, its project headers and the configuration.

Usage: tidy.py ROOT BUILD; exits 77 when clang-tidy-14 is not installed.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from sources import FLOORS, report

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def closure(root, path, seen):
    """The file and every project header it reaches."""
    if path in seen or not path.exists():
        return seen
    seen.add(path)
    for header in INCLUDE.findall(path.read_text()):
        closure(root, root / header, seen)
    return seen


def key_of(root, path):
    digest = hashlib.sha256((root / ".clang-tidy").read_bytes())
    for part in sorted(closure(root, path, set())):
        digest.update(part.read_bytes())
    return digest.hexdigest()


def check(tool, root, build, cache, path):
    clean = cache / key_of(root, path)
    if clean.exists():
        return []
    done = subprocess.run([tool, "-p", str(build), "--quiet", str(path)], capture_output=True,
                          text=True)
    problems = [line for line in done.stdout.splitlines() if " error: " in line]
    if done.returncode != 0 and not problems:
        problems = [f"{path}: clang-tidy-14 ended with {done.returncode}: {done.stderr[-500:]}"]
    if not problems:
        clean.touch()
    return problems


def main():
    root, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    tool = shutil.which("clang-tidy-14")
    if not tool:
        print("skipped: clang-tidy-14 is not installed")
        return 77
    cache = build / "tidy-cache"
    cache.mkdir(exist_ok=True)
    commands = json.loads((build / "compile_commands.json").read_text())
    files = sorted({pathlib.Path(c["file"]) for c in commands})
    files = [f for f in files if f.relative_to(root).parts[0] in FLOORS + ["examples"]]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda f: check(tool, root, build, cache, f), files)
    return report(sorted({p for found in results for p in found}), "tidy")


sys.exit(main())
