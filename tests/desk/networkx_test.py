# SPDX-License-Identifier: Apache-2.0
"""GraphML and GEXF, read with networkx.

Usage: networkx_test.py PROGRAM
"""

import sys

from desk import Desk, check, need, run_tests

need("networkx", "python3-networkx")
import networkx  # noqa: E402

KELLER, KAMPALA = "urn:dossier:entity:Anna_Keller", "urn:dossier:entity:Kampala"


def edges_of(graph, a, b):
    found = graph.get_edge_data(a, b) or {}
    return list(found.values()) if graph.is_multigraph() else [found]


def check_graph(desk, graph, label):
    facts = desk.count("?f rdf:reifies ?t ; k:evidence ?s")
    check(graph.is_directed() and graph.number_of_edges() == facts,
          f"{graph.number_of_edges()} edges, {facts} facts")
    check(graph.nodes[KELLER]["label"] == "Anna Keller", str(graph.nodes[KELLER]))
    check(graph.nodes[KELLER]["class"] == "Person", str(graph.nodes[KELLER]))
    visits = [edge for edge in edges_of(graph, KELLER, KAMPALA)
              if edge["relation"] == "urn:dossier:relation:visit"]
    check(len(visits) == 1, str(visits))
    visit = visits[0]
    check(visit[label] in ("visited", "visit"), str(visit))
    check(visit["asserted"] is True and visit["status"] == "asserted", str(visit))
    check(isinstance(visit["confidence"], float) and 0 < visit["confidence"] <= 1, str(visit))
    check("visited Kampala" in visit["text"] and visit["sentence"].startswith(visit["document"]),
          str(visit))
    texts = [data["text"] for _, _, data in graph.edges(data=True)]
    check(any('"fish & chips" <fresh>' in text for text in texts), "a text lost its signs")


def graphml_is_read_by_networkx(desk):
    path = desk.folder / "out.graphml"
    desk.run("export", desk.kb, "--format", "graphml", "-o", path)
    check_graph(desk, networkx.read_graphml(path, force_multigraph=True), "label")


def graphml_with_names_is_read_by_networkx(desk):
    path = desk.folder / "names.graphml"
    desk.run("export", desk.kb, "--format", "graphml", "--names", "--named-only", "-o", path)
    graph = networkx.read_graphml(path, force_multigraph=True)
    check(networkx.has_path(graph.to_undirected(), "Anna Keller", "Ruth Adler"), str(graph.nodes))


def gexf_is_read_by_networkx(desk):
    path = desk.folder / "out.gexf"
    desk.run("export", desk.kb, "--format", "gexf", "-o", path)
    graph = networkx.read_gexf(path)
    check_graph(desk, graph, "label")
    starts = {edge.get("start") for edge in edges_of(graph, KELLER, KAMPALA)}
    check("2024-05-02" in starts, str(starts))


sys.exit(run_tests([graphml_is_read_by_networkx, graphml_with_names_is_read_by_networkx,
                    gexf_is_read_by_networkx], Desk(sys.argv[1])))
