# SPDX-License-Identifier: Apache-2.0
"""RDF documents of ever larger shapes: long lines, literals, tags, statements, nesting, packed documents.

A trial gives one shape in two sizes, one four times the other, to the program. It held if the program ended
by itself with a result or a message, if the larger one took at most eight times the processor time of the
smaller (and half a second), and if it stayed below the memory a load may need.
"""

import gzip
import shutil

from campaign import Fell, campaign_main

XML = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='urn:e:'><r:Description>"
XML_END = "</r:Description></r:RDF>"
MEGABYTE = 1 << 20
MOST_MEMORY = 1536 * MEGABYTE
TIMEOUT = 120


def repeated(start, piece, end=""):
    """A document of about `size` bytes."""
    return lambda size: start + piece * (size // len(piece)) + end


def numbered(start, piece, end=""):
    """As repeated(); piece(i) is the i-th piece."""
    def make(size):
        count = size // len(piece(100_000))
        return start + "".join(map(piece, range(count))) + end
    return make


def nested(start, opening, inside, closing, end=""):
    def make(size):
        count = size // len(opening + closing)
        return start + opening * count + inside + closing * count + end
    return make


# name: (ending, size of the smaller document in MiB, document)
SHAPES = {
    "literal of N-Triples": ("nt", 8, repeated('<a:b> <a:c> "', "x", '" .\n')),
    "escaped literal": ("nt", 4, repeated('<a:b> <a:c> "', "\\u0041", '" .\n')),
    "IRI": ("nq", 4, repeated("<a:b> <a:c> <a:", "x", "> .\n")),
    "comment": ("nt", 8, repeated("# ", "x")),
    "unfinished line": ("nt", 8, repeated('<a:b> <a:c> "', "x")),
    "blank line": ("nt", 8, repeated("", " ")),
    "carriage returns": ("nt", 1, repeated("", "<a:b> <a:c> <a:d> .\r")),
    "bad lines": ("nt", 1, repeated("", "no triple\n")),
    "literal of Turtle": ("ttl", 8, repeated('<a:b> <a:c> "', "x", '" .\n')),
    "long literal of Turtle": ("ttl", 4, repeated('<a:b> <a:c> """', "x\n\"", '" """ .\n')),
    "unfinished literal": ("ttl", 8, repeated('<a:b> <a:c> "', "x")),
    "comments of Turtle": ("ttl", 4, repeated("", "# x\n")),
    "objects": ("ttl", 1, numbered("<a:b> <a:c> 0", lambda i: f", {i}", " .\n")),
    "list": ("trig", 1, repeated("( ", "1 ", ") <a:b> <a:c> .\n")),
    "semicolons": ("ttl", 4, repeated("<a:b> <a:c> <a:d> ", ";", " .\n")),
    "prefixes": ("ttl", 1, numbered("", lambda i: f"@prefix p{i}: <a:{i}> .\n")),
    "dots in a name": ("ttl", 2, repeated("@prefix p: <a:> . p:a <a:b> p:a", ".", "b .\n")),
    "open lists": ("ttl", 2, repeated("<a:b> <a:c> ", "( ")),
    "nested lists": ("ttl", 1, nested("<a:b> <a:c> ", "( ", "", ") ", ".\n")),
    "nested property lists": ("trig", 1, nested("<a:b> <a:c> ", "[ <a:p> ", "1", "] ", ".\n")),
    "nested triple terms": ("nt", 1, nested("<a:b> <a:c> ", "<<( <a:b> <a:c> ", "<a:d>", " )>>", " .\n")),
    "nested reified triples": ("ttl", 1, nested("", "<< ", "<a:b>", " <a:c> <a:d> >>", " .\n")),
    "nested annotations": ("ttl", 1, nested("<a:b> <a:c> <a:d> ", "{| <a:c> 1 ", "", "|} ", ".\n")),
    "open angles": ("ttl", 2, repeated("<a:b> <a:c> ", "<<")),
    "attributes": ("rdf", 1, numbered(XML[:-1], lambda i: f" e:a{i}='1'", "/></r:RDF>")),
    "namespaces": ("rdf", 1, numbered(XML[:-1], lambda i: f" xmlns:a{i}='urn:{i}'", "/></r:RDF>")),
    "default attributes": ("rdf", 1, numbered("<!DOCTYPE x [", lambda i: f"<!ATTLIST r:RDF a{i} CDATA '1'>",
                                              "]>" + XML + XML_END)),
    "text": ("rdf", 4, repeated(XML + "<e:p>", "a text &amp; more ", "</e:p>" + XML_END)),
    "XML literal": ("rdf", 4, repeated(XML + "<e:p r:parseType='Literal'>", "<b>x</b>", "</e:p>" + XML_END)),
    "XML comment": ("rdf", 4, repeated(XML + "<!--", "x", "-->" + XML_END)),
    "attribute value": ("rdf", 2, repeated(XML + "<e:p e:q='", "x", "'/>" + XML_END)),
    "elements": ("rdf", 2, repeated(XML, "<e:p>x</e:p>", XML_END)),
    "nested elements": ("rdf", 1, nested(XML, "<e:p><e:T>", "", "</e:T></e:p>", XML_END)),
    "white space in a tag": ("rdf", 4, repeated("<r:RDF", " ", "/>")),
}


def measured(campaign, name, size, packed):
    ending, _, make = SHAPES[name]
    path = campaign.scratch / f"document.{ending}{'.gz' if packed else ''}"
    content = make(size * MEGABYTE).encode()
    path.write_bytes(gzip.compress(content, 1) if packed else content)
    del content
    kb = campaign.scratch / "kb"
    skipping = ["--skip-bad-lines", campaign.scratch / "bad"] if name == "bad lines" else []
    done = campaign.dossier("load", kb, path, *skipping, "--quiet", timeout=TIMEOUT)
    path.unlink()
    shutil.rmtree(kb, ignore_errors=True)
    what = f"{name}, {size} MiB{', packed' if packed else ''}"
    if done.crashed or done.timed_out or (done.status != 0 and "error: " not in done.err):
        raise Fell(f"{what}: {done.summary()}")
    if done.peak_bytes > MOST_MEMORY:
        raise Fell(f"{what}: {done.peak_bytes >> 20} MB of memory")
    return done


def attack(campaign):
    names = sorted(SHAPES)
    slowest = (0, "")
    for trial in campaign.trials():
        with trial:
            name = names[trial.number % len(names)]
            packed = trial.number >= len(names) and trial.random.random() < 0.5
            size = SHAPES[name][1] * (trial.random.choice([1, 2]) if trial.number >= len(names) else 1)
            small = measured(campaign, name, size, packed)
            large = measured(campaign, name, 4 * size, packed)
            slowest = max(slowest, (large.cpu_seconds, f"{name}, {4 * size} MiB"))
            if large.cpu_seconds > 8 * small.cpu_seconds + 0.5:
                raise Fell(f"{name}: {size} MiB took {small.cpu_seconds:.2f} s, {4 * size} MiB "
                           f"{large.cpu_seconds:.2f} s")
    campaign.note(f"slowest: {slowest[1]}, {slowest[0]:.1f} s of processor time")


campaign_main(attack, __doc__, rounds=len(SHAPES))
