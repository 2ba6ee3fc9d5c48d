# SPDX-License-Identifier: Apache-2.0
"""dossier mcp as a process: lines of JSON-RPC in, lines out.

Usage: mcp_test.py PROGRAM
"""

import json
import subprocess
import sys
import threading
import time

from desk import Desk, check, run_tests

START = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
# Runs longer than anybody would wait.
ENDLESS = "SELECT (COUNT(?c8) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"


class Talk:
    """A server that is talked to; ends with its input."""

    def __init__(self, desk, *options):
        self.process = subprocess.Popen([desk.program, "mcp", str(desk.kb), *options], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.watch = threading.Timer(100, self.process.kill)
        self.watch.start()
        self.last = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        status = self.process.wait()
        self.watch.cancel()
        check(status == 0, f"status {status}: {self.process.stderr.read()}")

    def send(self, message):
        self.process.stdin.write((message if isinstance(message, str) else json.dumps(message)) + "\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        check(line, f"no answer: {self.process.stderr.read() if self.process.poll() is not None else ''}")
        return json.loads(line)

    def request(self, method, params=None):
        self.last += 1
        message = {"jsonrpc": "2.0", "id": self.last, "method": method}
        self.send(message if params is None else dict(message, params=params))
        return self.last

    def answer(self, method, params=None):
        number = self.request(method, params)
        answer = self.receive()
        check(answer["id"] == number and answer["jsonrpc"] == "2.0", str(answer))
        return answer

    def tool(self, name, /, **arguments):
        """What a tool answers."""
        answer = self.answer("tools/call", {"name": name, "arguments": arguments})
        check("result" in answer, str(answer))
        result = answer["result"]
        check(result["isError"] is False, str(result))
        check(json.loads(result["content"][0]["text"]) == result["structuredContent"], "two contents")
        return result["structuredContent"]

    def refusal(self, name, /, **arguments):
        """Why a tool does not answer."""
        result = self.answer("tools/call", {"name": name, "arguments": arguments})["result"]
        check(result["isError"] is True, str(result))
        return result["content"][0]["text"]

    def error(self, method, params=None):
        answer = self.answer(method, params)
        check("error" in answer, str(answer))
        return answer["error"]


def names_of(talk):
    return [tool["name"] for tool in talk.answer("tools/list")["result"]["tools"]]


def greets_and_lists_its_tools(desk):
    with Talk(desk) as talk:
        result = talk.answer("initialize", START)["result"]
        check(result["protocolVersion"] == "2025-06-18" and "tools" in result["capabilities"], str(result))
        check(result["serverInfo"]["name"] == "dossier" and result["serverInfo"]["version"], str(result))
        talk.send({"jsonrpc": "2.0", "method": "notifications/initialized"})
        check(talk.answer("ping")["result"] == {}, "ping")
        check(names_of(talk) == ["find", "ask", "about", "facts", "why", "query", "documents"], "tools")
        for tool in talk.answer("tools/list", {})["result"]["tools"]:
            check(tool["inputSchema"]["type"] == "object" and tool["description"], str(tool))
            check(tool["annotations"]["readOnlyHint"], str(tool))
        unknown = talk.answer("initialize", dict(START, protocolVersion="1999-01-01"))["result"]
        check(unknown["protocolVersion"] == "2025-06-18", str(unknown))


def check_citation(citation):
    check(citation["document"].startswith("urn:dossier:document:"), str(citation))
    check(citation["sentence"].startswith(citation["document"] + "#"), str(citation))
    check(citation["text"] and citation["date"] and citation["headline"], str(citation))


def every_answer_has_its_citations(desk):
    with Talk(desk) as talk:
        found = talk.tool("find", words="Kampala")
        check(found["entities"][0]["name"] == "Kampala" and found["sentences"], str(found))
        check_citation(found["sentences"][0]["citation"])
        answers = talk.tool("ask", question="Who visited Kampala?")["answers"]
        check([answer["value"] for answer in answers] == ["Anna Keller"], str(answers))
        check_citation(answers[0]["citation"])
        first = talk.tool("ask", question="Who visited Kampala?")
        on = talk.tool("ask", question="Who did she meet?", context=first["context"])
        check(on["in_full"] == "who did Anna Keller meet?", str(on))
        check(talk.tool("ask", question="Who did she meet?")["unclear"] == "she", "without a context")
        card = talk.tool("about", entity="Anna Keller")
        check(card["name"] == "Anna Keller" and card["facts"] and card["documents"], str(card))
        for fact in card["roles"] + card["facts"] + card["not_asserted"]:
            check_citation(fact["citation"])
        visits = talk.tool("facts", subject="Anna Keller", relation="r:visit")
        status = {fact["object"]: fact["status"] for fact in visits["facts"] if "2024-06-04" != fact.get("from")}
        check(status == {"Kampala": "asserted", "Oslo": "denied"}, str(visits))
        why = talk.tool("why", subject="Anna Keller", relation="r:visit", object="Kampala")
        check(why["all"] == 1 and "visited Kampala" in why["facts"][0]["citation"]["text"], str(why))
        same = talk.tool("facts", subject="urn:dossier:entity:Anna_Keller",
                         relation="urn:dossier:relation:visit", limit=1)
        check(same["all"] == visits["all"] and len(same["facts"]) == 1, str(same))


def queries_cite_their_rows(desk):
    with Talk(desk) as talk:
        found = talk.tool("query", sparql="SELECT ?who ?where WHERE { ?who r:visit ?where } ORDER BY ?where")
        check(found["complete"] and found["columns"] == ["who", "where"], str(found))
        kampala = found["rows"][0]
        check(kampala["values"]["where"] == {"iri": "urn:dossier:entity:Kampala"}, str(kampala))
        check("visited Kampala" in found["citations"][kampala["citations"][0]]["text"], str(found))
        short = talk.tool("query", sparql="SELECT ?s WHERE { ?s ?p ?o }", limit=3)
        check(len(short["rows"]) == 3 and short["complete"] is False, str(short))
        check(talk.tool("query", sparql="ASK { e:Anna_Keller r:visit e:Kampala }")["answer"] is True, "ASK")
        made = talk.tool("query", sparql="CONSTRUCT WHERE { e:Anna_Keller r:visit ?where }")
        check(made["triples"] and made["citations"], str(made))
        check("expected" in talk.refusal("query", sparql="SELEKT ?s"), "syntax")
        check(talk.refusal("query", sparql="INSERT DATA { e:a r:b e:c }"), "an update")
        check(talk.refusal("query", sparql="SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), "SERVICE")


def documents_are_listed_and_read(desk):
    with Talk(desk) as talk:
        documents = talk.tool("documents")
        check(documents["all"] == 2 and len(documents["documents"][0]["sha256"]) == 64, str(documents))
        one = talk.tool("documents", document=documents["documents"][0]["document"], limit=2)
        check(len(one["text"]) == 2 and one["text"][0]["sentence"].startswith(one["document"]), str(one))
        check(talk.tool("documents", words="Lima")["all"] == 1, "words")


def what_is_wrong_is_said(desk):
    with Talk(desk) as talk:
        for line, code in (("{", -32700), ("[]", -32600), ("3", -32600), ('{"id": 7, "method": "ping"}', -32600),
                           ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600),
                           ('{"jsonrpc": "2.0", "id": 7, "method": 5}', -32600),
                           ('{"jsonrpc": "2.0", "id": 7}', -32600),
                           ('{"jsonrpc": "2.0", "id": 7, "method": "ping", "params": [1]}', -32602),
                           ("[" * 100000, -32700), ('"\ufffe', -32700)):
            talk.send(line)
            answer = talk.receive()
            check(answer["error"]["code"] == code and answer["error"]["message"], f"{line[:40]}: {answer}")
            check(answer["id"] == (7 if '"id": 7' in line else None), str(answer))
        check(talk.error("tools/fly")["code"] == -32601, "a method")
        for params, hint in (({"name": "fly"}, "no tool"), ({}, "name"), ({"name": "find"}, "words: is missing"),
                             ({"name": "find", "arguments": {"words": 5}}, "words: must be a text"),
                             ({"name": "find", "arguments": {"words": ""}}, "not empty"),
                             ({"name": "find", "arguments": {"words": "a", "wrods": "b"}}, "did you mean words"),
                             ({"name": "find", "arguments": {"words": "a", "limit": 0}}, "at least 1"),
                             ({"name": "find", "arguments": {"words": "a", "limit": 1.5}}, "a whole number"),
                             ({"name": "find", "arguments": [1]}, "an object"),
                             ({"name": "facts", "arguments": {"saying": "maybe"}}, "one of: asserted"),
                             ({"name": "ingest", "arguments": {"name": "a", "text": "b"}}, "no tool")):
            error = talk.error("tools/call", params)
            check(error["code"] == -32602 and hint in error["message"], f"{params}: {error}")
        check(talk.refusal("about", entity="Nobody Anybody"), "a name")
        check("is not a day" in talk.refusal("facts", since="soon"), "a day")
        check("no document" in talk.refusal("documents", document="nowhere.pdf"), "a document")
        check(talk.answer("ping")["result"] == {}, "it lives on")
        # Answers of the client and unknown notifications are not answered.
        talk.send({"jsonrpc": "2.0", "id": 99, "result": {}})
        talk.send({"jsonrpc": "2.0", "method": "notifications/strange"})
        talk.send("")
        check(talk.answer("ping")["result"] == {}, "it lives on")


def long_calls_end(desk):
    with Talk(desk, "--timeout", "500ms") as talk:
        begin = time.monotonic()
        check("timed out" in talk.refusal("query", sparql=ENDLESS), "time")
        check(time.monotonic() - begin < 30, "much later")
    with Talk(desk, "--memory", "1M") as talk:
        wide = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
        check("memory" in talk.refusal("query", sparql=wide), "memory")


def cancelled_calls_are_not_answered(desk):
    with Talk(desk, "--timeout", "90s") as talk:
        running = talk.request("tools/call", {"name": "query", "arguments": {"sparql": ENDLESS}})
        waiting = talk.request("tools/call", {"name": "query", "arguments": {"sparql": ENDLESS}})
        time.sleep(0.5)
        for number in (waiting, running):
            talk.send({"jsonrpc": "2.0", "method": "notifications/cancelled",
                       "params": {"requestId": number, "reason": "test"}})
        check(talk.answer("ping")["result"] == {}, "the next answer is that of the next request")


def requests_before_the_end_are_answered(desk):
    lines = [json.dumps({"jsonrpc": "2.0", "id": f"n{i}", "method": "ping"}) for i in range(200)]
    done = desk.run("mcp", desk.kb, text="\n".join(lines))
    check([json.loads(line)["id"] for line in done.stdout.splitlines()] == [f"n{i}" for i in range(200)], "order")


def documents_are_read_in_with_edit_only(desk):
    inside = desk.folder / "inbox"
    inside.mkdir(exist_ok=True)
    (inside / "note.txt").write_text("Ruth Adler visited Quito on 5 July 2024.\n")
    (inside / "link.txt").symlink_to("/etc/hostname")
    with Talk(desk, "--edit", "--allow-files", str(inside)) as talk:
        check("ingest" in names_of(talk), "no ingest")
        report = talk.tool("ingest", name="memo.txt", text="Jonas Falk visited Vienna on 2 July 2024.\n")
        check(report["outcome"] == "added" and report["facts"] > 0, str(report))
        check(talk.tool("facts", relation="r:visit", object="Vienna")["all"] == 1, "not found")
        check(talk.tool("ingest", name="memo.txt", text="Jonas Falk visited Vienna on 2 July 2024.\n")["outcome"]
              == "unchanged", "twice")
        check(talk.tool("ingest", path=str(inside / "note.txt"))["outcome"] == "added", "a file")
        for path in ("/etc/hostname", inside / "link.txt", inside / ".." / "kb"):
            check("--allow-files" in talk.refusal("ingest", path=str(path)), str(path))
        check("No such file" in talk.refusal("ingest", path=str(inside / "no.txt")), "missing")
        check("or path" in talk.refusal("ingest", name="a.txt"), "half")
        for name in ("memo.txt", "note.txt"):
            desk.run("forget", desk.kb, name)


def wrong_starts_say_why(desk):
    check("read-only" in desk.run("mcp", desk.kb, "--edit", "--read-only", status=2).stderr, "both")
    check("--edit" in desk.run("mcp", desk.kb, "--allow-files", desk.folder, status=2).stderr, "folders")
    desk.run("mcp", desk.folder / "nothing", status=3)


sys.exit(run_tests([greets_and_lists_its_tools, every_answer_has_its_citations, queries_cite_their_rows,
                    documents_are_listed_and_read, what_is_wrong_is_said, long_calls_end,
                    cancelled_calls_are_not_answered, requests_before_the_end_are_answered,
                    documents_are_read_in_with_edit_only, wrong_starts_say_why], Desk(sys.argv[1])))
