#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a case file: commands and what they must print.

A case is a list of commands that run one after the other in one empty folder, by bash, with the
program on the PATH as `dossier` and the files of tests/cli/data in `data/`:

    # a comment
    $ dossier parse data/people.ttl     the command; further "$" lines belong to it when they follow
    < a line of its standard input
    > a line of its output, exactly
    ~ a line of its output, as a regular expression for the whole line
    ...                                 any number of output lines, at this place
    ! a line of its error stream, exactly
    !~ the same as a regular expression
    !...                                any number of lines of the error stream, at this place
    = 1                                 its exit status; 0 when not said

Output and error stream are compared as a whole: what is not expected is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ANY = None
TIME_LIMIT = 60


@dataclass
class Case:
    line: int
    command: str
    stdin: list = field(default_factory=list)
    out: list = field(default_factory=list)  # regular expressions, or ANY
    err: list = field(default_factory=list)
    status: int = 0


def read_cases(path):
    cases = []
    open_command = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "$" and open_command:
            cases[-1].command += "\n" + rest
            continue
        open_command = mark == "$"
        if mark == "$":
            cases.append(Case(number, rest))
        elif mark == "<":
            cases[-1].stdin.append(rest)
        elif mark == ">":
            cases[-1].out.append(re.escape(rest))
        elif mark == "~":
            cases[-1].out.append(rest)
        elif line == "...":
            cases[-1].out.append(ANY)
        elif mark == "!":
            cases[-1].err.append(re.escape(rest))
        elif mark == "!~":
            cases[-1].err.append(rest)
        elif line == "!...":
            cases[-1].err.append(ANY)
        elif mark == "=":
            cases[-1].status = int(rest)
        elif line and mark != "#":
            sys.exit(f"{path}:{number}: cannot read this line: {line}")
    return cases


def matches(lines, patterns):
    """Whether all lines are used up by all patterns, in order."""
    if not patterns:
        return not lines
    if patterns[0] is ANY:
        return any(matches(lines[skip:], patterns[1:]) for skip in range(len(lines) + 1))
    return bool(lines) and re.fullmatch(patterns[0], lines[0]) is not None and \
        matches(lines[1:], patterns[1:])


def lines_of(data):
    text = data.decode("utf-8", "backslashreplace")
    return text[:-1].split("\n") if text.endswith("\n") else text.split("\n") if text else []


def run_case(case, folder, environment):
    stdin = "".join(line + "\n" for line in case.stdin).encode()
    try:
        done = subprocess.run(["bash", "-c", case.command], input=stdin, cwd=folder,
                              env=environment, capture_output=True, timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        return [f"not done after {TIME_LIMIT} s"]
    faults = []
    if done.returncode != case.status:
        faults.append(f"status {done.returncode}, not {case.status}")
    for name, data, patterns in (("output", done.stdout, case.out),
                                 ("error stream", done.stderr, case.err)):
        lines = lines_of(data)
        if not matches(lines, patterns):
            expected = ["..." if pattern is ANY else pattern for pattern in patterns]
            faults.append(f"{name} is\n" + "".join(f"      {line}\n" for line in lines) +
                          "    but should match\n" + "".join(f"      {line}\n" for line in expected))
    if faults and done.stderr and not any(fault.startswith("error") for fault in faults):
        faults.append("error stream: " + done.stderr.decode("utf-8", "backslashreplace"))
    return faults


def main():
    program, path = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    cases = read_cases(path)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="dossier-cli-") as folder:
        shutil.copytree(Path(__file__).parent / "data", Path(folder) / "data")
        programs = Path(folder) / "bin"
        programs.mkdir()
        (programs / "dossier").symlink_to(program)
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder,
                       "LC_ALL": "C.UTF-8", "TMPDIR": folder}
        for case in cases:
            faults = run_case(case, folder, environment)
            if faults:
                failed += 1
                print(f"{path.name}:{case.line}: $ {case.command}")
                for fault in faults:
                    print(f"    {fault}")
    print(f"{path.name}: {len(cases) - failed} of {len(cases)} commands as expected")
    sys.exit(1 if failed or not cases else 0)


if __name__ == "__main__":
    main()
