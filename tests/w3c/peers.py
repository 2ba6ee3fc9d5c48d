# SPDX-License-Identifier: Apache-2.0
"""Every positive RDF test of the W3C suites, read by us and by pyoxigraph and rdflib if they are installed.

A peer that refuses a document or reads other quads is a failure unless peers.tsv names the file; so is a
line of peers.tsv that no longer holds. rdflib does not know RDF 1.2 and gets the suites of 1.1 only.

Usage: peers.py RDF_READER SHARED
"""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "differential"))

from rdf_readers import Reader, installed_peers  # noqa: E402

BASE = "https://w3c.github.io/rdf-tests/"
MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKIPPED = 77


def positive_tests(suites, library):
    """The files that must be read, as paths below `suites`."""
    found = set()
    for manifest in sorted(suites.glob("rdf/**/manifest.ttl")):
        folder = BASE + manifest.parent.relative_to(suites).as_posix() + "/"
        types, actions = {}, {}
        for quad in library.parse(manifest.read_bytes(), format=library.RdfFormat.TURTLE,
                                  base_iri=folder + "manifest.ttl"):
            if quad.predicate.value == TYPE:
                types[quad.subject] = getattr(quad.object, "value", "")
            elif quad.predicate.value == MANIFEST + "action":
                actions[quad.subject] = getattr(quad.object, "value", "")
        for test, action in actions.items():
            kind = types.get(test, "").rsplit("#", 1)[-1]
            if kind.startswith("Test") and "Negative" not in kind and action.startswith(BASE):
                found.add(action[len(BASE):])
    return sorted(found)


def known_deviations():
    lines = (HERE / "peers.tsv").read_text().splitlines()
    return {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}


def outcome(reader, peer, name, text):
    """Why the peer and we do not agree; empty if we do."""
    format = name.rsplit(".", 1)[-1]
    try:
        quads = peer.read(format, BASE + name, text)
    except Exception as error:  # whatever a peer raises, it refused
        return f"refused: {str(error).splitlines()[0] if str(error) else error!r}"
    kind, answer = reader.ask(format, BASE + name, text, [(peer.name, quads)])
    return "" if kind == "held" else f"{kind}: {answer}"


def main():
    suites = pathlib.Path(os.environ.get("DOSSIER_SHARED") or sys.argv[2]) / "w3c"
    peers = installed_peers()
    if not suites.is_dir() or not any(peer.name == "pyoxigraph" for peer in peers):
        print(f"skipped: needs {suites} and pyoxigraph")
        return SKIPPED
    reader = Reader(sys.argv[1])
    known = known_deviations()
    files = positive_tests(suites, peers[0].library)
    failed = 0
    for peer in peers:
        deviating = 0
        given = [name for name in files if peer.name != "rdflib" or "/rdf11/" in name]
        for name in given:
            why = outcome(reader, peer, name, (suites / name).read_bytes())
            expected = (peer.name, name) in known
            deviating += expected
            if bool(why) != expected:
                failed += 1
                print(f"{peer.name}\t{name}\t{why or 'peers.tsv says that it deviates, but it does not'}")
        print(f"{peer.name} {peer.version}: {len(given)} documents, {deviating} known deviations")
    print(f"w3c peers: {'ok' if not failed else f'{failed} problems'}")
    return 1 if failed or len(files) < 500 else 0


sys.exit(main())
