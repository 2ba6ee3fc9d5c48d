# SPDX-License-Identifier: Apache-2.0
"""Bodies of answers that are wrong, deep, long or many: handlers for hostile_server.py."""

import gzip

from hostile_server import answer, head

MILLION = 1_000_000
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
TSV = "text/tab-separated-values"
TYPES = {".json": JSON, ".xml": XML, ".nt": "application/n-triples", ".ttl": "text/turtle",
         ".rdf": "application/rdf+xml", ".x": TSV}
JSON_START = b'{"head":{"vars":["s","p","o"]},"results":{"bindings":['
XML_START = (b'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
             b'<variable name="s"/></head><results>')


def media_type(request):
    """The type that the ending of the path asks for."""
    return TYPES.get(request.path[request.path.rfind("."):], TSV)


def start_of(request):
    """The beginning of a right answer of that type."""
    kind = media_type(request)
    return {JSON: JSON_START, XML: XML_START, TSV: b"?s\t?p\t?o\n"}.get(kind, b"<urn:a> <urn:b> ")


def row_of(request, number):
    kind = media_type(request)
    text = f"{number:x}"
    if kind == JSON:
        return (',' if number else '') + f'{{"s":{{"type":"uri","value":"urn:{text}"}}}}'
    if kind == XML:
        return f'<result><binding name="s"><uri>urn:{text}</uri></binding></result>'
    if kind == TSV:
        return f"<urn:{text}>\t<urn:p>\t_:b{text}\n"
    return f"<urn:{text}> <urn:p> \"{text}\" .\n"


def endless_rows(connection, request):
    rows = "".join(row_of(request, n) for n in range(20_000)).encode()
    connection.send(head(media_type=media_type(request)))
    if media_type(request) in (JSON, XML, TSV):
        connection.send(start_of(request))
    while True:
        connection.send(rows)
        if media_type(request) == JSON:
            connection.send(b",")


def many_rows(connection, request):
    """As much as fits the longest answer, and well-formed to its end."""
    kind = media_type(request)
    first = start_of(request) if kind in (JSON, XML, TSV) else b""
    rows = b"".join(row_of(request, n).encode() for n in range(400_000))
    end = {JSON: b"]}}", XML: b"</results></sparql>"}.get(kind, b"")
    answer(connection, kind, first + rows + end)


def many_columns(connection, request):
    names = [f"v{n}" for n in range(300_000)]
    kind = media_type(request)
    if kind == JSON:
        body = '{"head":{"vars":["' + '","'.join(names) + '"]},"results":{"bindings":[{}]}}'
    elif kind == XML:
        body = XML_START.decode().split("<head>")[0] + "<head>" + "".join(
            f'<variable name="{name}"/>' for name in names) + "</head><results><result/></results>"
        body += "</sparql>"
    else:
        body = "?" + "\t?".join(names) + "\n" + ("\t" * (len(names) - 1) + "\n") * 20
    answer(connection, kind, body.encode())


def packed_document(connection, request):
    """Packed by itself, which LOAD unpacks, too."""
    document = b"<urn:a> <urn:b> \"" + b"x" * (200 * MILLION)
    answer(connection, media_type(request), gzip.compress(document, 1))


def rows_before_head(connection, request):
    rows = ",".join(f'{{"s":{{"type":"uri","value":"urn:{n}"}}}}' for n in range(500_000))
    body = f'{{"results":{{"bindings":[{rows}]}},"head":{{"vars":["s"]}}}}'
    answer(connection, JSON, body.encode())


def columns_times_rows(connection, request):
    """Little text for a large table."""
    names = ",".join(f'"v{n}"' for n in range(9_000))
    rows = ",".join(["{}"] * MILLION)
    body = f'{{"head":{{"vars":[{names}]}},"results":{{"bindings":[{rows}]}}}}'
    answer(connection, JSON, body.encode())


def lists_of_nothing(connection, request):
    """Two bytes of text each, and much more memory when they are kept."""
    place = request.random.choice((b'{"junk":[%s]}', b'{"head":{"vars":[],"link":[%s]}}', b"[%s]",
                                   JSON_START + b'{"s":[%s]}]}}', JSON_START + b"[%s]]}}",
                                   JSON_START + b'{"s":{"type":"uri","value":[%s]}}]}}'))
    kind = request.random.choice((b"[],", b"{},", b"1,", b'"",', b'{"":{}},'))
    answer(connection, JSON, place % (kind * (5 * MILLION) + b"0"))


def separators(connection, request):
    line = request.random.choice((b"\t", b",")) * (30 * MILLION)
    answer(connection, request.random.choice((TSV, JSON, "text/csv")), b"?s\n" + line + b"\n")


def long_term(connection, request):
    kind = media_type(request)
    text = b"x" * (request.random.choice((5, 15, 50)) * MILLION)
    whole = {JSON: JSON_START + b'{"s":{"type":"literal","value":"%s"}}]}}',
             XML: XML_START + b'<result><binding name="s"><literal>%s</literal></binding></result>'
                              b"</results></sparql>",
             TSV: b"?s\n\"%s\"\n", "text/turtle": b'<urn:a> <urn:b> "%s" .',
             "application/n-triples": b'<urn:a> <urn:b> "%s" .'}
    answer(connection, kind, whole.get(kind, whole["text/turtle"]) % text)


def deep(connection, request):
    opening = {JSON: b"[", XML: b"<a>", "application/rdf+xml": b"<a>", "text/turtle": b"["}.get(
        media_type(request), b"(")
    answer(connection, media_type(request), start_of(request) + opening * (5 * MILLION))


def deep_keys(connection, request):
    answer(connection, JSON, b'{"head":' + b'{"a":' * (3 * MILLION) + b"1" + b"}" * (3 * MILLION))


def deep_terms(connection, request):
    """Triple terms inside triple terms."""
    level = b'{"type":"triple","value":{"subject":'
    answer(connection, JSON, JSON_START + b'{"s":' + level * 500_000)


def entities(connection, request):
    names = "".join(f'<!ENTITY e{n} "{"&e%d;" % (n - 1) * 10 if n else "lol"}">' for n in range(30))
    external = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    body = f"<!DOCTYPE sparql [{names}{external}]><sparql>&e29;&file;</sparql>"
    answer(connection, request.random.choice((XML, "application/rdf+xml")), body.encode())


def many_attributes(connection, request):
    attributes = "".join(f' a{n}="1"' for n in range(400_000))
    answer(connection, request.random.choice((XML, "application/rdf+xml")),
           f"<sparql{attributes}/>".encode())


def long_literal(connection, request):
    answer(connection, media_type(request), start_of(request) + b'"' + b"x" * (60 * MILLION))


def many_escapes(connection, request):
    answer(connection, media_type(request),
           start_of(request) + b'"' + rb"\u0041\n" * (6 * MILLION) + b'"')


def long_number(connection, request):
    answer(connection, media_type(request), start_of(request) + b"9" * (20 * MILLION) + b"e99999")


def truncated(connection, request):
    body = start_of(request) + row_of(request, 0).encode()
    connection.send(head(media_type=media_type(request), Content_Length=10 * len(body)) + body)


def other_type(connection, request):
    """Announced as one thing and being another."""
    answer(connection, request.random.choice(sorted(TYPES.values())), start_of(request) * 1000)


def junk(connection, request):
    start = bytearray(start_of(request) + row_of(request, 0).encode() * 50)
    for _ in range(20):
        start[request.random.randrange(len(start))] = request.random.randrange(256)
    answer(connection, media_type(request), bytes(start))


def wrong_shapes(connection, request):
    """JSON that is no result."""
    term = request.random.choice(("1", "null", "[]", '{"type":1}', '{"type":"uri"}',
                                  '{"value":"x"}',
                          '{"type":"uri","value":"not an address"}',
                          '{"type":"uri","value":"\\ud800"}',
                          '{"type":"literal","value":"x","xml:lang":"!"}',
                          '{"type":"bnode","value":""}',
                          '{"type":"triple","value":{}}', '{"type":"literal","value":{}}'))
    bindings = f'{{"bindings":[{{"s":{term}}}]}}'
    body = request.random.choice((f'{{"head":{{"vars":["s"]}},"results":{bindings}}}',
                                  f'{{"head":{term},"results":{term}}}', term,
                                  f'{{"boolean":{term}}}',
                                  f'{{"results":{bindings},"head":{{"vars":{term}}}}}'))
    answer(connection, JSON, body.encode())


BODIES = (rows_before_head, columns_times_rows, lists_of_nothing, separators, long_term,
          endless_rows, many_rows, many_columns, packed_document, deep, deep_keys, deep_terms,
          entities, many_attributes, long_literal, many_escapes, long_number, truncated, other_type,
          junk, wrong_shapes)
