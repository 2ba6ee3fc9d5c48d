# SPDX-License-Identifier: Apache-2.0
"""RDFLib's own tests of stores, run with the store "Dossier".

They are part of RDFLib's source distribution, not of this project: `pip download --no-deps --no-binary :all:
rdflib==6.1.1`, unpacked, is the folder.

Usage: rdflib_suite.py PACKAGE_FOLDER SANITIZERS RDFLIB_FOLDER
"""

import importlib.util
import os
import pathlib
import subprocess
import sys

import run

FILES = ["test_graph.py", "test_graph_context.py", "test_dataset.py", "test_conjunctive_graph.py",
         "test_graph_formula.py", "test_store.py"]


def main():
    package, sanitizers, folder = sys.argv[1:]
    tests = pathlib.Path(folder) / "test"
    for missing in (name for name in ("pytest", "rdflib") if not importlib.util.find_spec(name)):
        print(f"skipped: {missing} is missing; install python3-{missing}")
        return run.SKIPPED
    if not (tests / FILES[0]).exists():
        print(f"skipped: {folder} has no source distribution of RDFLib (DOSSIER_RDFLIB)")
        return run.SKIPPED
    here = pathlib.Path(__file__).parent
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1",
                       PYTHONPATH=os.pathsep.join([package, str(here)]),
                       **run.sanitizer_environment(sanitizers))
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "-p",
               "rdflib_plugin", *[f"test/{name}" for name in FILES]]
    return subprocess.run(command, cwd=folder, env=environment).returncode


sys.exit(main())
