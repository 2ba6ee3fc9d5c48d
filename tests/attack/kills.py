#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SIGKILL at any system call of a command that writes.

Operations: making a store (by load, update and restore; at a new path and in an empty directory),
loading, committing, folding, compacting, backup and restore. Each is first run under strace, which
counts its calls by name; a trial then has strace kill the process at one of them. What must hold:

- Making: afterwards there is a whole store, or the program says that there is none.
- Every other operation: the store has the content from before or from after, and `check` is clean.
- Backup: the store is as it was, and an earlier backup can still be restored.
- The next writer works, and at most its own files remain.

Calls that change files are tried more often than others. Needs strace and permission to trace.
"""

import collections
import re
import shutil
import subprocess

from campaign import Fell, Skipped, campaign_main
from processes import run

CHANGING = ["openat", "rename", "unlink", "unlinkat", "mkdir", "rmdir", "write", "pwrite64", "writev",
            "fsync", "fdatasync", "ftruncate", "link", "close", "sync_file_range"]
OTHER = ["read", "pread64", "mmap", "munmap", "futex", "newfstatat", "getdents64", "fcntl", "flock",
         "fstat", "clone3", "exit_group", "brk"]
NOT_THERE = ("does not exist", "holds no knowledge base", "was not created completely")
PROBE = "INSERT DATA { <urn:probe> <urn:probe> 1 }"


def triples(start, count):
    return "".join(f"<urn:s{i}> <urn:p{i % 7}> <urn:o{i % 50}> <urn:g{i % 3}> .\n"
                   f"<urn:s{i}> <urn:text> \"text number {i}\" .\n"
                   for i in range(start, start + count))


class Operation:
    """A command line and the stores it starts from and may lead to."""

    def __init__(self, name, words, start=None, makes=False, backs_up=False):
        self.name = name
        self.words = words
        self.start = start        # folder that is copied to the place of the store
        self.makes = makes        # the store is not there before
        self.backs_up = backs_up
        self.calls = {}           # name of a system call -> how often the operation makes it
        self.after = None         # sorted dump


def prepare(campaign):
    """The inputs and the stores that operations start from."""
    folder = campaign.scratch
    (folder / "small.nq").write_text(triples(0, 200))
    (folder / "large.nq").write_text(triples(1000, 26000))
    (folder / "more.nq").write_text(triples(500, 300))
    campaign.succeed("load", folder / "base", "--quiet", folder / "small.nq")
    campaign.succeed("update", folder / "base", "--quiet", "-e", "INSERT DATA { <urn:a> <urn:b> 1 }")
    shutil.copytree(folder / "base", folder / "crowded")
    for number in range(8):      # so that the next commit folds
        (folder / "part.nq").write_text(triples(30000 + number * 1200, 1200))
        campaign.succeed("load", folder / "crowded", "--quiet", folder / "part.nq")
    campaign.succeed("backup", folder / "base", folder / "saved", "--quiet")
    (folder / "empty").mkdir()


def operations(folder):
    return [
        Operation("make by load", ["load", "KB", "--quiet", folder / "small.nq"], makes=True),
        Operation("make by update", ["update", "KB", "--quiet", "-e", PROBE], makes=True),
        Operation("make in an empty directory", ["load", "KB", "--quiet", folder / "small.nq"],
                  start=folder / "empty", makes=True),
        Operation("restore", ["restore", "KB", folder / "saved", "--quiet"], makes=True),
        Operation("restore to an empty directory", ["restore", "KB", folder / "saved", "--quiet"],
                  start=folder / "empty", makes=True),
        Operation("commit", ["update", "KB", "--quiet", "-e", PROBE], start=folder / "base"),
        Operation("commit of a load", ["load", "KB", "--quiet", folder / "more.nq"],
                  start=folder / "base"),
        Operation("bulk load", ["load", "KB", "--quiet", "--memory", "4M", folder / "large.nq"],
                  start=folder / "base"),
        Operation("fold", ["load", "KB", "--quiet", folder / "more.nq"], start=folder / "crowded"),
        Operation("compact", ["compact", "KB", "--quiet"], start=folder / "crowded"),
        Operation("backup", ["backup", "KB", "SAVED", "--quiet"], start=folder / "base",
                  backs_up=True),
    ]


class Room:
    """A fresh folder for one run of an operation."""

    def __init__(self, campaign, operation):
        self.campaign = campaign
        self.folder = campaign.scratch / "room"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.kb = self.folder / "kb"
        self.saved = self.folder / "saved"
        if operation.start is not None:
            shutil.copytree(operation.start, self.kb)
        if operation.backs_up:
            shutil.copytree(campaign.scratch / "saved", self.saved)
        places = {"KB": str(self.kb), "SAVED": str(self.saved)}
        self.command = [campaign.program] + [places.get(word, str(word)) for word in operation.words]

    def dump(self, kb=None):
        return sorted(self.campaign.succeed("dump", kb or self.kb).splitlines())


def count_calls(campaign, operation):
    """Fills in the operation's calls and its result."""
    room = Room(campaign, operation)
    operation.before = room.dump() if operation.start and not operation.makes else None
    trace = room.folder / "trace"
    done = run(["strace", "-f", "-o", str(trace), "-e", "trace=" + ",".join("?" + c for c in
                CHANGING + OTHER), *room.command], timeout=300)
    if done.status != 0:
        raise Skipped(f"strace does not work here: {done.err.strip()[:200]}")
    seen = collections.Counter(re.findall(r"^\d+ +(\w+)\(", trace.read_text(errors="replace"),
                                          re.MULTILINE))
    operation.calls = dict(seen)
    operation.after = room.dump()


def kill_at(campaign, operation, call, number):
    room = Room(campaign, operation)
    run(["strace", "-f", "-o", "/dev/null", "-e", f"trace=?{call}", "-e",
         f"inject=?{call}:signal=SIGKILL:when={number}", *room.command], timeout=300)
    return room


def expect_clean(campaign, room, what):
    done = campaign.dossier("check", room.kb)
    if done.status != 0:
        raise Fell(f"{what}: check: {done.summary()} {done.out[-300:]}")


def inspect_made(campaign, operation, room, what):
    """A store as it must be, or a message that there is none; check and query agree."""
    done = campaign.dossier("query", room.kb, "--format", "csv", "-e",
                            "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
    checked = campaign.dossier("check", room.kb)
    if done.status == 0 and checked.status == 0:
        lines = room.dump()
        if lines and lines != operation.after:
            raise Fell(f"{what}: {len(lines)} quads instead of 0 or {len(operation.after)}")
        if not lines and operation.words[0] == "restore":
            raise Fell(f"{what}: the restored store is empty")
        return
    for answer in (done, checked):
        if answer.status == 0 or not any(text in answer.err for text in NOT_THERE):
            raise Fell(f"{what}: query: {done.summary()}; check: {checked.summary()}")


def inspect_changed(operation, room, what):
    lines = room.dump()
    if lines not in (operation.before, operation.after):
        raise Fell(f"{what}: {len(lines)} quads, {len(operation.before)} before, "
                   f"{len(operation.after)} after")


def inspect_backup(campaign, room, what):
    campaign.succeed("restore", room.folder / "again", room.saved, "--quiet")
    if room.dump(room.folder / "again") != room.dump():
        raise Fell(f"{what}: the backup has other quads than the store")


def write_again(campaign, operation, room, what):
    """The next writer works and clears away what the killed one left."""
    campaign.succeed("update", room.kb, "--quiet", "-e",
                     "INSERT DATA { <urn:next> <urn:writer> 1 }")
    expect_clean(campaign, room, what + ", then update")
    if "<urn:next> <urn:writer>" not in campaign.succeed("dump", room.kb):
        raise Fell(f"{what}: the next update is lost")
    names = {path.name for path in room.kb.iterdir()} - {"db", "lock"}
    beside = {path.name for path in room.folder.iterdir()} - {"kb", "saved", "again"}
    if names or beside:
        raise Fell(f"{what}: left after the next writer: {sorted(names | beside)}")


def attack(campaign):
    if shutil.which("strace") is None:
        raise Skipped("strace is not installed")
    prepare(campaign)
    known = operations(campaign.scratch)
    for operation in known:
        count_calls(campaign, operation)
    killed = collections.Counter()
    for trial in campaign.trials():
        with trial:
            operation = known[trial.number % len(known)]
            pool = CHANGING if trial.random.random() < 0.8 else OTHER
            calls = [call for call in pool if operation.calls.get(call)]
            call = trial.random.choice(calls)
            number = trial.random.randint(1, operation.calls[call])
            what = f"{operation.name}, killed at {call} number {number}"
            room = kill_at(campaign, operation, call, number)
            if operation.makes:
                inspect_made(campaign, operation, room, what)
            else:
                expect_clean(campaign, room, what)
                inspect_changed(operation, room, what)
            if operation.backs_up:
                inspect_backup(campaign, room, what)
            write_again(campaign, operation, room, what)
            killed[operation.name] += 1
    campaign.note(", ".join(f"{name}: {count}" for name, count in sorted(killed.items())))


campaign_main(attack, __doc__, rounds=200)
