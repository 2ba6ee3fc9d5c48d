# SPDX-License-Identifier: Apache-2.0
"""The client of `dossier extract --serve`: documents in, facts out, over pipes (docs/worker.md).

A worker that crashes, hangs or says something else costs the document it had; the next document gets a
new process. Standard library only: this file goes to the executors.
"""

import json
import os
import select
import struct
import subprocess
import time

VERSION = 1
LARGEST = 1 << 31


class Unusable(Exception):
    """The program can't be started, or speaks another version: no document could be read."""


class Lost(Exception):
    """The process is gone or too late; `code` is "crash" or "timeout"."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Worker:
    """One process at a time. Not for several threads."""

    def __init__(self, command, timeout):
        self.command = list(command)
        self.timeout = timeout
        self.process = None
        self.starts = 0

    def read(self, name, content):
        """The head of the answer and its body; Lost when there is none. Raises Unusable."""
        if self.process is None:
            self.start()
        head = {"id": name, "name": name, "links": True, "timeout_ms": int(self.timeout * 1000)}
        # The process counts its own time; what goes beyond it has stopped counting.
        deadline = time.monotonic() + self.timeout + 5
        try:
            self.send(json.dumps(head).encode(), content, deadline)
            return self.receive(deadline)
        except Lost:
            self.stop()
            raise

    def start(self):
        try:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=subprocess.DEVNULL, bufsize=0)
        except OSError as error:
            raise Unusable(f"cannot start {self.command[0]}: {error.strerror}") from error
        os.set_blocking(self.process.stdin.fileno(), False)
        self.starts += 1
        try:
            hello, _ = self.receive(time.monotonic() + 60)
        except Lost as error:
            self.stop()
            raise Unusable(f"{self.command[0]} does not serve: {error}") from error
        if hello.get("protocol") != "dossier-extract" or hello.get("version") != VERSION:
            self.stop()
            raise Unusable(f"{self.command[0]} speaks version {hello.get('version')} of the protocol, "
                           f"these scripts speak {VERSION}: use those of the same release")

    def stop(self):
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.stdin.close()
            process.stdout.close()
            process.wait()

    def send(self, head, body, deadline):
        view = memoryview(struct.pack(">II", len(head), len(body)) + head + body)
        pipe = self.process.stdin.fileno()
        while view:
            if not select.select([], [pipe], [], max(0, deadline - time.monotonic()))[1]:
                raise Lost("timeout", f"no answer within {self.timeout:g} seconds")
            try:
                view = view[os.write(pipe, view[:1 << 16]):]
            except BlockingIOError:
                continue
            except OSError as error:
                raise Lost("crash", self.ended()) from error

    def receive(self, deadline):
        lengths = struct.unpack(">II", self.exactly(8, deadline))
        if max(lengths) > LARGEST:
            raise Lost("crash", "an answer that is none")
        head = self.exactly(lengths[0], deadline)
        body = self.exactly(lengths[1], deadline)
        try:
            return json.loads(head), body
        except ValueError as error:
            raise Lost("crash", "an answer that is none") from error

    def exactly(self, count, deadline):
        parts = []
        pipe = self.process.stdout.fileno()
        while count:
            if not select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
                raise Lost("timeout", f"no answer within {self.timeout:g} seconds")
            part = os.read(pipe, min(count, 1 << 20))
            if not part:
                raise Lost("crash", self.ended())
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def ended(self):
        try:
            status = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "the worker closed its output"
        return f"the worker ended by signal {-status}" if status < 0 else f"the worker ended with status {status}"


_workers = {}


def worker_of_this_process(command, timeout):
    """The one worker of a Python process: models are loaded once, however many tasks run in it."""
    key = (tuple(command), timeout)
    if key not in _workers:
        _workers[key] = Worker(command, timeout)
    return _workers[key]
