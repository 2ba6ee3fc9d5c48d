# SPDX-License-Identifier: Apache-2.0
"""Random RDF documents, read in every way there is.

Each document is written together with what it means. rdf_reader reads it as a text, as a stream, through
small windows, by the lexer and the grammar, in the languages that contain its own, and writes and reads it
again; all results must be isomorphic to that meaning, and to what pyoxigraph and rdflib read if they are
installed. The end of the output names the features that those lack.
"""

import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "attack"))

from campaign import Fell, campaign_main  # noqa: E402
from rdf_readers import Reader, installed_peers  # noqa: E402
from rdf_terms import Lines  # noqa: E402
from rdf_turtle import Turtle  # noqa: E402
from rdf_xml import Xml  # noqa: E402

WRITERS = {"nt": Lines, "nq": Lines, "ttl": Turtle, "trig": Turtle, "rdf": Xml}


class Tally:
    """What the peers were asked."""

    def __init__(self, peers):
        self.peers = peers
        self.asked = collections.Counter()
        self.lacking = {peer.name: collections.Counter() for peer in peers}

    def references(self, document, text):
        found = []
        for peer in self.peers:
            lacking = document.features & peer.lacks
            if lacking:
                self.lacking[peer.name].update(lacking)
                continue
            self.asked[peer.name] += 1
            base = None if document.base == "-" else document.base
            try:
                found.append((peer.name, peer.read(document.format, base, text)))
            except Exception as error:  # whatever a peer raises, it refused
                raise Fell(f"{peer.name} refuses: {error}\n{shown(document)}")
        return found

    def notes(self):
        for peer in self.peers:
            lacking = ", ".join(f"{feature} ({count})" for feature, count in self.lacking[peer.name].most_common())
            yield f"{peer.name} {peer.version}: read {self.asked[peer.name]} documents; lacks: {lacking or 'nothing'}"


def shown(document):
    return f"--- {document.format}, base {document.base}\n{document.text!r}\n--- meaning\n" + \
        "\n".join(document.quads)


def attack(campaign):
    options = campaign.options
    program = options.reader or pathlib.Path(options.dossier).parent / "tests/differential/rdf_reader"
    reader = Reader(str(program))
    tally = Tally(installed_peers())
    formats = options.formats.split(",")
    count = collections.Counter()
    for trial in campaign.trials():
        with trial:
            format = trial.random.choice(formats)
            document = WRITERS[format](trial.random, trial.random.random() < 0.7).document(format)
            text = document.text.encode()
            count[format] += 1
            meaning = ("meaning", "\n".join(document.quads).encode())
            outcome, answer = reader.ask(format, document.base, text,
                                         [meaning] + tally.references(document, text))
            if outcome != "held":
                raise Fell(f"{outcome}: {answer}\n{shown(document)}")
    campaign.note("documents: " + ", ".join(f"{count[format]} {format}" for format in formats))
    for line in tally.notes():
        campaign.note(line)
    for name in {"pyoxigraph", "rdflib"} - {peer.name for peer in tally.peers}:
        campaign.note(f"{name} is not installed")


def add_arguments(parser):
    parser.add_argument("--reader", metavar="PATH", help="rdf_reader; default: that of the program's build")
    parser.add_argument("--formats", default=",".join(WRITERS), help="default: %(default)s")


campaign_main(attack, __doc__, 500, add_arguments)
