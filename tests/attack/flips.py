#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One byte that flips in any file of a store: a clear error or the right answer, never a wrong one.

A store has table files, a compacted part, several logs, and the small files IDENTITY, OPTIONS,
CURRENT, MANIFEST and lock. A trial copies it, changes one byte of one file, and looks in three ways:
`dump` (read-only), `check`, and an update, which opens the store as a writer, followed by a dump.
Each must fail with a message or give what the sound store gives; a dump that fails must be explained
by `check`, too. A store whose content is wrong without a word is a fall, also when only the end of a
log is missing.

Every third flip is of a byte in the headers and lengths of a log or manifest, where a single byte
decides how the rest is read.
"""

import collections
import os
import shutil
import struct

from campaign import Fell, campaign_main

BLOCK = 32768
HEADER = 7
PROBE = "<urn:probe> <urn:probe> <urn:probe> ."


def make_store(campaign):
    """A store with every kind of file; its sorted dump."""
    kb = campaign.scratch / "kb"
    part = campaign.scratch / "part.nq"

    def load(start, count, *options):
        part.write_text("".join(
            f"<urn:s{i}> <urn:p{i % 5}> \"text number {i % 97}\" <urn:g{i % 4}> .\n"
            f"<urn:s{i}> <urn:q> <urn:s{i * 7 % 1000}> .\n" for i in range(start, start + count)))
        campaign.succeed("load", kb, "--quiet", *options, part)

    load(0, 9000, "--memory", "1M")      # table files, by a bulk load
    load(30000, 1500)                    # a transaction
    campaign.succeed("compact", kb, "--quiet")
    load(40000, 700)                     # a log of several blocks
    for number in range(12):             # short logs
        campaign.succeed("update", kb, "--quiet", "-e",
                         f"INSERT DATA {{ <urn:u{number}> <urn:p1> {number} , \"x{number}\" }}")
    many = "".join(f"INSERT DATA {{ <urn:m{number}> <urn:p2> {number} }};\n" for number in range(40))
    campaign.succeed(kb, stdin=many)     # a log of many small records
    return kb, dump(campaign, kb)


def dump(campaign, kb):
    return sorted(campaign.succeed("dump", kb).splitlines())


def files_of(kb):
    found = []
    for folder, _, names in os.walk(kb):
        found += [os.path.relpath(os.path.join(folder, name), kb) for name in names]
    return sorted(name for name in found if os.path.getsize(kb / name) > 0)


def headers_of(path):
    """Where the headers of the records of a log begin."""
    data = path.read_bytes()
    places, at = [], 0
    while at + HEADER <= len(data):
        if BLOCK - at % BLOCK < HEADER:
            at += BLOCK - at % BLOCK
            continue
        places.append(at)
        at += HEADER + struct.unpack_from("<H", data, at + 4)[0]
    return [place for place in places if place + HEADER <= len(data)]


def choose(trial, kb, names):
    """A file and a place in it. Small files are chosen as often as large ones."""
    random = trial.random
    if trial.number % 3 == 0:
        logs = [name for name in names if name.endswith(".log") or "MANIFEST" in name]
        name = random.choice(logs)
        return name, random.choice(headers_of(kb / name)) + random.randrange(HEADER)
    name = random.choice(names)
    size = os.path.getsize(kb / name)
    # The last bytes of a table file say where everything is.
    if name.endswith(".sst") and random.random() < 0.4:
        return name, random.randrange(max(0, size - 2000), size)
    return name, random.randrange(size)


def flip(path, at, random):
    """Changes one byte, often by one bit only."""
    with open(path, "r+b") as file:
        file.seek(at)
        old = file.read(1)[0]
        new = old ^ (1 << random.randrange(8) if random.random() < 0.5 else random.randrange(1, 256))
        file.seek(at)
        file.write(bytes([new]))
    return f"byte {at} from {old:#04x} to {new:#04x}"


def look(campaign, what, sound, *words):
    """What a dump says: "right", or "error"."""
    done = campaign.dossier(*words)
    if done.crashed or done.timed_out or (done.status != 0 and "error: " not in done.err):
        raise Fell(f"{what}: dossier {words[0]}: {done.summary()}")
    if done.status != 0:
        return "error"
    found = sorted(done.out.splitlines())
    if found != sound:
        raise Fell(f"{what}: dossier {words[0]} gave {len(found)} lines instead of {len(sound)}, "
                   "without an error")
    return "right"


def attack(campaign):
    kb, sound = make_store(campaign)
    names = files_of(kb)
    with_probe = sorted(sound + [PROBE])
    outcomes = collections.Counter()
    for trial in campaign.trials():
        with trial:
            copy = campaign.scratch / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(kb, copy)
            name, at = choose(trial, kb, names)
            what = f"{name} ({os.path.getsize(kb / name)} bytes), {flip(copy / name, at, trial.random)}"
            read = look(campaign, what, sound, "dump", copy)
            checked = campaign.dossier("check", copy)
            if checked.crashed or checked.timed_out:
                raise Fell(f"{what}: check: {checked.summary()}")
            if read == "error" and checked.status == 0:
                raise Fell(f"{what}: dump fails, check finds nothing")
            written = campaign.dossier("update", copy, "--quiet", "-e", f"INSERT DATA {{ {PROBE} }}")
            if written.crashed or written.timed_out:
                raise Fell(f"{what}: update: {written.summary()}")
            if written.status == 0:
                look(campaign, what + ", then update", with_probe, "dump", copy)
            outcomes[(read, "check finds it" if checked.status else "check finds nothing")] += 1
    for (read, checked), count in sorted(outcomes.items()):
        campaign.note(f"{count}: {read}, {checked}")


campaign_main(attack, __doc__, rounds=300)
