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
import dataclasses
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
KEPT_FALLS = 200


class Fell(Exception):
    """Something that should have held did not. The text is a reproduction: input and outcome."""


class Skipped(Exception):
    """The machine lacks what the campaign needs."""


@dataclasses.dataclass
class Done:
    """How a process ended."""
    status: int          # exit status; negative: the signal that ended it
    out: str
    err: str
    seconds: float       # elapsed
    cpu_seconds: float
    peak_bytes: int      # largest resident memory
    timed_out: bool      # killed because `timeout` was over

    @property
    def crashed(self):
        """Ended by a signal that we did not send. The C library ends a process for which it has no
        memory with a message; no program can prevent that, so it is no crash."""
        return (not self.timed_out and (self.status < 0 or self.status > 130)
                and "Fatal glibc error" not in self.err)

    def summary(self):
        end = "did not end" if self.timed_out else f"exit status {self.status}"
        text = (self.err.strip() or self.out.strip())[-400:]
        return f"{end} after {self.seconds:.1f} s, {self.peak_bytes >> 20} MB: {text}"


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

    def finish(self):
        for line in self.notes:
            print(line)
        if self.falls:
            number, smallest = min(self.falls, key=lambda fall: len(fall[1]))
            print(f"smallest reproduction (--seed {self.seed}, trial {number}):\n{smallest}")
        print(f"tried {self.tried} held {self.tried - len(self.falls)} failed {len(self.falls)}")
        return 1 if self.falls or self.tried == 0 else 0


def run(command, stdin=None, timeout=60, limits=(), env=None, cwd=None, keep_output=True):
    """Runs a process to its end and measures it. `stdin` is text or bytes; `limits` are pairs for
    resource.setrlimit(). After `timeout` seconds it is killed, with its children. Without
    `keep_output` what it prints on standard output is thrown away."""
    def prepare():
        for name, value in limits:
            resource.setrlimit(name, (value, value))

    if isinstance(stdin, str):
        stdin = stdin.encode()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, \
            tempfile.TemporaryFile() as err:
        given.write(stdin or b"")
        given.seek(0)
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=given, stderr=err, env=env, cwd=cwd,
                                   stdout=out if keep_output else subprocess.DEVNULL,
                                   preexec_fn=prepare, start_new_session=True)
        timed_out = True  # also when an interrupt ends the waiting
        try:
            timed_out = not wait_at_most(process, timeout)
        finally:
            if timed_out:
                os.killpg(process.pid, signal.SIGKILL)
        status, usage = wait_for_end(process)
        seconds = time.monotonic() - start
        return Done(status, text_of(out), text_of(err), seconds,
                    usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, timed_out)


def wait_at_most(process, timeout):
    """Waits without reaping, which wait4() does afterwards; false if the time is over."""
    end = time.monotonic() + timeout
    pause = 0.001
    while time.monotonic() < end:
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        if os.waitid(os.P_PID, process.pid, flags) is not None:
            return True
        time.sleep(pause)
        pause = min(pause * 2, 0.02)
    return False


def wait_for_end(process):
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def text_of(file):
    file.seek(0)
    return file.read().decode(errors="replace")


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
    parser.add_argument("--keep", action="store_true", help="leave the scratch folder")
    add_arguments(parser)
    options = parser.parse_args()
    options.dossier = str(pathlib.Path(options.dossier).resolve())
    return options


def campaign_main(attack, description, rounds, add_arguments=lambda parser: None):
    """Runs attack(campaign) and ends the process with the campaign's exit status. An interrupt
    (Ctrl-C, SIGTERM) ends the trials early; what was tried until then counts."""
    options = arguments(description, rounds, add_arguments)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="dossier-attack-"))
    print(f"seed {options.seed}", flush=True)
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
