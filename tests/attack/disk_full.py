#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A disk that fills up: nothing committed is lost, the error says that there is no space.

Each trial mounts a small file system of random size and runs commands that write until one fails.
Then the file system is made larger. The store must have all that the successful commands wrote and at
most the failed one in addition, `check` must be clean, and the next update must work. Needs the right
to mount (root), in a mount namespace of its own.
"""

import collections
import ctypes
import shutil
import subprocess

from campaign import Fell, Skipped, campaign_main

NEW_NAMESPACE = 0x00020000
KILOBYTE = 1 << 10
STEPS = ["update", "update", "load", "bulk load", "compact", "backup", "ingest", "restore"]
NO_SPACE = ("space", "disk is full", "too large")


def isolate():
    """A mount namespace of our own, so that no mount outlives the process."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NAMESPACE) != 0 or shutil.which("mount") is None:
        raise Skipped("mounting needs root")
    if subprocess.run(["mount", "--make-rprivate", "/"], capture_output=True, check=False).returncode:
        raise Skipped("mounting is not allowed here")


def mount(folder, size):
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Skipped(f"cannot mount a file system here: {done.stderr.strip()}")


def triples(start, count):
    return {f"<urn:s{i}> <urn:text> \"text number {i} of many\" ." for i in range(start, start + count)}


class Disk:
    """A small file system with a store, and what the store must hold."""

    def __init__(self, campaign, size):
        self.campaign = campaign
        self.folder = campaign.scratch / "disk"
        self.folder.mkdir(exist_ok=True)
        mount(self.folder, size)
        self.kb = self.folder / "kb"
        self.committed = set()
        self.number = 0

    def close(self):
        subprocess.run(["umount", "-l", str(self.folder)], check=False)

    def enlarge(self):
        subprocess.run(["mount", "-o", "remount,size=400m", str(self.folder)], check=True)

    def step(self, name, random):
        """Runs a command; what it was to add, and how it ended."""
        added = set()
        words = {"compact": ["compact", self.kb], "backup": ["backup", self.kb, self.folder / "saved"],
                 "restore": ["restore", self.folder / f"again{self.number}", self.folder / "saved"],
                 "ingest": ["ingest", self.kb, self.campaign.scratch / "note.txt"]}.get(name)
        if words is None:
            count = {"update": random.randint(1, 50), "load": 2000, "bulk load": 5000}[name]
            added = triples(self.number, count)
            self.number += count
            file = self.campaign.scratch / "part.nt"
            file.write_text("\n".join(sorted(added)) + "\n")
            words = ["load", self.kb, file] + (["--memory", "1M"] if name == "bulk load" else [])
            if name == "update":
                words = ["update", self.kb, "-e", "INSERT DATA { " + " ".join(added) + " }"]
        self.number += 1
        return added, self.campaign.dossier(*words, "--quiet", timeout=120)


def fill(disk, random):
    """Writes until a command fails; its name, its triples and its end."""
    while True:
        name = random.choice(STEPS) if disk.committed else "update"
        if name == "restore" and not (disk.folder / "saved").exists():
            continue
        added, done = disk.step(name, random)
        if done.status != 0:
            return name, added, done
        disk.committed |= added


def inspect(campaign, disk, added, what):
    disk.enlarge()
    if not disk.kb.exists() and not disk.committed:
        return
    campaign.succeed("update", disk.kb, "--quiet", "-e", "INSERT DATA { <urn:next> <urn:of> 1 }")
    checked = campaign.dossier("check", disk.kb)
    if checked.status != 0:
        raise Fell(f"{what}: then check: {checked.summary()} {checked.out[-200:]}")
    found = {line for line in campaign.succeed("dump", disk.kb).splitlines()
             if line.startswith("<urn:s")}
    if not disk.committed <= found:
        raise Fell(f"{what}: {len(disk.committed - found)} committed triples are lost")
    if found - disk.committed not in (set(), added):
        raise Fell(f"{what}: a part of the failed command is there: {len(found - disk.committed)}")


def attack(campaign):
    isolate()
    (campaign.scratch / "note.txt").write_text("Anna Keller visited Nairobi on 3 May 2024.\n")
    failures = collections.Counter()
    for trial in campaign.trials():
        with trial:
            size = trial.random.choice([trial.random.randint(64, 600), trial.random.randint(600, 12000)])
            disk = Disk(campaign, size * KILOBYTE)
            try:
                name, added, done = fill(disk, trial.random)
                what = f"a disk of {size} KiB, {name} after {len(disk.committed)} triples"
                if done.crashed or done.timed_out:
                    raise Fell(f"{what}: {done.summary()}")
                if not any(word in done.err.lower() for word in NO_SPACE):
                    raise Fell(f"{what}: the error names no space: {done.summary()}")
                inspect(campaign, disk, added, what)
                failures[name] += 1
            finally:
                disk.close()
    campaign.note("failed first: " + ", ".join(f"{name} {n}" for name, n in sorted(failures.items())))


campaign_main(attack, __doc__, rounds=40)
