# SPDX-License-Identifier: Apache-2.0
"""Our reader of RDF as a process, and other readers, if they are installed, with what they cannot read.

A peer gives the quads of a document as N-Quads. `lacks` are features of documents that it refuses or reads
otherwise than the specifications say; such documents are not given to it.
"""

import subprocess

PYOXIGRAPH_LACKS = {
    "byte order mark", "version in lines", "[] as a reifier", "long string in a triple",
    "reified triple alone", "XML literal", "its:dir", "empty xml:lang", "relative xml:base",
    # RDF 1.2 Turtle, section 7.3: after an annotation block, the next one is of a reifier of its own.
    "annotation block after that of a reifier",
}
RDFLIB_LACKS = {
    "byte order mark", "version", "version in lines", "triple term", "reified triple", "reified triple alone",
    "annotation", "base direction", "annotation in RDF/XML", "terms without space", "non-ASCII label",
    "dot segments", "base without a path", "base with a fragment", "carriage return in a string",
    "XML literal", "its:dir", "number in another form than the canonical one",
}


class Reader:
    """rdf_reader, started again when it ends."""

    def __init__(self, program):
        self.program = program
        self.process = None

    def ask(self, format, base, text, references):
        """The outcome (held, refused, fell, or how the program ended) and its text."""
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        request = f"{format} {len(text)} {base} {len(references)}\n".encode() + text
        for name, nquads in references:
            request += f"{name} {len(nquads)}\n".encode() + nquads
        try:
            self.process.stdin.write(request)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        line = self.process.stdout.readline().split()
        if len(line) != 2:
            return f"ended with {self.process.wait()}", ""
        return line[0].decode(), self.process.stdout.read(int(line[1])).decode()


class Pyoxigraph:
    name = "pyoxigraph"
    lacks = PYOXIGRAPH_LACKS

    def __init__(self):
        import pyoxigraph
        self.library = pyoxigraph
        self.version = pyoxigraph.__version__
        formats = pyoxigraph.RdfFormat
        self.formats = {"nt": formats.N_TRIPLES, "nq": formats.N_QUADS, "ttl": formats.TURTLE,
                        "trig": formats.TRIG, "rdf": formats.RDF_XML}

    def read(self, format, base, text):
        quads = self.library.parse(text, format=self.formats[format], base_iri=base)
        return self.library.serialize(quads, format=self.library.RdfFormat.N_QUADS)


class Rdflib:
    name = "rdflib"
    lacks = RDFLIB_LACKS

    def __init__(self):
        import logging
        import warnings

        import rdflib
        logging.disable(logging.CRITICAL)  # it warns of literals that have another form than its own
        warnings.simplefilter("ignore")
        rdflib.NORMALIZE_LITERALS = False
        self.library = rdflib
        self.version = rdflib.__version__
        self.formats = {"nt": "nt", "nq": "nquads", "ttl": "turtle", "trig": "trig", "rdf": "xml"}

    def read(self, format, base, text):
        dataset = self.library.Dataset()
        target = dataset if format in ("nq", "trig") else dataset.default_graph
        target.parse(data=text, format=self.formats[format], publicID=base)
        return "".join(self.lines(dataset)).encode()

    def lines(self, dataset):
        default = dataset.default_graph.identifier
        for subject, predicate, object, graph in dataset.quads():
            name = getattr(graph, "identifier", graph)
            terms = [subject, predicate, object] + ([] if name in (None, default) else [name])
            yield " ".join(self.spelled(term) for term in terms) + " .\n"

    def spelled(self, term):
        if not isinstance(term, self.library.Literal):
            return term.n3() if isinstance(term, self.library.BNode) else f"<{term}>"
        text = "".join(f"\\u{ord(c):04X}" if c < " " or c in '"\\\x7f' else c for c in term)
        if term.language:
            return f'"{text}"@{term.language}'
        return f'"{text}"' + (f"^^<{term.datatype}>" if term.datatype else "")


def installed_peers(only=None):
    """Those that can be imported."""
    peers = []
    for kind in (Pyoxigraph, Rdflib):
        if only and kind.name not in only:
            continue
        try:
            peers.append(kind())
        except ImportError:
            pass
    return peers
