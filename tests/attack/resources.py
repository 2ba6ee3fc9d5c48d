#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Commands that may use little: address space, processes, descriptors, file size.

A trial runs one command under one limit, drawn at random. It must succeed or end with a message, in
time and without a crash. The store afterwards holds what it held before, or what the command was to
make of it, and `check` is clean. A limit of processes binds ordinary users only: as root the program
runs by setpriv as another user; where that is not possible, these trials are left out.
"""

import collections
import os
import resource
import shutil

from campaign import Fell, campaign_main
from processes import run

NOBODY = 65534
MEGABYTE = 1 << 20
SELECT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?s2 } ORDER BY ?n"
UPDATE = "INSERT DATA { <urn:probe> <urn:probe> 1 }"
COMMANDS = {
    "query": ["query", "KB", "-e", SELECT],
    "dump": ["dump", "KB"],
    "check": ["check", "KB", "--quiet"],
    "stats": ["stats", "KB"],
    "update": ["update", "KB", "--quiet", "-e", UPDATE],
    "load": ["load", "KB", "--quiet", "MORE"],
    "bulk load": ["load", "KB", "--quiet", "--memory", "2M", "LARGE"],
    "make": ["load", "NEW", "--quiet", "MORE"],
    "compact": ["compact", "KB", "--quiet"],
    "backup": ["backup", "KB", "COPY", "--quiet"],
    "restore": ["restore", "NEW", "SAVED", "--quiet"],
    "ingest": ["ingest", "KB", "--quiet", "TEXT"],
}
CHANGING = ["update", "load", "bulk load", "ingest"]


def triples(start, count):
    return "".join(f"<urn:s{i}> <urn:p{i % 5}> <urn:s{i * 7 % 997}> .\n"
                   f"<urn:s{i}> <urn:text> \"text number {i}\" .\n" for i in range(start, start + count))


def prepare(campaign):
    folder = campaign.scratch
    folder.chmod(0o755)
    (folder / "base.nt").write_text(triples(0, 3000))
    (folder / "more.nt").write_text(triples(5000, 500))
    (folder / "large.nt").write_text(triples(10000, 26000))
    (folder / "note.txt").write_text("Anna Keller visited Nairobi on 3 May 2024. She met Omar Sy there.\n")
    campaign.succeed("load", folder / "base", "--quiet", folder / "base.nt")
    campaign.succeed("update", folder / "base", "--quiet", "-e", "INSERT DATA { <urn:a> <urn:b> 1 }")
    campaign.succeed("backup", folder / "base", folder / "saved", "--quiet")


def make_room(campaign, folder="room"):
    """A folder of its own for a trial, which another user may write to."""
    room = campaign.scratch / folder
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    shutil.copytree(campaign.scratch / "base", room / "kb")
    shutil.copytree(campaign.scratch / "saved", room / "saved")
    for folder, folders, names in os.walk(room):
        for name in folders + names:
            os.chmod(os.path.join(folder, name), 0o777)
    room.chmod(0o777)
    return room


def words_of(campaign, room, name):
    places = {"KB": room / "kb", "NEW": room / "new", "COPY": room / "copy", "SAVED": room / "saved",
              "MORE": campaign.scratch / "more.nt", "LARGE": campaign.scratch / "large.nt",
              "TEXT": campaign.scratch / "note.txt"}
    return [str(places.get(word, word)) for word in COMMANDS[name]]


def draw_limit(random, as_other_user):
    """Name of a limit and what to set."""
    kind = random.choice(["space", "space", "processes", "descriptors", "file"])
    if kind == "processes" and as_other_user:
        return f"ulimit -u {(n := random.randint(1, 12))}", (resource.RLIMIT_NPROC, n)
    if kind == "descriptors":
        return f"ulimit -n {(n := random.randint(5, 60))}", (resource.RLIMIT_NOFILE, n)
    if kind == "file":
        n = random.choice([random.randint(1, 60), random.randint(60, 2000)])
        return f"ulimit -f {n}", (resource.RLIMIT_FSIZE, n * 512)
    n = random.randint(40, 1500)
    return f"ulimit -v {n * 1024}", (resource.RLIMIT_AS, n * MEGABYTE)


def content(campaign, kb):
    return sorted(campaign.succeed("dump", kb).splitlines())


def is_told(campaign, name, done, after):
    """The error says that the commit may have been written, and all of it was."""
    if "may have been written" not in done.err:
        return False
    room = make_room(campaign, "whole")
    campaign.succeed(*words_of(campaign, room, name))
    return len(after) == len(content(campaign, room / "kb"))


def inspect(campaign, room, name, done, before, what):
    kb = room / "kb"
    checked = campaign.dossier("check", kb)
    if checked.status != 0:
        raise Fell(f"{what}: then check: {checked.summary()} {checked.out[-200:]}")
    after = content(campaign, kb)
    if not set(before) <= set(after):
        raise Fell(f"{what}: {len(set(before) - set(after))} quads lost")
    if done.status == 0 and name in CHANGING and after == before:
        raise Fell(f"{what}: succeeded and changed nothing")
    changed = after != before and not is_told(campaign, name, done, after)
    if done.status != 0 and name != "ingest" and changed:
        raise Fell(f"{what}: failed, but {len(after) - len(before)} quads were added")
    new = room / "new"
    if new.exists():
        campaign.succeed("check", new)


def attack(campaign):
    prepare(campaign)
    before = content(campaign, campaign.scratch / "base")
    setpriv = shutil.which("setpriv") if os.geteuid() == 0 else None
    prefix = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if setpriv else []
    ends = collections.Counter()
    for trial in campaign.trials():
        with trial:
            room = make_room(campaign)
            name = trial.random.choice(sorted(COMMANDS))
            label, limit = draw_limit(trial.random, bool(prefix))
            what = f"{label}; dossier {' '.join(COMMANDS[name])}"
            done = run([*prefix, campaign.program, *words_of(campaign, room, name)],
                       limits=[limit])
            if done.crashed or done.timed_out:
                raise Fell(f"{what}: {done.summary()}")
            if done.status != 0 and not done.err.strip():
                raise Fell(f"{what}: exit status {done.status} without a message")
            inspect(campaign, room, name, done, before, what)
            ends[(label.split()[1], "done" if done.status == 0 else "refused")] += 1
    campaign.note(", ".join(f"ulimit {kind} {end}: {count}" for (kind, end), count in sorted(ends.items())))


campaign_main(attack, __doc__, rounds=300)
