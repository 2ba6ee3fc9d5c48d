#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Long chains and deep nestings of every construct of SPARQL, alone and mixed.

A trial gives one query or update to the program: a chain of pieces, a nesting, an expression
(chain_pieces.py) or a list (chain_lists.py), of 10 to 100,000 parts, with the usual stack or one of
512 KiB. It held if the answer is right or the message names a limit, within --timeout and --late
of processor time, and within --memory and 64 MB more than a trivial query needs.
"""

import resource
import shutil

from campaign import Fell, campaign_main
from chain_lists import LISTS
from chain_pieces import (DATA, PIECES, PREFIX, SELECT, STEPS, WRAPPINGS, chain, expression,
                          nesting)

SECONDS = 2
MEGABYTES = 256
PATIENCE = 60
SMALL_STACK = [(resource.RLIMIT_STACK, 512 << 10)]
# What a message about a limit says.
LIMITS = ("nested too deep", "more than 500", "more memory", "timed out")
SIZES = (10, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
DEPTHS = (10, 50, 100, 150, 200, 240, 300, 400, 470, 499, 1_000, 100_000)  # 500 are allowed
GROUPS = {"chain": (chain, PIECES), "nesting": (nesting, WRAPPINGS),
          "expression": (expression, STEPS)}
KINDS = ("chain", "nesting", "chain", "expression", "chain", "list")


def one_row(command, group):
    """A request about a group that has one row, and what it prints."""
    if command == "query":
        return SELECT + group, "?n\n1\n"
    return PREFIX + "DELETE { :x :q 1 } INSERT { :x :q 1 } WHERE " + group, None


def request_of(trial, kind):
    """(name, command, text, what it prints or None if that is open)"""
    size = trial.random.choice(DEPTHS if kind in ("nesting", "expression") else SIZES)
    if kind == "list":
        name = trial.random.choice(sorted(LISTS))
        size = trial.random.choice((size, trial.random.choice(DEPTHS)))
        command, text = LISTS[name](size)
        return f"{name}, {size}", command, text, None
    make, parts = GROUPS[kind]
    names = trial.random.sample(sorted(parts), trial.random.choice((1, 2, 2, 3)))
    in_turn = trial.random.random() < 0.7
    command = trial.random.choice(("query", "query", "update"))
    text, expected = one_row(command, make(names, size, in_turn))
    how = "in turn" if in_turn else "after each other"
    return f"{kind} of {', '.join(names)} {how}, {size}", command, text, expected


def complaint(done, expected, trivial, campaign):
    """What did not hold; nothing if all did."""
    if done.crashed or done.timed_out or done.status not in (0, 1, 124):
        return "wrong end"
    if done.cpu_seconds > SECONDS + campaign.options.late:
        return f"{done.cpu_seconds:.2f} s of processor time"
    more = done.peak_bytes - trivial.peak_bytes
    if more > (MEGABYTES << 20) + campaign.more_memory:
        return f"{more >> 20} MB of memory"
    if done.status == 0:
        return "wrong answer" if expected is not None and done.out != expected else None
    if not done.says_error or not any(word in done.err for word in LIMITS):
        return "no message about a limit"
    return None


def try_one(campaign, trial, kb, trivial):
    kind = KINDS[trial.number % len(KINDS)]
    name, command, text, expected = request_of(trial, kind)
    path = campaign.scratch / "request"
    path.write_text(text)
    target = kb
    if command == "update":
        target = campaign.scratch / "changed"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(kb, target)
    explain = command == "query" and trial.random.random() < 0.2
    small = trial.random.random() < 0.4
    done = campaign.dossier(command, target, "--timeout", f"{SECONDS}s",
                            "--memory", f"{MEGABYTES}M", "-f", path,
                            *(["--explain"] if explain else []),
                            timeout=PATIENCE, limits=SMALL_STACK if small else ())
    wrong = complaint(done, None if explain else expected, trivial, campaign)
    if wrong:
        raise Fell(f"{command} {name}{', explained' if explain else ''}"
                   f"{', small stack' if small else ''}: {text[:60]}...: {wrong}: {done.summary()}")
    return done


def attack(campaign):
    kb = campaign.scratch / "kb"
    campaign.succeed("update", kb, "-e", DATA)
    trivial = campaign.dossier("query", kb, "-e", "ASK {}")
    ends = {0: 0, 1: 0, 124: 0}
    for trial in campaign.trials():
        with trial:
            ends[try_one(campaign, trial, kb, trivial).status] += 1
    campaign.note(f"answered {ends[0]}, refused {ends[1]}, out of time {ends[124]}")


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=100)
