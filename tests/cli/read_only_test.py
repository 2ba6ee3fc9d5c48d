#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Commands that only read: beside a writer, several at a time, without changing any file, and in a
directory without write permission.

The last part needs an ordinary user, because modes do not bind root: as root it runs the program by
setpriv. Where that is missing the part is skipped, with status 77 if nothing else failed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
TIME_LIMIT = 60
NOBODY = 65534

READING = [
    ["query", "kb", "-e", "ASK { ?s ?p ?o }"],
    ["query", "--read-only", "kb", "all"],
    ["dump", "kb"],
    ["stats", "kb"],
    ["check", "kb"],
    ["saved", "kb"],
    ["docs", "kb"],
    ["find", "kb", "words"],
    ["conflicts", "kb"],
    ["why", "kb", "<urn:a>", "<urn:b>", "<urn:c>"],
    ["entity", "kb", "decisions"],
    ["ask", "kb", "Who met Ada?"],
    ["news", "kb"],
    ["fact", "kb", "rejected"],
    ["review", "kb"],
    ["export", "kb", "--format", "csv"],
]
# No such fact is known, which is an answer, too.
MAY_FAIL = {"why"}
CANNOT_OPEN = 3


def run(program, folder, arguments, prefix=()):
    return subprocess.run([*prefix, program, *arguments], cwd=folder, capture_output=True, text=True,
                          timeout=TIME_LIMIT, check=False)


def faults_of_reading(program, folder, prefix=()):
    faults = []
    for arguments in READING:
        done = run(program, folder, arguments, prefix)
        allowed = {0, 1} if arguments[0] in MAY_FAIL else {0}
        if done.returncode not in allowed:
            faults.append(f"dossier {' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return faults


def has_answered(shell):
    """Waits until the shell has answered ASK with "true"; false when it ended before."""
    while "true" not in shell.stdout.readline():
        if shell.poll() is not None:
            return False
    return True


def state_of(folder):
    """Name, size, inode and time of every file and folder of the knowledge base."""
    paths = [Path(folder) / "kb", *(Path(folder) / "kb").rglob("*")]
    facts = {path: path.lstat() for path in paths}
    return {str(path): (fact.st_size, fact.st_ino, fact.st_mtime_ns) for path, fact in facts.items()}


def without_a_trace(program, folder):
    """With write permission: nothing is written although it could be."""
    faults = []
    for arguments in READING:
        before = state_of(folder)
        run(program, folder, arguments)
        if state_of(folder) != before:
            faults.append(f"dossier {' '.join(arguments)} changed a file")
    return faults


def beside_writer(program, folder):
    """While a shell in another process has changed the knowledge base and keeps it open."""
    with subprocess.Popen([program, "kb"], cwd=folder, stdin=subprocess.PIPE, text=True,
                          stdout=subprocess.PIPE) as writer:
        writer.stdin.write("INSERT DATA { <urn:late> <urn:b> 1 };\nASK { <urn:late> ?p ?o };\n")
        writer.stdin.flush()
        if not has_answered(writer):  # then the change is committed
            return ["the writing shell ended"]
        faults = faults_of_reading(program, folder)
        done = run(program, folder, ["query", "kb", "-e", "ASK { <urn:late> ?p ?o }"])
        if "true" not in done.stdout:
            faults.append("a reader does not see what the writer has committed")
        done = run(program, folder, ["update", "kb", "-e", "CLEAR ALL"])
        if done.returncode != CANNOT_OPEN or str(writer.pid) not in done.stderr:
            faults.append(f"a second writer is not refused by process: {done.stderr}")
        writer.stdin.close()
    return faults


def side_by_side(program, folder):
    """Two readers at a time: the first waits for its input while others run."""
    with subprocess.Popen([program, "--read-only", "kb"], cwd=folder, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as reader:
        reader.stdin.write("ASK { ?s ?p ?o };\n")
        reader.stdin.flush()
        if not has_answered(reader):
            return ["the reading shell ended"]
        faults = faults_of_reading(program, folder)
        reader.stdin.close()
    return faults


def without_write_permission(program, folder):
    """None where no ordinary user can be had."""
    prefix = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            return None
        prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        if subprocess.run([*prefix, program, "--version"], capture_output=True, check=False,
                          cwd=folder).returncode != 0:
            return None
    paths = [folder, *Path(folder).rglob("*")]
    for path in paths:
        os.chmod(path, 0o555 if os.path.isdir(path) or Path(path).name == "dossier" else 0o444)
    try:
        faults = faults_of_reading(program, folder, prefix)
        done = run(program, folder, ["update", "kb", "-e", "CLEAR ALL"], prefix)
        if done.returncode != CANNOT_OPEN or "read-only" not in done.stderr:
            faults.append(f"writing is not refused with a remedy: {done.stderr}")
        return faults
    finally:
        for path in paths:
            os.chmod(path, 0o755 if os.path.isdir(path) else 0o644)


def main():
    faults = []
    with tempfile.TemporaryDirectory(prefix="dossier-read-only-") as folder:
        os.chmod(folder, 0o755)
        # A copy, because an ordinary user may not reach the build folder.
        program = shutil.copy(sys.argv[1], Path(folder) / "dossier")
        (Path(folder) / "all.rq").write_text("SELECT * { ?s ?p ?o }\n", encoding="utf-8")
        for arguments in (["update", "kb", "-e", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"],
                          ["save", "kb", "all", "-f", "all.rq"]):
            done = run(program, folder, arguments)
            if done.returncode != 0:
                sys.exit(f"cannot make the knowledge base: {done.stderr}")
        faults += beside_writer(program, folder)
        faults += side_by_side(program, folder)
        faults += without_a_trace(program, folder)
        denied = without_write_permission(program, folder)
    faults += denied or []
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(1)
    if denied is None:
        print("skipped in part: no ordinary user to run as")
        sys.exit(SKIPPED)
    print("all commands that read did so")


if __name__ == "__main__":
    main()
