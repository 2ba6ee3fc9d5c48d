# SPDX-License-Identifier: Apache-2.0
"""Every C++ file is as clang-format 14 writes it.

Usage: format.py ROOT [BUILD]; exits 77 when clang-format-14 is not installed.
"""

import pathlib
import shutil
import subprocess
import sys

from sources import report, tracked


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    tool = shutil.which("clang-format-14")
    if not tool:
        print("skipped: clang-format-14 is not installed")
        return 77
    files = [str(path) for path in tracked(root, ".h", ".cc")]
    done = subprocess.run([tool, "--dry-run", "-Werror", *files], capture_output=True, text=True)
    problems = [line for line in done.stderr.splitlines() if "error:" in line]
    if done.returncode != 0 and not problems:
        problems = done.stderr.splitlines() or [f"clang-format-14 ended with {done.returncode}"]
    return report(problems, "format")


sys.exit(main())
