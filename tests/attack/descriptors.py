#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many short-lived writers under a low limit of open files.

Each round is one `dossier update` of one triple, its own process, under `ulimit -n 256`; at times the
process is killed after a moment, or something only reads. The number of files, the size on disk and
the number of files that an opening touches must stay flat. At the end every triple is there and
`check` finds nothing. Further trials give so few descriptors that opening fails: the error must name
the remedy, and nothing may be lost.
"""

import os
import resource
import signal
import subprocess
import time

from campaign import Fell, campaign_main

DESCRIPTORS = 256
MOST_FILES = 160            # in the store's folder; some 20 logs, and 16 small files of 4 families
MOST_COMPACTED = 30
MOST_BYTES_PER_UPDATE = 600  # on disk, on top of a fixed part
FIXED_BYTES = 4 << 20
LIMITS = [(resource.RLIMIT_NOFILE, DESCRIPTORS)]


def files_of(kb):
    """Number and bytes of the regular files in a store."""
    sizes = []
    for folder, _, names in os.walk(kb):
        sizes += [os.lstat(os.path.join(folder, name)).st_size for name in names]
    return len(sizes), sum(sizes)


def update(campaign, kb, number):
    triple = f"<urn:s{number}> <urn:p{number % 3}> \"value number {number} of many\""
    done = campaign.dossier("update", kb, "--quiet", "-e", f"INSERT DATA {{ {triple} }}",
                            limits=LIMITS)
    if done.status != 0:
        raise Fell(f"update {number} under ulimit -n {DESCRIPTORS}: {done.summary()}")


def kill_an_update(campaign, kb, number, seconds):
    command = [campaign.program, "update", str(kb), "-e", f"INSERT DATA {{ <urn:k{number}> <urn:k> 1 }}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def inspect(campaign, kb, updates):
    """What must hold after any number of updates."""
    files, size = files_of(kb)
    if files > MOST_FILES:
        raise Fell(f"{files} files after {updates} updates")
    if size > FIXED_BYTES + updates * MOST_BYTES_PER_UPDATE:
        raise Fell(f"{size} bytes after {updates} updates")
    count = campaign.succeed("query", kb, "--format", "csv", "-e",
                             "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p != <urn:k>) }",
                             limits=LIMITS).split()[1]
    if int(count) != updates:
        raise Fell(f"{count} triples after {updates} updates")


def few_descriptors(campaign, kb, limit):
    """Opens with hardly any descriptors: works, or names the remedy, and changes nothing."""
    for words in (["query", kb, "-e", "ASK { ?s ?p ?o }"],
                  ["update", kb, "--quiet", "-e", "DELETE DATA { <urn:none> <urn:none> 1 }"]):
        done = campaign.dossier(*words, limits=[(resource.RLIMIT_NOFILE, limit)])
        if done.status != 0 and (done.crashed or "ulimit -n" not in done.err):
            raise Fell(f"dossier {words[0]} under ulimit -n {limit}: {done.summary()}")


def attack(campaign):
    kb = campaign.scratch / "kb"
    updates, times, most = 0, [], 0
    for trial in campaign.trials():
        with trial:
            update(campaign, kb, updates)
            updates += 1
            if trial.random.random() < 0.05:
                kill_an_update(campaign, kb, trial.number, trial.random.random() * 0.05)
            most = max(most, files_of(kb)[0])
            if updates % 50 == 0:
                inspect(campaign, kb, updates)
                times.append(campaign.dossier("query", kb, "-e", "ASK {}").cpu_seconds)
    for limit in range(6, 64, 6):
        with campaign.trial(f"limit {limit}"):
            few_descriptors(campaign, kb, limit)
    with campaign.trial("end"):
        inspect(campaign, kb, updates)
        campaign.succeed("check", kb)
        kept = files_of(kb)[0]
        campaign.succeed("compact", kb, limits=LIMITS)
        if files_of(kb)[0] > MOST_COMPACTED:
            raise Fell(f"{files_of(kb)[0]} files after compact, {kept} before")
        inspect(campaign, kb, updates)
    campaign.note(f"{updates} updates: at most {most} files, now {files_of(kb)[0]} with "
                  f"{files_of(kb)[1] >> 10} KiB; CPU seconds of opening: " +
                  " ".join(f"{seconds:.3f}" for seconds in times[:3] + times[-3:]))


campaign_main(attack, __doc__, rounds=2000)
