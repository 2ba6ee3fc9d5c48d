# SPDX-License-Identifier: Apache-2.0
"""Without the shared folder the tests that need it count as skipped, not as passed.

Runs every test with the label "shared" while DOSSIER_SHARED names a folder that does not exist.
Each must say "skipped: ..." and end with its SKIP_RETURN_CODE.

Usage: skips.py ROOT BUILD
"""

import json
import os
import subprocess
import sys

from sources import report

LEAST = 5  # w3c, eval.ud, eval.facts and the shared cases of parser and extract


def shared_tests(build):
    shown = subprocess.run(["ctest", "--show-only=json-v1", "-L", "^shared$"], cwd=build, check=True,
                           capture_output=True, text=True).stdout
    for test in json.loads(shown)["tests"]:
        properties = {item["name"]: item["value"] for item in test["properties"]}
        yield test["name"], test.get("command"), properties.get("SKIP_RETURN_CODE")


def problem_of(command, code):
    if command is None:
        return "is not built"
    if code is None:
        return "has no SKIP_RETURN_CODE"
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env={**os.environ, "DOSSIER_SHARED": "/nonexistent/shared"})
    if done.returncode != int(code):
        return f"ends with {done.returncode}, not {code}, without the shared folder"
    if "skipped: " not in done.stdout + done.stderr:
        return "does not say why it is skipped"
    return None


def main():
    tests = list(shared_tests(sys.argv[2]))
    problems = []
    for name, command, code in tests:
        problem = problem_of(command, code)
        if problem:
            problems.append(f"{name} {problem}")
    if len(tests) < LEAST:
        problems.append(f"{len(tests)} tests have the label 'shared', at least {LEAST} should")
    return report(problems, "skips")


sys.exit(main())
