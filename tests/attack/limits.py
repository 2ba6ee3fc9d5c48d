#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Queries and updates that want more memory or time than --memory and --timeout give them.

The texts are those of hostile_queries.py, with sizes, limits and result formats drawn at random.
Held: a result, or one line of message; the peak of memory stays within --memory and 64 MB beside
what a trivial request takes, the time within --timeout and --late. Time is the smaller one
of elapsed and processor time, so that a busy machine makes no fall.
"""

import collections
import shutil

from campaign import Fell, campaign_main
from hostile_queries import CYCLE, LARGE, ROWS, SHAPES, UPDATES

SECONDS = (0.5, 1, 2, 3)
MEGABYTES = (32, 64, 128, 256)
PATIENCE = 120
STATUSES = (0, 1, 124)
ROW_FORMATS = ("table", "json", "xml", "csv", "tsv", "jsonlines", "markdown", "line")
TRIPLE_FORMATS = ("nt", "nq", "ttl", "trig", "table", "json", "csv")
UPDATE_SHARE = 0.3


def statements():
    for i in range(ROWS):
        yield f"<urn:s{i}> <urn:p{i % 5}> <urn:o{i * 7 % 9973}> .\n"
        yield f"<urn:s{i}> <urn:p{(i + 1) % 5}> \"text number {i} of {i % 100}\" .\n"
    for i in range(CYCLE):
        yield f"<urn:n{i}> <urn:next> <urn:n{(i + 1) % CYCLE}> .\n"


def prepare(campaign):
    """The store, a copy of it for updates, and a file for LOAD."""
    folder = campaign.scratch
    with open(folder / "rows.nt", "w") as out:
        out.writelines(statements())
    with open(folder / "large.nt", "w") as out:
        for i, size in enumerate(LARGE):
            out.write(f"<urn:l{i}> <urn:large> \"{('abc ä' if i % 2 else 'abcde ') * (size // 6)}\" .\n")
    campaign.succeed("load", folder / "kb", "--quiet", folder / "rows.nt", folder / "large.nt")
    shutil.copytree(folder / "kb", folder / "changed")


class Trials:
    def __init__(self, campaign):
        self.campaign = campaign
        self.kb = campaign.scratch / "kb"
        self.changed = campaign.scratch / "changed"
        self.ends = collections.Counter()
        self.most = collections.Counter()
        self.base = {
            "query": campaign.dossier("query", self.kb, "-e", "ASK {}"),
            "update": campaign.dossier("update", self.changed, "--quiet", "-e", "INSERT DATA {}")}

    def draw(self, random):
        """Command, name of the shape, text, format."""
        if random.random() < UPDATE_SHARE:
            shape = random.choice(UPDATES)
            return "update", shape.__name__, shape(random).replace(
                "FILE", f"file://{self.campaign.scratch}/{random.choice(('rows', 'large'))}.nt"), None
        shape = random.choice(SHAPES)
        text = shape(random)
        is_rows = text.startswith("SELECT")
        return "query", shape.__name__, text, random.choice(ROW_FORMATS if is_rows else TRIPLE_FORMATS)

    def run(self, trial):
        random = trial.random
        command, name, text, written = self.draw(random)
        seconds, megabytes = random.choice(SECONDS), random.choice(MEGABYTES)
        file = self.campaign.scratch / "text.rq"
        file.write_text(text)
        words = [command, self.kb if command == "query" else self.changed, "-f", file,
                 "--timeout", f"{seconds}s", "--memory", f"{megabytes}M"]
        done = self.campaign.dossier(*words, *(["--format", written] if written else ["--quiet"]),
                                     timeout=PATIENCE, keep_output=False)
        if command == "update" and done.status == 0:
            shutil.rmtree(self.changed)
            shutil.copytree(self.kb, self.changed)
        self.judge(name, command, done, seconds, megabytes, written, text)

    def judge(self, name, command, done, seconds, megabytes, written, text):
        base = self.base[command]
        took = min(done.seconds, done.cpu_seconds) - base.cpu_seconds
        memory = done.peak_bytes - base.peak_bytes - (megabytes << 20)
        self.ends[(name, {0: "done", 1: "refused", 124: "late"}.get(done.status, "?"))] += 1
        self.most[name] = max(self.most[name], memory >> 20)
        wrong = self.complaint(done, took - seconds, memory)
        if wrong:
            raise Fell(f"{name}, {written}, --timeout {seconds}s --memory {megabytes}M "
                       f"{text[:150]}...{text[-150:]}: {wrong}: {done.summary()}")

    def complaint(self, done, late, memory):
        """What did not hold; nothing if all did."""
        if done.crashed or done.timed_out or done.status not in STATUSES:
            return "wrong end"
        if late > self.campaign.options.late:
            return f"{late:.2f} s too late"
        if memory > self.campaign.more_memory:
            return f"{memory >> 20} MB above the limit"
        if done.status != 0 and not done.says_error:
            return "no message"
        return None


def attack(campaign):
    prepare(campaign)
    trials = Trials(campaign)
    for trial in campaign.trials():
        with trial:
            trials.run(trial)
    campaign.note(", ".join(f"{name} {end} {count}" for (name, end), count in sorted(trials.ends.items())))
    campaign.note("most MB above the limit: "
                  + ", ".join(f"{name} {most}" for name, most in sorted(trials.most.items())))


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=200)
