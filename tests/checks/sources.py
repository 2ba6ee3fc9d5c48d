# SPDX-License-Identifier: Apache-2.0
"""The files of the project that the checks look at."""

import pathlib
import subprocess

FLOORS = ["model", "parser", "storage", "engine", "extract", "desk", "bindings", "repl"]


def tracked(root, *endings):
    """Files git knows or would add, below root, with one of the endings."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"],
        check=True, capture_output=True, text=True).stdout.splitlines()
    paths = [pathlib.Path(root) / name for name in listed if name.endswith(endings)]
    return sorted(path for path in paths if path.exists())


def report(problems, what):
    """Prints the problems and returns the exit status."""
    for problem in problems:
        print(problem)
    print(f"{what}: {'ok' if not problems else f'{len(problems)} problems'}")
    return 1 if problems else 0
