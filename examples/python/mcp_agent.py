#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An agent that answers from documents, with their sentences, through `dossier mcp`.

Usage: mcp_agent.py KNOWLEDGE_BASE QUESTION...

It tries tools until one answers, as a language model would that is given the list of tools. Only next_step() would change: it
would send the question, the tools and what has been learnt to a model, and call the tool that the model chooses.
"""

import json
import os
import subprocess
import sys


class Server:
    """The tools of a knowledge base: a message a line."""

    def __init__(self, path):
        program = os.environ.get("DOSSIER", "dossier")
        self.process = subprocess.Popen([program, "mcp", path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.last = 0
        self.request("initialize", protocolVersion="2025-06-18", capabilities={},
                     clientInfo={"name": "mcp_agent", "version": "1"})
        self.send(method="notifications/initialized")

    def send(self, **message):
        self.process.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.process.stdin.flush()

    def request(self, method, **params):
        self.last += 1
        self.send(id=self.last, method=method, params=params)
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the server has ended")
        answer = json.loads(line)
        if "error" in answer:
            sys.exit(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def call(self, tool, **arguments):
        """What a tool answers; none when it cannot."""
        result = self.request("tools/call", name=tool, arguments=arguments)
        return None if result["isError"] else result["structuredContent"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def next_step(question, learnt):
    """Which tool to call next, and with what; none when there is enough, or nothing is left to try."""
    if "ask" not in learnt:
        return "ask", {"question": question, "limit": 5}
    if not learnt["ask"]["answers"] and "find" not in learnt:
        words = [word.strip("?.,") for word in question.split()]
        return "find", {"words": " OR ".join(word for word in words if word[:1].isupper()) or question, "limit": 3}
    return None


def cite(citation):
    place = ", ".join(str(citation[name]) for name in ("headline", "date", "page") if name in citation)
    return f"  {place}: “{citation['text']}”"


def report(learnt):
    answers = (learnt.get("ask") or {}).get("answers", [])
    for answer in answers:
        print(answer["value"])
        print(cite(answer["citation"]))
    found = (learnt.get("find") or {}).get("sentences", [])
    if not answers:
        print("No fact answers this. The nearest sentences:" if found else "The documents do not say.")
    for sentence in found:
        print(cite(sentence["citation"]))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    server = Server(sys.argv[1])
    question = " ".join(sys.argv[2:])
    learnt = {}
    while step := next_step(question, learnt):
        tool, arguments = step
        learnt[tool] = server.call(tool, **arguments) or {"answers": []}
    report(learnt)
    server.close()


if __name__ == "__main__":
    main()
