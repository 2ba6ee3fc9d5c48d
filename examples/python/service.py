# SPDX-License-Identifier: Apache-2.0
"""Answers queries over HTTP: GET /query?query=SELECT..., and GET /run/NAME?parameter=value for saved ones.

Usage: service.py DB [PORT]
"""

import http.server
import sys
import urllib.parse

import dossier

LIMITS = dossier.Options(timeout=10, memory_bytes=256 << 20, max_rows=10_000, files=False)
STATUS = {dossier.TimeLimitError: 504, dossier.LimitError: 503}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        given = dict(urllib.parse.parse_qsl(url.query))
        try:
            if url.path == "/query" and "query" in given:
                self.answer(200, self.server.kb.query(given["query"], options=LIMITS).serialize("json"))
            elif url.path.startswith("/run/"):
                rows = self.server.kb.run(url.path.removeprefix("/run/"), given, options=LIMITS)
                self.answer(200, rows.serialize("json"))
            else:
                self.answer(404, "use /query?query=... or /run/NAME\n")
        except dossier.Error as error:
            self.answer(STATUS.get(type(error), 400), f"{error}\n")

    def answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Type", "application/sparql-results+json" if status == 200 else "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())


with dossier.KnowledgeBase(sys.argv[1], read_only=True) as kb:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int((sys.argv + ["8080"])[2])), Handler)
    server.kb = kb
    print(f"http://127.0.0.1:{server.server_port}/query", flush=True)
    server.serve_forever()
