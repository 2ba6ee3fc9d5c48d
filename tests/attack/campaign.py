# SPDX-License-Identifier: Apache-2.0
"""What the campaigns share: arguments, rounds, a scratch folder, running the program, the summary.

A campaign is a program of this form:

    from campaign import Fell, campaign_main

    def attack(campaign):
        for trial in campaign.trials():        # until --rounds or --minutes are over
            with trial:
                text = trial.random.choice(TEXTS)
                done = campaign.dossier("query", kb, "-e", text)
                if done.crashed:
                    raise Fell(f"dossier query kb -e '{text}': {done.summary()}")

    campaign_main(attack, __doc__, rounds=100)

Each trial has its own random numbers, which depend only on --seed and the number of the trial, so
that `--seed S --only N` repeats trial N alone. The exit status is 0 if every trial held, 1 if one
fell, 77 if the campaign cannot run on this machine.
"""

import argparse
import contextlib
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from processes import run

SKIPPED = 77
MORE_MEMORY = 64 << 20
KEPT_FALLS = 200


class Fell(Exception):
    """Something that should have held did not. The text is a reproduction: input and outcome."""


class Skipped(Exception):
    """The machine lacks what the campaign needs."""


class Trial(contextlib.AbstractContextManager):
    """One attempt. Leaving the block counts it: as fallen if it raised Fell, else as held."""

    def __init__(self, campaign, number):
        self.campaign = campaign
        self.number = number
        self.random = random.Random(f"{campaign.seed}/{number}")

    def __exit__(self, kind, error, traceback):
        if kind is None or issubclass(kind, Fell):
            self.campaign.count(self.number, error)
            return True
        return False


class Campaign:
    def __init__(self, options, scratch):
        self.options = options
        self.seed = options.seed
        self.program = options.dossier
        self.scratch = scratch          # removed at the end
        self.tried = 0
        self.falls = []                 # (number of the trial, reproduction)
        self.notes = []                 # lines printed before the summary

    def trials(self):
        if self.options.only is not None:
            yield Trial(self, self.options.only)
            return
        end = time.monotonic() + self.options.minutes * 60 if self.options.minutes else None
        number = 0
        while (number < self.options.rounds if end is None else time.monotonic() < end):
            yield Trial(self, number)
            number += 1

    def trial(self, name):
        """A trial of its own, outside the rounds."""
        return Trial(self, name)

    def count(self, number, fall):
        self.tried += 1
        if fall is not None:
            self.falls.append((number, str(fall)))
            if len(self.falls) <= KEPT_FALLS:
                print(f"trial {number} fell: {fall}", flush=True)

    def note(self, text):
        """A line for the end: figures that belong to the result."""
        self.notes.append(text)

    def dossier(self, *arguments, **options):
        """Runs the program; see run()."""
        return run([self.program, *map(str, arguments)], **options)

    def succeed(self, *arguments, **options):
        """Runs the program, which must succeed; what it printed."""
        done = self.dossier(*arguments, **options)
        if done.status != 0:
            raise Fell(f"dossier {' '.join(map(str, arguments))}: {done.summary()}")
        return done.out

    @property
    def more_memory(self):
        """Bytes that a process may take beyond --memory."""
        return sys.maxsize if self.options.sanitized else MORE_MEMORY

    def add_reports(self):
        """Each report of a sanitizer is a fall. It is empty when the process was killed while it looked for leaks."""
        for report in sorted(self.scratch.glob("report.*")):
            if text := report.read_text(errors="replace"):
                self.count(report.name, Fell(text))

    def finish(self):
        self.add_reports()
        for line in self.notes:
            print(line)
        if self.falls:
            number, smallest = min(self.falls, key=lambda fall: len(fall[1]))
            print(f"smallest reproduction (--seed {self.seed}, trial {number}):\n{smallest}")
        print(f"tried {self.tried} held {self.tried - len(self.falls)} failed {len(self.falls)}")
        return 1 if self.falls or self.tried == 0 else 0


def arguments(description, rounds, add_arguments):
    parser = argparse.ArgumentParser(description=description,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True, metavar="PATH", help="the program")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32),
                        help="default: another one each time")
    parser.add_argument("--rounds", type=int, default=rounds, help=f"trials; default: {rounds}")
    parser.add_argument("--minutes", type=float, help="run so long instead")
    parser.add_argument("--only", type=int, metavar="N", help="repeat trial N alone")
    parser.add_argument("--late", type=float, default=0.5, metavar="SECONDS",
                        help="what may pass after a time limit; more on a slow machine")
    parser.add_argument("--sanitized", action="store_true",
                        help="the program is built with sanitizers: their reports are falls, memory is not measured")
    parser.add_argument("--keep", action="store_true", help="leave the scratch folder")
    add_arguments(parser)
    options = parser.parse_args()
    options.dossier = str(pathlib.Path(options.dossier).resolve())
    return options


def send_reports_to(scratch):
    """In the environment of every process that a campaign starts."""
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        given = os.environ.get(name, "")
        os.environ[name] = f"{given}{':' if given else ''}log_path={scratch / 'report'}"


def campaign_main(attack, description, rounds, add_arguments=lambda parser: None):
    """Runs attack(campaign) and ends the process with the campaign's exit status. An interrupt
    (Ctrl-C, SIGTERM) ends the trials early; what was tried until then counts."""
    options = arguments(description, rounds, add_arguments)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="dossier-attack-"))
    print(f"seed {options.seed}", flush=True)
    if options.sanitized:
        send_reports_to(scratch)
    campaign = Campaign(options, scratch)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            attack(campaign)
        status = campaign.finish()
    except Skipped as reason:
        print(f"skipped: {reason}")
        status = SKIPPED
    finally:
        if options.keep:
            print(f"kept {scratch}")
        else:
            shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(status)
