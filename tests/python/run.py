# SPDX-License-Identifier: Apache-2.0
"""Runs a file of tests with pytest, on the package of the build tree.

Usage: run.py PACKAGE_FOLDER SANITIZERS FILE [PYTEST_ARGUMENT...]
"""

import importlib.util
import os
import subprocess
import sys

SKIPPED = 77


def library(name):
    return subprocess.run([os.environ.get("CXX", "g++"), f"-print-file-name={name}"], check=True, capture_output=True,
                          text=True).stdout.strip()


def sanitizer_environment(sanitizers):
    """The interpreter is not compiled with a sanitizer, so the library of AddressSanitizer must come before all
    others, and that of C++ with it, whose exceptions it looks for when it starts; the interpreter's own memory counts
    as leaked."""
    if "address" not in sanitizers:
        return {}
    return {"LD_PRELOAD": f"{library('libasan.so')} {library('libstdc++.so')}", "ASAN_OPTIONS": "detect_leaks=0"}


def main():
    package, sanitizers, *arguments = sys.argv[1:]
    if importlib.util.find_spec("pytest") is None:
        print("skipped: pytest is missing; install python3-pytest")
        return SKIPPED
    environment = dict(os.environ, PYTHONPATH=package, PYTHONDONTWRITEBYTECODE="1",
                       **sanitizer_environment(sanitizers))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
