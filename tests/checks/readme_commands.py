# SPDX-License-Identifier: Apache-2.0
"""Every command that a README or a page of docs/ shows in a ```console block runs, with the outcome it shows.

A block holds lines "$ COMMAND" and, below each, the output that must come (lines "..." stand for
any lines; no lines below mean: any output). Commands of one README share one scratch copy of the
examples, in which `dossier` is the built program. A command must end with status 0 unless the
output shown starts with "error:".

Usage: readme_commands.py ROOT BUILD
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from sources import report, tracked

BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
SECONDS = 120


def steps(block):
    """(command, expected lines) of one block."""
    command, expected = None, []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, expected
            command, expected = line[2:], []
        elif command and command.endswith("\\"):
            command = command[:-1] + line.strip()
        else:
            expected.append(line.rstrip())
    if command:
        yield command, expected


def matches(expected, actual):
    """Whether the lines agree, "..." standing for any number of lines."""
    pattern = ""
    for line in expected:
        pattern += "(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + "\n"
    text = "".join(line.rstrip() + "\n" for line in actual.splitlines())
    return re.fullmatch(pattern, text) is not None


def check(readme, root, program_folder):
    scratch = pathlib.Path(tempfile.mkdtemp())
    try:
        shutil.copytree(root / "examples", scratch / "examples")
        environment = dict(os.environ, PATH=f"{program_folder}:{os.environ['PATH']}",
                           HOME=str(scratch), COLUMNS="100")
        for block in BLOCK.findall(readme.read_text()):
            for command, expected in steps(block):
                yield from outcome(readme, command, expected, scratch, environment)
    finally:
        shutil.rmtree(scratch)


def outcome(readme, command, expected, scratch, environment):
    done = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=SECONDS)
    wants_failure = bool(expected) and expected[0].startswith("error:")
    if (done.returncode != 0) != wants_failure:
        yield f"{readme}: '{command}' ended with {done.returncode}:\n{done.stdout}"
    elif expected and not matches(expected, done.stdout):
        yield f"{readme}: '{command}' printed:\n{done.stdout}\ninstead of:\n" + "\n".join(expected)


def main():
    root, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    pages = [path for path in tracked(root, ".md")
             if path.name == "README.md" or path.parent == root / "docs"]
    problems = [p for path in pages for p in check(path, root, build)]
    if not any(BLOCK.search(path.read_text()) for path in pages):
        problems.append("no README shows a command in a ```console block")
    return report(problems, "readme_commands")


sys.exit(main())
