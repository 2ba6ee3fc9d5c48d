#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Readers beside a writer that is killed again and again.

The writer is a shell that inserts pairs of quads, each pair in one transaction, and compacts at times;
other lives of it load files. It is killed at a random moment. Meanwhile reading commands run. Each
must succeed, see both quads of a pair or none, and never fewer pairs than a reader before it, nor
fewer than the writer had reported when the reader began. A second writer is refused with a message.
After each life `check` is clean.
"""

import collections
import os
import signal
import subprocess
import time

from campaign import Fell, campaign_main

PAIRS_OF_A_LIFE = 4000
COUNT = ("SELECT ?left ?right { { SELECT (COUNT(*) AS ?left) { ?s <urn:left> ?o } } "
         "{ SELECT (COUNT(*) AS ?right) { ?s <urn:right> ?o } } }")


def script(random, start):
    """Statements that insert pairs; each says when it is done."""
    lines = []
    number = start
    while number < start + PAIRS_OF_A_LIFE:
        size = random.choice([1, 1, 1, 5, 60, 900])
        quads = " ".join(f"<urn:n{i}> <urn:left> {i} . <urn:n{i}> <urn:right> \"n{i}\" ."
                         for i in range(number, number + size))
        number += size
        lines.append(f"INSERT DATA {{ {quads} }};\n")
        lines.append(f'SELECT ?done {{ VALUES ?done {{ "done-{number}" }} }};\n')
        if random.random() < 0.01:
            lines.append(".compact\n")
    return "".join(lines)


def pairs_seen(campaign, kb):
    """The number of pairs that a reader sees; both quads of each must be there."""
    done = campaign.dossier("query", kb, "--format", "csv", "-e", COUNT, timeout=120)
    if done.status != 0:
        raise Fell(f"a reader failed: {done.summary()}")
    left, right = done.out.split()[1].split(",")
    if left != right:
        raise Fell(f"a reader saw {left} left and {right} right quads")
    return int(left)


def reported(output):
    """The number of pairs after the last transaction that the writer reported."""
    text = output.read_text(errors="replace")
    places = [line for line in text.split('"') if line.startswith("done-")]
    words = [word.strip('"| \n') for word in text.split() if word.strip('"|').startswith("done-")]
    known = [word for word in places + words if word[5:].isdigit()]
    return int(known[-1][5:]) if known else 0


class Life:
    """One writer, from its start to its end."""

    def __init__(self, campaign, kb, random, start):
        self.folder = campaign.scratch
        self.output = self.folder / "output"
        (self.folder / "script").write_text(script(random, start))
        with open(self.folder / "script") as statements, open(self.output, "w") as output:
            self.process = subprocess.Popen([campaign.program, str(kb)], stdin=statements,
                                            stdout=output, stderr=subprocess.STDOUT)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def try_to_write(campaign, kb, life):
    """A second writer is refused while the first lives."""
    done = campaign.dossier("update", kb, "--quiet", "-e", "INSERT DATA { <urn:x> <urn:x> 1 }")
    if done.status not in (0, 3) or (done.status == 3 and "is open for writing in process" not in done.err):
        raise Fell(f"a second writer: {done.summary()}")
    return "second writer refused" if done.status else "second writer came in between"


def attack(campaign):
    kb = campaign.scratch / "kb"
    campaign.succeed("update", kb, "--quiet", "-e", "INSERT DATA { <urn:start> <urn:of> 1 }")
    counts = collections.Counter()
    pairs = 0
    for trial in campaign.trials():
        with trial:
            life = Life(campaign, kb, trial.random, pairs)
            end = time.monotonic() + trial.random.uniform(0.05, 2.5)
            try:
                while time.monotonic() < end:
                    before = max(pairs, reported(life.output))
                    seen = pairs_seen(campaign, kb)
                    counts["reads"] += 1
                    if seen < before:
                        raise Fell(f"a reader saw {seen} pairs after {before} had been committed")
                    pairs = seen
                    if trial.random.random() < 0.1:
                        counts[try_to_write(campaign, kb, life)] += 1
            finally:
                life.kill()
            counts["kills"] += 1
            before = max(pairs, reported(life.output))
            pairs = pairs_seen(campaign, kb)
            if pairs < before:
                raise Fell(f"{pairs} pairs after the kill, {before} were committed")
            checked = campaign.dossier("check", kb, timeout=120)
            if checked.status != 0:
                raise Fell(f"after a kill, check: {checked.summary()} {checked.out[-200:]}")
    campaign.note(f"{pairs} pairs, {len(os.listdir(kb / 'db'))} files; " +
                  ", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))


campaign_main(attack, __doc__, rounds=60)
