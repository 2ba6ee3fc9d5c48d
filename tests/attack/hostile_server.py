# SPDX-License-Identifier: Apache-2.0
"""A server on 127.0.0.1 that answers as its handler likes, byte by byte.

    def handler(connection, request):
        connection.send(b"HTTP/1.1 200 OK\\r\\n\\r\\n")

    with HostileServer(handler) as server:
        ... server.port, server.requests ...

`server_process(handler)` gives the port of such a server in a process of its own, so that its work
and memory are not those of the campaign.

A connection is a thread. The handler returns, or raises Gone from send() and pause() when the client
has left or the server stops.
"""

import contextlib
import dataclasses
import multiprocessing
import random
import socket
import struct
import threading


class Gone(Exception):
    """The other side has closed the connection, or the server stops."""


@dataclasses.dataclass
class Request:
    method: str
    target: str      # as in the request line
    host: str        # the Host header
    body: bytes

    def __post_init__(self):
        self.random = random.Random(self.target)   # the same target gets the same answer

    @property
    def path(self):
        return self.target.split("?", 1)[0]


class Connection:
    def __init__(self, peer, stopping):
        self.peer = peer
        self.stopping = stopping

    def send(self, data):
        view = memoryview(data)
        while view:
            if self.stopping.is_set():
                raise Gone
            try:
                view = view[self.peer.send(view[:1 << 20]):]
            except socket.timeout:
                continue
            except OSError as error:
                raise Gone from error

    def pause(self, seconds):
        """Waits, and ends early when the server stops."""
        if self.stopping.wait(seconds):
            raise Gone

    def hang(self):
        self.stopping.wait()
        raise Gone

    def reset(self):
        """Closes with a reset instead of an end."""
        self.peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.peer.close()
        raise Gone


class HostileServer:
    def __init__(self, handler):
        self.handler = handler
        self.requests = []
        self.stopping = threading.Event()
        self.threads = []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]

    def __enter__(self):
        accepting = threading.Thread(target=self.accept_all)
        accepting.start()
        self.threads.append(accepting)
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join()
        self.listener.close()

    def accept_all(self):
        while not self.stopping.is_set():
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self.serve, args=(peer,))
            thread.start()
            self.threads.append(thread)

    def serve(self, peer):
        with peer:
            peer.settimeout(0.2)
            try:
                request = self.read(peer)
                self.requests.append(request)
                self.handler(Connection(peer, self.stopping), request)
            except Gone:
                pass

    def read(self, peer):
        text = self.read_until(peer, b"", lambda seen: b"\r\n\r\n" in seen)
        head, _, body = text.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in
                   (line.partition(":") for line in lines)}
        if "expect" in headers:
            peer.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        size = int(headers.get("content-length", "0"))
        body = self.read_until(peer, body, lambda seen: len(seen) >= size)
        method, target, *_ = first.split(" ") + [""]
        return Request(method, target, headers.get("host", ""), body)

    def read_until(self, peer, text, enough):
        while not enough(text):
            if self.stopping.is_set():
                raise Gone
            try:
                part = peer.recv(1 << 16)
            except socket.timeout:
                continue
            except OSError as error:
                raise Gone from error
            if not part:
                raise Gone
            text += part
        return text


def head(status=200, media_type="text/plain", **headers):
    """The head of an answer; `headers` have "_" for "-"."""
    lines = [f"HTTP/1.1 {status} Answer", f"Content-Type: {media_type}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", errors="replace")


def answer(connection, media_type, body):
    connection.send(head(media_type=media_type, Content_Length=len(body)) + body)


def run_until_told(handler, end):
    with HostileServer(handler) as server:
        end.send(server.port)
        with contextlib.suppress(EOFError):
            end.recv()


@contextlib.contextmanager
def server_process(handler):
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=run_until_told, args=(handler, theirs), daemon=True)
    process.start()
    theirs.close()
    yield ours.recv()
    ours.send("end")
    process.join()
