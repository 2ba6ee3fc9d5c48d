#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile clients of `dossier serve`: half requests, dripping ones, readers that do not read, huge
heads, wrong lengths, bad encodings, hundreds of connections, clients that leave.

A writing server is attacked by several clients at once while a good one asks and updates. Each answer
of the good one must be right and in time, the memory must stay within bounds, the server must end at
Ctrl-C, and `check` must find nothing.
"""

import http.client
import pathlib
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse

from campaign import Fell, campaign_main

TOKEN = "token-of-the-campaign"
MEMORY = 700 << 20
HEAD = f"Host: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
BIG = "SELECT ?x ?y { ?a ?b ?x . ?c ?d ?y } LIMIT 300000"


def connect(port):
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.settimeout(10)
    return connection


def get(query):
    return f"GET /sparql?{urllib.parse.urlencode({'query': query})} HTTP/1.1\r\n{HEAD}\r\n".encode()


def half_head(random, port):
    connection = connect(port)
    whole = get("ASK {}")
    connection.sendall(whole[:random.randrange(1, len(whole) - 2)])
    return connection


def dripping(random, port):
    connection = connect(port)
    for byte in get("ASK {}")[:random.randrange(5, 30)]:
        connection.sendall(bytes([byte]))
        time.sleep(0.02)
    return connection


def half_body(random, port):
    connection = connect(port)
    connection.sendall(f"POST /sparql HTTP/1.1\r\n{HEAD}Content-Type: application/sparql-update\r\n"
                       f"Content-Length: {random.choice([100, 10**6])}\r\n\r\nINSERT DATA {{ <urn:half>".encode())
    return connection


def never_reads(random, port):
    """Asks for megabytes and reads nothing of them."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(10)
    connection.connect(("127.0.0.1", port))
    connection.sendall(get(BIG) * random.choice([1, 3]))
    return connection


def leaves(random, port):
    connection = connect(port)
    connection.sendall(get(LONG))
    time.sleep(random.random() * 0.1)
    connection.close()
    return None


def huge_head(random, port):
    connection = connect(port)
    try:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(random.choice([10, 400])):
            connection.sendall(b"X-Filler: " + b"a" * 1000 + b"\r\n")
    except OSError:
        pass
    return connection


BROKEN = [
    b"\x16\x03\x01\x02\x00\x01\x00", b"\r\n" * 500, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
    b"G\xffT / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET http://elsewhere/ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"CONNECT a:1 HTTP/1.1\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\n%sContent-Length: -1\r\n\r\n" % HEAD.encode(),
    b"POST /sparql HTTP/1.1\r\n%sContent-Length: 99999999999999999999\r\n\r\n" % HEAD.encode(),
    b"POST /sparql HTTP/1.1\r\n%sTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" % HEAD.encode(),
    b"POST /sparql HTTP/1.1\r\n%sTransfer-Encoding: chunked\r\n\r\nzz\r\n" % HEAD.encode(),
    b"POST /sparql HTTP/1.1\r\n%sTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n" % HEAD.encode(),
    b"POST /graphs?graph=urn:m HTTP/1.1\r\n%sContent-Type: multipart/form-data\r\nContent-Length: 4\r\n\r\n--\r\n" % HEAD.encode(),
    b"PUT /graphs?graph=urn:%%zz HTTP/1.1\r\n%sContent-Type: text/turtle\r\nContent-Length: 0\r\n\r\n" % HEAD.encode(),
    b"POST /sparql HTTP/1.1\r\n%sContent-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\n\xff\xfe\x00{}\n" % HEAD.encode(),
]


def broken(random, port):
    """What is no request gets an answer of HTTP or none, and no status of success."""
    connection = connect(port)
    message = random.choice(BROKEN)
    connection.sendall(message)
    connection.shutdown(socket.SHUT_WR)
    answer = b""
    try:
        while len(answer) < 4096 and (part := connection.recv(4096)):
            answer += part
    except OSError:
        pass
    if answer and not re.match(rb"HTTP/1\.1 [345]\d\d ", answer):
        raise Fell(f"{message!r} was answered with {answer[:200]!r}")
    return connection


def many(random, port):
    """More connections than the server keeps."""
    all_of_them = []
    for _ in range(random.choice([50, 300])):
        try:
            all_of_them.append(connect(port))
        except OSError:
            break
    return all_of_them


ATTACKS = [half_head, dripping, half_body, never_reads, leaves, huge_head, broken, broken, many]


class Good:
    """A client as they should be: its updates count up, and it always reads the newest."""

    def __init__(self, port, late):
        self.port = port
        self.late = late
        self.number = 0

    def ask(self, method, target, body, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60 + self.late)
        try:
            connection.request(method, target, body, {"Authorization": f"Bearer {TOKEN}", **headers})
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def step(self):
        start = time.monotonic()
        self.number += 1
        update = f"DELETE {{ <urn:c> <urn:n> ?n }} INSERT {{ <urn:c> <urn:n> {self.number} }} WHERE {{ OPTIONAL {{ <urn:c> <urn:n> ?n }} }}"
        status, body = self.ask("POST", "/sparql", update, **{"Content-Type": "application/sparql-update"})
        if status != 200:
            raise Fell(f"an update beside attacks: {status} {body}")
        status, body = self.ask("GET", "/sparql?format=csv&" + urllib.parse.urlencode({"query": "SELECT ?n { <urn:c> <urn:n> ?n }"}), None)
        if status not in (200, 503) or (status == 200 and body.split() != ["n", str(self.number)]):
            raise Fell(f"after update {self.number} the answer was {status} {body}")
        status, body = self.ask("GET", "/start.json", None)
        if status != 200:
            raise Fell(f"the page beside attacks: {status} {body}")
        if time.monotonic() - start > 20 + self.late:
            raise Fell(f"a good client waited {time.monotonic() - start:.1f} s")


def resident(process):
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) << 10


def one_trial(campaign, trial, process, port, good):
    held = []
    problems = []

    def run(attack):
        try:
            held.append(attack(trial.random, port))
        except Fell as fell:
            problems.append(fell)
        except OSError:
            pass  # a refused connection is an answer

    chosen = [trial.random.choice(ATTACKS) for _ in range(6)]
    threads = [threading.Thread(target=run, args=(attack,)) for attack in chosen]
    for thread in threads:
        thread.start()
    names = ", ".join(attack.__name__ for attack in chosen)
    try:
        good.step()
    except (OSError, http.client.HTTPException) as error:
        # More connections than allowed are closed at once; then the good one comes again.
        if many not in chosen:
            raise Fell(f"{names}: a good client failed: {error}") from error
    for thread in threads:
        thread.join()
    for one in held:
        for connection in one if isinstance(one, list) else [one]:
            if connection:
                connection.close()
    if problems:
        raise problems[0]
    if process.poll() is not None:
        raise Fell(f"{names}: the server ended with {process.returncode}")
    if not campaign.options.sanitized and resident(process) > MEMORY:
        raise Fell(f"{names}: {resident(process) >> 20} MB")


def attack(campaign):
    folder = pathlib.Path(campaign.scratch)
    kb = folder / "kb"
    quads = " ".join(f"<urn:n{i}> <urn:p> \"{'x' * 50}{i}\" ." for i in range(2000))
    (folder / "data.nt").write_text(quads.replace(" . ", " .\n"))
    subprocess.run([campaign.program, "load", kb, folder / "data.nt", "--quiet"], check=True)
    process = subprocess.Popen([campaign.program, "serve", kb, "--edit", "--token", TOKEN, "--port", "0",
                                "--timeout", "2s", "--memory", "64M", "--jobs", "2"],
                               stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", process.stderr.readline()).group(1))
    good = Good(port, campaign.options.late)
    try:
        for trial in campaign.trials():
            with trial:
                one_trial(campaign, trial, process, port, good)
    finally:
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=60)
        process.stderr.close()
    done = subprocess.run([campaign.program, "check", kb], capture_output=True, text=True, check=False)
    with campaign.trial("the end"):
        if status != 0 or done.returncode != 0:
            raise Fell(f"the server ended with {status}, check with {done.returncode}: {done.stdout}{done.stderr}")


campaign_main(attack, __doc__, rounds=20)
