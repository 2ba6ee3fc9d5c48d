#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SERVICE and LOAD against a server that does everything wrong (hostile_answers.py).

Held: the request ends within --timeout and --late, with a result or one line of message;
the peak of memory stays within --memory and 64 MB; the program still answers afterwards.
"""

from campaign import Fell, campaign_main
from hostile_answers import ANSWERS
from hostile_server import server_process

SECONDS = (1, 2)
MEGABYTES = (32, 64, 128, 256)
PATIENCE = 60
STATUSES = (0, 1, 124)


def request_of(trial, address):
    silent = trial.random.choice(("", "SILENT "))
    if trial.random.random() < 0.5:
        return "update", f"LOAD {silent}<{address}>"
    rows = " ".join(f'<urn:{n}>' for n in range(trial.random.choice((1, 300))))
    return "query", (f"SELECT * {{ VALUES ?s {{ {rows} }} SERVICE {silent}<{address}> "
                     "{ ?s ?p ?o } } ORDER BY ?o LIMIT 10")


def complaint(done, limit, memory):
    """What did not hold; nothing if all did."""
    if done.crashed or done.timed_out or done.status not in STATUSES:
        return "wrong end"
    if done.seconds > limit:
        return f"later than {limit:.2f} s"
    if done.peak_bytes > memory:
        return f"more than {memory >> 20} MB"
    if done.status != 0 and not done.says_error:
        return "no message"
    if any(ord(c) < 32 and c not in "\n\t" for c in done.err):
        return "raw control characters"
    return None


def handler(connection, request):
    """By the path: /NUMBER/NAME.ENDING."""
    name = request.path.rpartition("/")[2].partition(".")[0]
    ANSWERS.get(name, ANSWERS["failure"])(connection, request)


def try_one(campaign, trial, kb, port, name):
    kind = trial.random.choice(("nt", "ttl", "rdf", "json", "xml", "x"))
    address = f"http://127.0.0.1:{port}/{trial.random.randrange(1 << 32)}/{name}.{kind}"
    command, text = request_of(trial, address)
    seconds = trial.random.choice(SECONDS)
    megabytes = trial.random.choice(MEGABYTES)
    start = campaign.dossier("query", kb, "-e", "ASK {}")
    done = campaign.dossier(command, kb, "--timeout", f"{seconds}s", "--memory", f"{megabytes}M",
                            "-e", text, timeout=PATIENCE)
    wrong = complaint(done, seconds + start.seconds + campaign.options.late,
                      (megabytes << 20) + campaign.more_memory)
    if wrong:
        raise Fell(f"{name}, {kind}, --timeout {seconds}s --memory {megabytes}M "
                   f"{text[:40]}...{text[-60:]}: {wrong}: {done.summary()}")
    campaign.succeed("query", kb, "-e", "ASK {}")


def attack(campaign):
    kb = campaign.scratch / "kb"
    campaign.succeed("update", kb, "-e", "INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    names = sorted(ANSWERS)
    with server_process(handler) as port:
        for trial in campaign.trials():
            with trial:
                try_one(campaign, trial, kb, port, names[trial.number % len(names)])
    campaign.note(f"{len(names)} kinds of answers")


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=100)
