#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile documents: a table of shapes times sizes and formats, each ingested with two good documents.

Held: the ingest ends in time, with a result or a clear message; the good documents are in the
knowledge base; `check` finds nothing; the peak of memory stays within the limit.
"""

import os
import shutil
import threading
import time

from campaign import Fell, campaign_main
from hostile_documents import table

CPU_SECONDS = 4                  # --document-timeout
GRACE_SECONDS = 8                # for the rules, for writing and for the good documents
MEMORY = (1 << 30) + (160 << 20)  # the limit of a document, and the program with its store
PATIENCE = 240                   # seconds; the machine may be busy

GOOD = {"first good.txt": "Port news\n\nCarl Lund visited Oslo on 3 May 2021. He met Anna Berg.\n",
        "second_good.md": "# Council news\n\nThe Northern Fishery Council sold the fleet.\n"}


NAMES = (b"a\nb.txt", b"\x1b[31mred.txt", b"\xc2\x9b31m.txt", b"\xff\xfe\xe9.txt", b"\xff.txt",
         b"\xfe.txt", "\u202etxt.exe.txt".encode(), "\U0001F600.txt".encode(), b"!!.txt", b"?.txt",
         b" .txt", b"..txt", b"-x.txt", b"--jobs.txt", b"a b.txt", b"a_b.txt", b"a&b.txt",
         b"$(date).txt", b"'.txt", b'".txt', b"\\.txt", b"%00.txt", b"n" * 250 + b".txt",
         b"report.txt", b"report.md", b"report.html", b"report", b"report_2.txt", b"report.txt.txt",
         "\ufffdFF.txt".encode(), b"con.txt", b"document.txt")


def make_folder(campaign, number):
    folder = campaign.scratch / f"in-{number}"
    folder.mkdir()
    for name, text in GOOD.items():
        (folder / name).write_text(text)
    return folder


def ingest(campaign, number, *paths, **options):
    kb = campaign.scratch / f"kb-{number}"
    done = campaign.dossier("ingest", kb, *paths, "--document-timeout", CPU_SECONDS,
                            timeout=PATIENCE, **options)
    return kb, done


def check_run(campaign, kb, done, what, documents=1):
    said = f"{what}: {done.summary()}"
    if done.timed_out or done.crashed:
        raise Fell(said)
    if done.status not in (0, 1):
        raise Fell("not the status of an ingest: " + said)
    if done.status == 1 and "error: " not in done.err:
        raise Fell("no message: " + said)
    if done.cpu_seconds > documents * CPU_SECONDS + GRACE_SECONDS:
        raise Fell(f"{done.cpu_seconds:.1f} s of processor time: {said}")
    if done.peak_bytes > MEMORY:
        raise Fell("too much memory: " + said)
    if dangerous(done.err):
        raise Fell("written raw: " + repr(done.err[-300:]))


def dangerous(text):
    """What moves a terminal's cursor, colours it or turns its writing."""
    return any((c < " " and c not in "\n\t") or "\x7f" <= c <= "\x9f" or
               "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" or c in "\u200e\u200f\u061c"
               for c in text)


def check_store(campaign, kb, what):
    if campaign.dossier("check", kb, timeout=PATIENCE).status != 0:
        raise Fell(f"{what}: check finds damage")
    listed = campaign.succeed("docs", kb, "--format", "csv")
    for name in ("first_good", "second_good"):
        if name not in listed:
            raise Fell(f"{what}: {name} is not in the knowledge base: {listed[:300]!r}")


def hostile_content(campaign, trial, row):
    what, size, ending, make = row
    folder = make_folder(campaign, trial.number)
    made = make(size, trial.random)
    bad = folder / f"hostile{ending}"
    bad.write_bytes(made.encode() if isinstance(made, str) else made)
    kb, done = ingest(campaign, trial.number, folder / "first good.txt", bad,
                      folder / "second_good.md")
    check_run(campaign, kb, done, f"{what} of {size} bytes as {ending or 'no ending'}")
    check_store(campaign, kb, what)


def hostile_names(campaign, trial):
    """Different files stay different documents, and a second ingest changes nothing."""
    folder = make_folder(campaign, trial.number)
    names = trial.random.sample(NAMES, 8)
    for i, name in enumerate(names):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"Port news\n\nVera Lund%d visited Oslo.\n" % i)
    paths = [os.path.join(os.fsencode(folder), name).decode(errors="surrogateescape")
             for name in names] + [folder / name for name in GOOD]
    trial.random.shuffle(paths)
    kb, done = ingest(campaign, trial.number, *paths)
    check_run(campaign, kb, done, f"names {names}")
    count = campaign.succeed("query", kb, "--format", "csv", "-e",
                             "SELECT (COUNT(?d) AS ?n) { ?d a k:Document }").split()[1]
    if int(count) != len(paths):
        raise Fell(f"{len(paths)} files gave {count} documents: {names}: {done.err}")
    before = campaign.succeed("dump", kb)
    _, again = ingest(campaign, trial.number, *reversed(paths))
    if again.status != 0 or campaign.succeed("dump", kb) != before:
        raise Fell(f"ingested again, the knowledge base changed: {names}: {again.err}")
    check_store(campaign, kb, names)


def hostile_files(campaign, trial):
    """Links in circles, to devices and to nowhere, FIFOs, sockets, folders, unreadable files."""
    folder = make_folder(campaign, trial.number)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "there.txt").symlink_to("back.txt")
    (folder / "back.txt").symlink_to("there.txt")
    (folder / "nowhere.txt").symlink_to("/nowhere/at/all.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "inside.txt").symlink_to(folder, target_is_directory=True)
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "fifo.txt")
    named = trial.random.sample(["self.txt", "there.txt", "nowhere.txt", "zero.txt", "inside.txt",
                                 "folder.txt", "fifo.txt"], 3)
    paths = [folder] + [folder / name for name in named]
    trial.random.shuffle(paths)
    kb, done = ingest(campaign, trial.number, *paths, "--recursive")
    check_run(campaign, kb, done, f"a folder with links and {named}")
    check_store(campaign, kb, named)


def changing_file(campaign, trial):
    """A file that grows, shrinks and is replaced while it is read."""
    folder = make_folder(campaign, trial.number)
    path = folder / "changing.txt"
    path.write_text("A man left.\n" * 2000)
    stop = threading.Event()

    def change():
        while not stop.is_set():
            choice = trial.random.randrange(3)
            if choice == 0:
                with open(path, "a") as file:
                    file.write("Carl Lund left Oslo.\n" * 200)
            elif choice == 1:
                os.truncate(path, trial.random.randrange(3000))
            else:
                (folder / "new").write_text("Anna Berg met him.\n" * 300)
                os.replace(folder / "new", path)
            time.sleep(0.002)

    changer = threading.Thread(target=change)
    changer.start()
    try:
        kb, done = ingest(campaign, trial.number, folder)
    finally:
        stop.set()
        changer.join()
    check_run(campaign, kb, done, "a file that changes")
    check_store(campaign, kb, "a file that changes")


def attack(campaign):
    rows = table()
    campaign.note(f"the table has {len(rows)} documents")
    other = (hostile_names, hostile_files, changing_file)
    for trial in campaign.trials():
        with trial:
            # One trial in eight is about the file, not its content.
            if trial.number % 8 == 7:
                other[trial.number // 8 % len(other)](campaign, trial)
            else:
                spread = (trial.number + campaign.seed) * 7919 % len(rows)
                hostile_content(campaign, trial, rows[spread])
        for path in campaign.scratch.iterdir():
            if path.name.endswith(f"-{trial.number}"):
                shutil.rmtree(path, ignore_errors=True)


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=300)
