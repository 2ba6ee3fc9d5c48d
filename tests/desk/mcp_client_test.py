# SPDX-License-Identifier: Apache-2.0
"""dossier mcp, asked by the Python client of the protocol's makers (PyPI: mcp).

Usage: mcp_client_test.py PROGRAM
"""

import sys

from desk import SKIPPED, Desk, check, run_tests

try:
    import anyio
    import mcp
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client
except ImportError:
    print("skipped: the package mcp is missing; pip install mcp")
    sys.exit(SKIPPED)
# The second version of the package renamed it, and the fields of answers.
McpError = getattr(mcp, "MCPError", None) or mcp.McpError


def field(answer, name):
    """A field by its name on the wire, whatever the package calls it."""
    return answer.model_dump(by_alias=True, mode="json")[name]


def talk(desk, work):
    async def main():
        server = StdioServerParameters(command=desk.program, args=["mcp", str(desk.kb)])
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            with anyio.fail_after(100):
                await work(session)
    anyio.run(main)


def the_client_lists_and_calls_tools(desk):
    async def work(session):
        start = await session.initialize()
        check(field(start, "serverInfo")["name"] == "dossier" and "citation" in start.instructions, str(start))
        await session.send_ping()
        names = [tool.name for tool in (await session.list_tools()).tools]
        check(names == ["find", "ask", "about", "facts", "why", "query", "documents"], str(names))
        result = await session.call_tool("ask", {"question": "Who visited Kampala?"})
        check(not field(result, "isError"), str(result))
        answer = field(result, "structuredContent")["answers"][0]
        check(answer["value"] == "Anna Keller" and answer["citation"]["date"] == "2024-05-03", str(answer))
        check(result.content[0].type == "text", str(result))
    talk(desk, work)


def the_client_learns_of_errors(desk):
    async def work(session):
        await session.initialize()
        result = await session.call_tool("query", {"sparql": "SELEKT"})
        check(field(result, "isError") and "expected" in result.content[0].text, str(result))
        try:
            await session.call_tool("find", {"words": 3})
        except McpError as error:
            check("words" in str(error), str(error))
        else:
            check(False, "no error")
    talk(desk, work)


sys.exit(run_tests([the_client_lists_and_calls_tools, the_client_learns_of_errors], Desk(sys.argv[1])))
