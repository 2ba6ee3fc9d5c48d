#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speaks the protocol of `dossier extract --serve` badly on purpose: a document named crash* kills the process, hang*
never gets an answer, rubbish* gets one that is none; every other is a document of one sentence."""

import json
import os
import signal
import struct
import sys
import time

VERSION = int(os.environ.get("FAKE_VERSION", "1"))


def send(head, body=b""):
    text = json.dumps(head).encode()
    sys.stdout.buffer.write(struct.pack(">II", len(text), len(body)) + text + body)
    sys.stdout.buffer.flush()


def main():
    send({"protocol": "dossier-extract", "version": VERSION, "formats": ["nquads"]})
    while True:
        lengths = sys.stdin.buffer.read(8)
        if len(lengths) < 8:
            return
        head_length, body_length = struct.unpack(">II", lengths)
        head = json.loads(sys.stdin.buffer.read(head_length))
        sys.stdin.buffer.read(body_length)
        name = head["name"]
        if name.startswith("crash"):
            os.kill(os.getpid(), signal.SIGKILL)
        if name.startswith("hang"):
            time.sleep(600)
        if name.startswith("rubbish"):
            sys.stdout.buffer.write(b"\xff" * 64)
            sys.stdout.buffer.flush()
            continue
        document = f"<urn:dossier:document:{name}>"
        line = (f"{document} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:dossier:vocabulary:Document> "
                f"{document} .\n_:b1 <urn:p> {document} {document} .\n")
        send({"id": head["id"], "ok": True, "pid": os.getpid(), "entities": []}, line.encode())


main()
