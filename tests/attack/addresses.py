#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tricks of addresses and paths (hostile_addresses.py) against --allow and --allow-files.

Held: the server that is not allowed is never reached, the allowed one only below the allowed path
and under its own name, and nothing of a file outside of the allowed folders is read or printed.
"""

import os
import posixpath
import shutil
import threading
import urllib.parse

from campaign import Fell, campaign_main
from hostile_addresses import Tricks, file_tricks, in_query
from hostile_server import HostileServer, head

EACH = 40                        # tricks in one run of the program
PATIENCE = 120
SECRET = "0123secret4567"
ROWS = head(media_type="text/tab-separated-values") + b"?s\n1\n"


def is_below_pub(target):
    """Whether a server that decodes the path finds it below /pub, with parameters or without."""
    path = urllib.parse.unquote(target.split("?", 1)[0].split("#", 1)[0], "latin-1").replace("\\",
        "/")
    plain = "/".join(step.split(";", 1)[0] for step in path.split("/"))
    return all(posixpath.normpath(way).lstrip("/").split("/")[0] == "pub" for way in (path, plain))


def requests_fell(given, allowed, forbidden, start):
    """What was reached and should not have been."""
    for request in forbidden.requests:
        return f"reached the forbidden server: {request.target[:200]}"
    for request in allowed.requests:
        if request.host != f"127.0.0.1:{allowed.port}":
            return f"asked under the name {request.host[:200]}"
        if "/pub" in start and not is_below_pub(request.target):
            return f"reached {request.target[:200]}"
    return None


def try_addresses(campaign, trial):
    def allowed_handler(connection, request):
        way = urllib.parse.parse_qs(request.target.partition("?")[2]).get("to")
        if not way:
            connection.send(ROWS)
            return
        status = trial.random.choice((301, 302, 303, 307, 308))
        connection.send(head(status=status, Content_Length=0, Location=way[0].replace("\n", " ")))

    def forbidden_handler(connection, request):
        connection.send(ROWS)

    with HostileServer(allowed_handler) as allowed, HostileServer(forbidden_handler) as forbidden:
        tricks = Tricks(allowed.port, forbidden.port)
        path = trial.random.choice(("", "/", "/pub", "/pub/"))
        start = f"http://127.0.0.1:{allowed.port}{path}"
        for _ in range(EACH):
            allowed.requests.clear()
            address = tricks.pick(trial.random)
            if trial.random.random() < 0.4:
                to = urllib.parse.quote(address, "")
                address = f"http://127.0.0.1:{allowed.port}/pub/go?to={to}"
            silent = trial.random.choice(("", "SILENT "))
            iri = in_query(address)
            request = trial.random.choice((
                ("query", f"SELECT * {{ SERVICE {silent}<{iri}> {{ ?s ?p ?o }} }}"),
                ("query",
                 f"SELECT * {{ VALUES ?e {{ <{iri}> }} SERVICE {silent}?e {{ ?s ?p ?o }} }}"),
                ("update", f"LOAD {silent}<{iri}>")))
            done = campaign.dossier(request[0], campaign.scratch / "kb", "--allow", start,
                                    "--timeout",
                                    "5s", "-e", request[1], timeout=PATIENCE)
            wrong = requests_fell(address, allowed, forbidden, start)
            if done.crashed or done.timed_out:
                wrong = "wrong end"
            if wrong:
                raise Fell(f"--allow {start} {request[0]} '{request[1]}': {wrong}: "
                           + done.summary())


def make_tree(campaign, trial):
    root = campaign.scratch / f"tree-{trial.number}"
    for folder in ("in/deep", "out/deep", "in2"):
        (root / folder).mkdir(parents=True)
    for name in ("out/secret.nt", "out/deep/secret.nt", "in2/secret.nt"):
        (root / name).write_text(trial.random.choice((f'<urn:a> <urn:b> "{SECRET}" .\n', SECRET)))
    for name in ("in/a.nt", "in/deep/a.nt"):
        (root / name).write_text('<urn:a> <urn:b> "open" .\n')
    links = {"in/link.nt": "../out/secret.nt", "in/up": "..", "in/far": str(root / "out"),
             "in/root": "/",
             "in/chain.nt": "link.nt", "in/deep/here": ".", "in/circle": "circle",
             "in/cwd": "/proc/self/cwd",
             "in/proc": "/proc/self/root", "in/inside.nt": "deep/a.nt", "in/hang.nt": "pipe"}
    for name, target in links.items():
        (root / name).symlink_to(target)
    os.mkfifo(root / "in/pipe")
    return root


def swap(root, stop):
    """Puts a link where a file or folder was just found to be harmless, and back."""
    good, bad = root / "in/swap.good", root / "in/swap.bad"
    while not stop.is_set():
        good.write_text('<urn:a> <urn:b> "open" .\n')
        os.rename(good, root / "in/swap.nt")
        bad.symlink_to("../out/secret.nt")
        os.rename(bad, root / "in/swap.nt")
        swapped = root / "in/swapped"
        if swapped.is_symlink():
            swapped.unlink()
            (root / "in/deep2").rename(swapped)
        else:
            if not swapped.exists():
                swapped.mkdir()
                (swapped / "secret.nt").write_text('<urn:a> <urn:b> "open" .\n')
            swapped.rename(root / "in/deep2")
            swapped.symlink_to("../out")


def try_files(campaign, trial):
    root = make_tree(campaign, trial)
    stop = threading.Event()
    swapping = threading.Thread(target=swap, args=(root, stop))
    swapping.start()
    try:
        tricks = (in_query(file_tricks(root, trial.random)) for _ in range(4 * EACH))
        loads = [f"LOAD {trial.random.choice(('', 'SILENT '))}<{trick}>;" for trick in tricks]
        loads += [f"LOAD <{root}/in/swap.nt>;", f"LOAD <{root}/in/swapped/secret.nt>;"] * EACH
        question = f"SELECT * {{ ?s ?p ?o FILTER(CONTAINS(STR(?o), '{SECRET}')) }};"
        script = "\n".join([*loads, question])
        allowed = trial.random.choice((str(root / "in"), str(root / "in") + "/", "in", "./in/.",
                                       "out/../in"))
        done = campaign.dossier("--allow-files", allowed, "--keep-going", stdin=script,
                                timeout=PATIENCE,
                                cwd=root)
    finally:
        stop.set()
        swapping.join()
    if done.crashed or done.timed_out:
        raise Fell(f"--allow-files {allowed}: {done.summary()}")
    if SECRET in done.out + done.err:
        raise Fell(f"--allow-files {allowed}: a secret came out: " + guilty(campaign, root, allowed,
            loads))
    shutil.rmtree(root)


def guilty(campaign, root, allowed, loads):
    """The first statement that reads a secret by itself; the last word if only a race does."""
    for load in loads:
        done = campaign.dossier("--allow-files", allowed, cwd=root,
                                stdin=f"{load}\nSELECT * {{ ?s ?p ?o }};\n")
        if SECRET in done.out + done.err:
            return load
    return "only while files are swapped"


def attack(campaign):
    campaign.succeed("update", campaign.scratch / "kb", "-e",
                     "INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    for trial in campaign.trials():
        with trial:
            (try_files if trial.random.random() < 0.4 else try_addresses)(campaign, trial)


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=20)
