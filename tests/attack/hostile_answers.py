# SPDX-License-Identifier: Apache-2.0
"""What a hostile server answers: a table of handlers for hostile_server.py."""

import functools
import gzip
import itertools
import zlib

from hostile_bodies import BODIES, MILLION, media_type, start_of
from hostile_server import answer, head


def hang(connection, request):
    connection.hang()


def hang_in_head(connection, request):
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/tu")
    connection.hang()


def hang_in_body(connection, request):
    connection.send(head(media_type=media_type(request)) + start_of(request))
    connection.hang()


def drip(connection, request):
    for byte in head(media_type=media_type(request)) + start_of(request) * MILLION:
        connection.send(bytes([byte]))
        connection.pause(0.02)


def drip_body(connection, request):
    connection.send(head(media_type=media_type(request)))
    for byte in itertools.cycle(start_of(request)):
        connection.send(bytes([byte]))
        connection.pause(0.05)


def endless_body(connection, request):
    connection.send(head(media_type=media_type(request)) + start_of(request))
    while True:
        connection.send(b"x" * MILLION)


def endless_chunks(connection, request):
    connection.send(head(media_type=media_type(request), Transfer_Encoding="chunked"))
    while True:
        connection.send(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def tiny_chunks(connection, request):
    connection.send(head(media_type=media_type(request), Transfer_Encoding="chunked"))
    while True:
        connection.send(b"1;" + b"x" * 200 + b"\r\n \r\n")


def wrong_chunks(connection, request):
    size = request.random.choice((b"-1", b"FFFFFFFFFFFFFFFFFF", b"zz", b"", b"7FFFFFFFFFFFFFFF"))
    connection.send(head(media_type=media_type(request), Transfer_Encoding="chunked"))
    connection.send(size + b"\r\n" + start_of(request) + b"\r\n0\r\n\r\n")


def endless_trailers(connection, request):
    connection.send(head(media_type=media_type(request), Transfer_Encoding="chunked") + b"0\r\n")
    for number in itertools.count():
        connection.send(b"Trailer-%d: %s\r\n" % (number, b"x" * 10_000))


def endless_headers(connection, request):
    connection.send(b"HTTP/1.1 200 OK\r\n")
    for number in itertools.count():
        connection.send(b"X-%d: %s\r\n" % (number, b"y" * 1000))


def long_header(connection, request):
    connection.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        connection.send(b"x" * MILLION)


def endless_status(connection, request):
    connection.send(b"HTTP/1.1 200 ")
    while True:
        connection.send(b"OK" * MILLION)


def endless_continue(connection, request):
    while True:
        connection.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


def endless_cookies(connection, request):
    connection.send(b"HTTP/1.1 200 OK\r\n")
    for number in itertools.count():
        connection.send(b"Set-Cookie: c%d=%s; Path=/\r\n" % (number, b"z" * 3000))


@functools.lru_cache
def packed_blanks(encoding, levels):
    packed = b" " * (256 * MILLION)
    for _ in range(levels):
        packed = gzip.compress(packed) if encoding == "gzip" else zlib.compress(packed)
    return packed


def bomb(connection, request, encoding="gzip", levels=1):
    packed = packed_blanks(encoding, levels)
    connection.send(head(media_type=media_type(request), Content_Length=len(packed),
                         Content_Encoding=", ".join([encoding] * levels)) + packed)


def bomb_of_many(connection, request):
    """One encoding on top of another, more often than anybody means it."""
    packed = start_of(request)
    for _ in range(200):
        packed = gzip.compress(packed)
    connection.send(head(media_type=media_type(request), Content_Length=len(packed),
                         Content_Encoding=", ".join(["gzip"] * 200)) + packed)


def damaged_gzip(connection, request):
    packed = bytearray(gzip.compress(start_of(request) * 1000))
    packed[request.random.randrange(12, len(packed))] ^= 0x55
    connection.send(head(media_type=media_type(request), Content_Length=len(packed),
                         Content_Encoding="gzip") + packed)


def wrong_length(connection, request):
    length = request.random.choice(("-1", "99999999999999999999", "1, 2", "0x10", "",
                                    "9223372036854775807"))
    connection.send(head(media_type=media_type(request), Content_Length=length) + start_of(request))


def two_lengths(connection, request):
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\n?s\n")


def wrong_type(connection, request):
    kind = request.random.choice(("text/html", "image/png", "", "/", ";", "text/turtle" * 1000,
                                  "\x1b[31m",
                          "application/json;charset=utf-16"))
    answer(connection, kind, start_of(request))


def no_http(connection, request):
    connection.send(request.random.choice((b"SSH-2.0-OpenSSH\r\n", b"\0" * 100,
                                           b"HTTP/9.9 999 x\r\n\r\n",
                                   b"HTTP/1.1 -1 x\r\n\r\n", b"\r\n" * 1000, b"<html>")))


def nothing(connection, request):
    return


def no_content(connection, request):
    connection.send(b"HTTP/1.1 %d Empty\r\n\r\n" % request.random.choice((204, 205, 304, 199, 299)))


def resets(connection, request):
    connection.send(request.random.choice((b"", b"HTTP/1.1 200", head() + b"?s\n")))
    connection.reset()


def failure(connection, request):
    words = b"\x1b[31mred\x07\r\n\xe2\x80\xae" * 10_000
    connection.send(head(status=request.random.choice((400, 401, 403, 404, 407, 500, 503))) + words)


def redirects(connection, request):
    to = request.random.choice((request.path, "?" + str(request.random.random()), "//127.0.0.1:1/",
                                "http://", ":",
                        "file:///etc/passwd", "gopher://127.0.0.1/x", "x" * 90_000, "\x1b[31m"))
    connection.send(head(status=request.random.choice((301, 302, 303, 307, 308)), Location=to,
                         Content_Length=0))


def slow_redirects(connection, request):
    connection.pause(0.5)
    connection.send(head(status=302, Location=request.path, Content_Length=0))


def redirects_with_bodies(connection, request):
    connection.send(head(status=302, Location=request.path) + b"x" * (50 * MILLION))


def refuses_post(connection, request):
    if request.method == "POST":
        connection.send(head(status=405, Content_Length=0))
    else:
        connection.hang()


ANSWERS = {function.__name__.replace("_", "-"): function for function in BODIES + (
    hang, hang_in_head, hang_in_body, drip, drip_body, endless_body, endless_chunks, tiny_chunks,
    wrong_chunks, endless_trailers, endless_headers, long_header, endless_status, endless_continue,
    endless_cookies, bomb, bomb_of_many, damaged_gzip, wrong_length, two_lengths, wrong_type,
    no_http, nothing, no_content, resets, failure, redirects, slow_redirects, redirects_with_bodies,
    refuses_post)}
ANSWERS["bomb-deflate"] = lambda connection, request: bomb(connection, request, "deflate")
ANSWERS["bomb-in-bomb"] = lambda connection, request: bomb(connection, request, levels=2)
