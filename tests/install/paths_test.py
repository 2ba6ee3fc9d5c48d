# SPDX-License-Identifier: Apache-2.0
"""Nothing that is installed names the folders it was built in or the time: another folder and another day give the
same bytes. (packaging/reproducible.sh builds twice and compares.)

Usage: paths_test.py ROOT BUILD
"""

import os
import pathlib
import re
import sys
import tempfile

from support import BUILD, ROOT, install, run

TIME_MACROS = re.compile(rb"__(DATE|TIME|TIMESTAMP)__")


def files_with_paths(prefix):
    """Installed files that contain a path of this build."""
    paths = [os.fsencode(path.resolve()) for path in (ROOT, BUILD)]
    for file in sorted(prefix.rglob("*")):
        if file.is_file() and any(path in file.read_bytes() for path in paths):
            yield file.relative_to(prefix)


def sources_with_times():
    """Sources that ask the compiler for the time."""
    names = run("git", "-C", ROOT, "ls-files", "-z", "*.cc", "*.h", "*.in").split("\0")
    for name in filter(None, names):
        if TIME_MACROS.search((ROOT / name).read_bytes()):
            yield name


def main():
    with tempfile.TemporaryDirectory() as scratch:
        prefix = install(pathlib.Path(scratch) / "prefix")
        if any((BUILD / "python/dossier").glob("_native.*.so")):
            run("cmake", "--install", BUILD, "--prefix", prefix, "--component", "python")
        count = sum(file.is_file() for file in prefix.rglob("*"))
        problems = [f"names the folder of this build: {file}" for file in files_with_paths(prefix)]
    problems += [f"asks for the time of the build: {name}" for name in sources_with_times()]
    for problem in problems:
        print(problem)
    print(f"{count} installed files, {len(problems)} problems")
    return bool(problems) or count == 0


sys.exit(main())
