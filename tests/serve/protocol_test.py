#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`dossier serve` as programs meet it: formats, statuses, who may ask, limits, Ctrl-C.

Usage: protocol_test.py DOSSIER
"""

import json
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

from served import TOKEN, Checks, Server, people_base, serving

PEOPLE = """@prefix : <http://example.org/> .
:kim :knows :lee ; :name "Kim \\"K\\"" . :lee :name "Lee"@en ; :age 41 .
"""
FORMATS = {
    "application/sparql-results+json": '"vars":["s"]', "application/sparql-results+xml": "<sparql",
    "text/csv": "s\r\n", "text/tab-separated-values": "?s\n", "application/json": '"vars":["s"]',
    "application/xml": "<sparql", "text/markdown": "|",
}
GRAPHS = {"text/turtle": "@prefix", "application/n-triples": "<http://example.org/kim>",
          "application/n-quads": "<http://example.org/kim>", "application/trig": "@prefix", "application/rdf+xml": "<rdf:RDF",
          "application/ld+json": '"@id":"http://example.org/kim"'}
SLOW = "SELECT (COUNT(?u) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r . ?s ?t ?u }"


def formats(server, checks):
    for wanted, part in FORMATS.items():
        status, headers, body = server.query("SELECT ?s { ?s ?p ?o }", accept=wanted)
        checks.equal(wanted, (status, headers["content-type"].split(";")[0]), (200, wanted))
        checks.true(wanted, part in body, body[:80])
    for wanted, part in GRAPHS.items():
        status, headers, body = server.query("CONSTRUCT WHERE { ?s ?p ?o }", accept=wanted)
        checks.equal(wanted, (status, headers["content-type"].split(";")[0]), (200, wanted))
        checks.true(wanted, part in body, body[:80])
    checks.equal("no such format", server.query("ASK {}", accept="image/png")[0], 406)
    checks.equal("?format=", server.ask("GET", "/sparql?query=ASK%7B%7D&format=xml")[1]["content-type"],
                 "application/sparql-results+xml")
    checks.equal("?format= that is none", server.ask("GET", "/sparql?query=ASK%7B%7D&format=banana")[0], 406)


def statuses(server, checks):
    form = {"content_type": "application/x-www-form-urlencoded"}
    status, _, body = server.query("SELECT * { ?s ?p }")
    checks.true("a syntax error says where", status == 400 and "^" in body, body)
    checks.equal("a relative graph", server.ask("GET", "/graphs?graph=people")[0], 400)
    checks.equal("nothing there", server.ask("GET", "/nothing")[0], 404)
    checks.equal("a graph that is none", server.ask("GET", "/graphs?graph=urn:none")[0], 404)
    checks.equal("two graphs", server.ask("GET", "/graphs?default&graph=urn:a")[0], 400)
    checks.equal("PATCH", server.ask("PATCH", "/graphs?default", b"")[0], 405)
    checks.equal("DELETE of a query", server.ask("DELETE", "/sparql?query=ASK%7B%7D")[1].get("allow"), "GET, HEAD, POST")
    checks.equal("an update, read-only", server.ask("POST", "/sparql", "update=CLEAR+ALL", **form)[0], 403)
    checks.equal("PUT, read-only", server.ask("PUT", "/graphs?graph=urn:a", "", content_type="text/turtle")[0], 403)
    checks.equal("an edit, read-only", server.ask("POST", "/edit/undo", "number=1", **form)[0], 403)
    checks.equal("a broken escape", server.ask("GET", "/sparql?query=%zz")[0], 400)
    checks.equal("bytes that are no UTF-8", server.ask("POST", "/sparql", b"ASK { ?s ?p '\xff' }",
                                                       content_type="application/sparql-query")[0], 400)
    checks.equal("SERVICE", server.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")[0], 400)
    checks.equal("HEAD has no body", server.ask("HEAD", "/sparql?query=ASK%7B%7D")[::2], (200, ""))
    for path in ("/page/../server.cc", "/page/%2e%2e/desk.css", "/page/", "/page//etc/passwd"):
        checks.equal(path, server.ask("GET", path)[0], 404)


def safety(server, checks):
    _, headers, body = server.ask("GET", "/facts", accept="text/html")
    policy = headers["content-security-policy"]
    checks.true("no inline scripts", "script-src 'self'" in policy and "unsafe" not in policy, policy)
    checks.true("the page has none", "<script>" not in body and " on" not in body.split("<body>")[0], body)
    checks.equal("nosniff", headers["x-content-type-options"], "nosniff")
    checks.equal("another host", server.ask("GET", "/facts", host="evil.example")[0], 403)
    checks.equal("another origin", server.query("ASK {}", origin="http://evil.example")[0], 403)
    checks.equal("its own origin", server.query("ASK {}", origin=server.origin)[0], 200)
    checks.true("no CORS", "access-control-allow-origin" not in server.query("ASK {}")[1])


def limits(dossier, kb, checks):
    with serving(dossier, kb, "--timeout", "300ms", "--limit", "2", "--max-body", "10K") as server:
        start = time.monotonic()
        status, _, body = server.query(SLOW)
        checks.equal("timed out", status, 503)
        checks.true("timed out in time", time.monotonic() - start < 30 and "timed out" in body, body)
        checks.equal("too many rows", server.query("SELECT * { ?s ?p ?o }")[0], 503)
        checks.equal("few rows", server.query("SELECT * { ?s ?p ?o } LIMIT 2")[0], 200)
        checks.equal("a long body", server.ask("POST", "/sparql", b" " * 20000,
                                               content_type="application/sparql-query")[0], 413)
        checks.equal("a long head", server.ask("GET", "/sparql?query=" + "a" * 200_000)[0], 431)
        checks.equal("still there", server.query("ASK {}")[0], 200)


def interruption(dossier, kb, checks):
    server = Server(dossier, kb)
    outcome = []
    asking = threading.Thread(target=lambda: outcome.append(server.query(SLOW)[0]))
    asking.start()
    time.sleep(0.5)
    start = time.monotonic()
    checks.equal("Ctrl-C", server.stop(), 0)
    checks.true("at once", time.monotonic() - start < 20, f"{time.monotonic() - start} s")
    asking.join()
    second = Server(dossier, kb)
    checks.equal("SIGTERM", second.stop(signal.SIGTERM), 0)


def busy(dossier, kb, checks):
    """Long queries keep the page waiting as little as each other's clients that went away."""
    with serving(dossier, kb, "--jobs", "1", "--timeout", "60s") as server:
        gone = socket.create_connection(("127.0.0.1", server.port))
        target = "/sparql?" + urllib.parse.urlencode({"query": SLOW})
        gone.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.3)
        checks.equal("the page beside a long query", server.ask("GET", "/start.json", timeout=20)[0], 200)
        gone.close()
        checks.equal("a query after a client that left", server.query("ASK {}", timeout=20)[0], 200)


def editing(dossier, kb, checks):
    bearer = {"authorization": f"Bearer {TOKEN}"}
    with serving(dossier, kb, "--edit", "--token", TOKEN) as server:
        checks.equal("no token", server.query("ASK {}")[0], 401)
        checks.equal("a wrong token", server.query("ASK {}", authorization="Bearer x")[0], 401)
        checks.true("a page that asks for it", "password" in server.ask("GET", "/", accept="text/html")[2])
        checks.equal("the token", server.query("ASK {}", **bearer)[0], 200)
        checks.equal("CSRF", server.ask("POST", "/sparql", "update=CLEAR+ALL", origin="http://evil.example",
                                        content_type="application/x-www-form-urlencoded", **bearer)[0], 403)
        graph = "/graphs?graph=" + urllib.parse.quote("urn:new")
        turtle = {"content_type": "text/turtle", **bearer}
        checks.equal("PUT", server.ask("PUT", graph, "<urn:a> <urn:b> [] , [] .", **turtle)[0], 201)
        checks.equal("PUT of nonsense", server.ask("PUT", graph, "<urn:a> <urn:b", **turtle)[0], 400)
        checks.equal("what was there stays", server.ask("GET", graph, accept="application/n-triples", **bearer)[2].count("\n"), 2)
        labelled = server.ask("GET", graph, accept="application/n-triples", **bearer)[2]
        checks.equal("POST", server.ask("POST", graph, labelled, content_type="application/n-triples", **bearer)[0], 204)
        checks.equal("labels are new nodes", server.ask("GET", graph, accept="application/n-triples", **bearer)[2].count("\n"), 4)
        nodes = json.loads(server.ask("GET", graph, accept="application/ld+json", **bearer)[2])
        checks.equal("a graph in JSON-LD", sum(len(node["urn:b"]) for node in nodes if node["@id"] == "urn:a"), 4)
        checks.equal("update", server.ask("POST", "/sparql", "INSERT DATA { <urn:x> <urn:y> 1 }",
                                          content_type="application/sparql-update", **bearer)[2], "1 quads inserted, 0 deleted\n")
        checks.equal("DELETE", server.ask("DELETE", graph, **bearer)[0], 204)
        checks.equal("LOAD", server.ask("POST", "/sparql", "LOAD <file:///etc/passwd>",
                                        content_type="application/sparql-update", **bearer)[0], 400)
    done = subprocess.run([dossier, "check", kb], capture_output=True, text=True, check=False)
    checks.equal("check", done.returncode, 0)


def catching_up(dossier, kb, checks):
    """A server that only reads sees what another process writes."""
    with serving(dossier, kb) as server:
        server.query("ASK {}")
        subprocess.run([dossier, "update", kb, "-e", "INSERT DATA { <urn:late> <urn:y> 1 }", "--quiet"], check=True)
        deadline = time.monotonic() + 20
        seen = False
        while not seen and time.monotonic() < deadline:
            seen = json.loads(server.query("ASK { <urn:late> ?p ?o }")[2])["boolean"]
            time.sleep(0.2)
        checks.true("seen", seen)


def usage(dossier, kb, checks):
    for words, part in ((["--port", "banana"], "no port"), (["--host", "banana"], "no address"),
                        (["--token", "short"], "16 characters"), (["--jobs", "0"], "from 1")):
        done = subprocess.run([dossier, "serve", kb, *words], capture_output=True, text=True, timeout=30, check=False)
        checks.true(" ".join(words), done.returncode == 2 and part in done.stderr, done.stderr)
    with serving(dossier, kb) as server:
        done = subprocess.run([dossier, "serve", kb, "--port", str(server.port)], capture_output=True,
                              text=True, timeout=30, check=False)
        checks.true("a port in use", done.returncode == 1 and "in use" in done.stderr, done.stderr)


def main():
    dossier, checks = sys.argv[1], Checks()
    with people_base(dossier, PEOPLE) as kb:
        with serving(dossier, kb) as server:
            formats(server, checks)
            statuses(server, checks)
            safety(server, checks)
        wide = " ".join(f"<urn:n{i}> <urn:p> {i} ." for i in range(300))
        subprocess.run([dossier, "update", kb, "-e", f"INSERT DATA {{ {wide} }}", "--quiet"], check=True)
        for part in (limits, interruption, busy, editing, catching_up, usage):
            part(dossier, kb, checks)
    checks.end()


main()
