# SPDX-License-Identifier: Apache-2.0
"""Reports: every citation leads to a sentence, nothing is fetched, same store, same bytes.

Usage: report_test.py PROGRAM
"""

import re
import sys
import xml.etree.ElementTree as xml
import zipfile
from html.parser import HTMLParser

from desk import Desk, check, run_tests

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Page(HTMLParser):
    """The parts of an HTML page, and whether its elements close."""

    VOID = {"meta", "br"}

    def __init__(self, text):
        super().__init__()
        self.open, self.links, self.ids, self.outside, self.text = [], [], [], [], ""
        self.feed(text)
        check(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        self.outside += [value for name, value in attributes if name in ("src", "href", "action", "srcset")
                         and not value.startswith("#")]

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text += data


def report(desk, name, *what, status=0):
    path = desk.folder / name
    done = desk.run("report", desk.kb, *what, "-o", path, status=status)
    return path.read_bytes() if status == 0 else done.stderr


def html_cites_and_needs_nothing(desk):
    text = report(desk, "keller.html", "Anna Keller").decode()
    page = Page(text)
    check(not page.outside and "url(" not in text and "<script" not in text, f"fetches {page.outside}")
    check({link[1:] for link in page.links} <= set(page.ids) and len(page.links) > 5, str(page.links))
    numbers = [int(name[1:]) for name in page.ids]
    check(numbers == list(range(1, len(numbers) + 1)), f"numbers {numbers}")
    first_uses = list(dict.fromkeys(int(link[2:]) for link in page.links))
    check(first_uses == sorted(first_uses), f"not in the order of their use: {first_uses}")
    for words in ("Anna Keller", "Kampala", "denied", "Timeline", "2 May 2024", "Citations", "Sources", "sha256",
                  "The Harbour Courier, first part of the year, 2024-05-03, sentence"):
        check(words in page.text, f"without {words}")
    check(re.search(r"[0-9a-f]{64}", page.text), "no digest")
    check('"fish & chips" <fresh>' in page.text, "a sentence lost its signs")


def the_graph_is_drawn(desk):
    text = report(desk, "falk.html", "Jonas Falk").decode()
    drawing = xml.fromstring(text[text.index("<svg"):text.index("</svg>") + 6])
    labels = [element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")]
    check(labels[0] == "Jonas Falk" and "Ruth Adler" in labels, str(labels))
    dashed = [element for element in drawing.iter("{http://www.w3.org/2000/svg}line")
              if element.get("stroke-dasharray")]
    check(dashed, "the plan to visit Nairobi is not dashed")
    for element in drawing.iter("{http://www.w3.org/2000/svg}circle"):
        check(0 <= float(element.get("cx")) <= 880 and 0 <= float(element.get("cy")) <= 600, "outside")


def contradictions_stand_side_by_side(desk):
    if "\n" not in desk.run("conflicts", desk.kb, "--format", "csv").stdout.strip():
        raise AssertionError("the documents of this test contradict each other nowhere")
    page = Page(report(desk, "all.html").decode())
    check("Contradictions" in page.text, page.text)


def markdown_has_its_footnotes(desk):
    text = report(desk, "keller.md", "Anna Keller").decode()
    body = re.sub(r"^\[\^\d+\]: .*$", "", text, flags=re.M)
    used = set(re.findall(r"\[\^(\d+)\]", body))
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.M)
    check(used == set(defined) and len(defined) == len(set(defined)) > 0, f"{used} {defined}")
    check(text.startswith("# Anna Keller\n") and text.count("# Anna Keller") == 1, text[:60])
    columns = [line.count(" |") for line in body.splitlines() if line.startswith("|")]
    check(columns, "no table")
    check("\\<fresh\\>" in text, "markup of a sentence is not escaped")


def docx_is_a_document(desk):
    report(desk, "keller.docx", "Anna Keller")
    with zipfile.ZipFile(desk.folder / "keller.docx") as archive:
        check(archive.testzip() is None, "damaged")
        parts = {name: xml.fromstring(archive.read(name)) for name in archive.namelist()}
    document = parts["word/document.xml"]
    text = "".join(element.text or "" for element in document.iter(WORD + "t"))
    check("Anna Keller" in text and "Sources" in text and "sha256" in text, text[:300])
    marks = {element.get(WORD + "name") for element in document.iter(WORD + "bookmarkStart")}
    anchors = {element.get(WORD + "anchor") for element in document.iter(WORD + "hyperlink")}
    check(anchors and anchors == marks, f"{anchors} {marks}")
    styles = {element.get(WORD + "styleId") for element in parts["word/styles.xml"].iter(WORD + "style")}
    used = {element.get(WORD + "val") for element in document.iter(WORD + "pStyle")}
    check(used <= styles, f"unknown styles: {used - styles}")
    # What the document says is read by the reader of such documents.
    read = desk.run("extract", desk.folder / "keller.docx", "--format", "json").stdout
    check("visited Kampala" in read, "the reader of docx finds nothing in it")


def same_store_same_bytes(desk):
    for name in ("a.html", "a.md", "a.docx"):
        for what in ((), ("Anna Keller", "autumn.txt")):
            check(report(desk, name, *what) == report(desk, "again-" + name, *what), f"{name} {what}")


def documents_and_queries_are_reported(desk):
    query = desk.folder / "visits.rq"
    query.write_text("SELECT ?who ?where WHERE { ?who r:visit ?where } ORDER BY ?who ?where\n")
    desk.run("save", desk.kb, "visits", "-f", query)
    page = Page(report(desk, "both.html", "visits", "autumn.txt").decode())
    for words in ("visits", "The Harbour Courier, last part of the year", "Ruth Adler"):
        check(words in page.text, f"without {words}")
    check(page.links, "rows of a query are cited, too")
    page = Page(report(desk, "ask.html", "-e", "SELECT ?x WHERE { ?x r:fly ?y }").decode())
    check("No rows." in page.text, page.text)


def a_name_that_is_a_headline_too_means_the_thing(desk):
    other, path = desk.folder / "other", desk.folder / "life.txt"
    path.write_text("Anna Keller\n\nAnna Keller was born in Lima in 1970. Anna Keller visited Oslo.\n")
    desk.run("ingest", other, path, "--quiet")
    for name, words in (("Anna Keller", "Mentioned in"), ("life.txt", "sha256")):
        desk.run("report", other, name, "-o", desk.folder / "life.md")
        text = (desk.folder / "life.md").read_text().split("## Sources")[0]
        check(words in text, f"{name}: {text}")


def what_is_wrong_is_said(desk):
    for what, name, status, hint in ((("Nobody Anybody",), "x.html", 1, "Nobody Anybody"),
                                     (("Anna Keller",), "x.pdf", 2, ".html, .md or .docx"),
                                     (("-e", "ASK { ?s ?p ?o }"), "x.md", 2, "SELECT"),
                                     (("-e", "SELEKT"), "x.md", 1, "expected"),
                                     ((), "no/x.md", 1, "No such file")):
        message = report(desk, name, *what, status=status)
        check(hint in message, message)
        check(not (desk.folder / name).exists(), "half a file")
    check("-o FILE" in desk.run("report", desk.kb, status=2).stderr, "no file")
    check(not list(desk.folder.glob(".x.*")), "a file aside is left")


sys.exit(run_tests([html_cites_and_needs_nothing, the_graph_is_drawn, contradictions_stand_side_by_side,
                    markdown_has_its_footnotes, docx_is_a_document, same_store_same_bytes,
                    documents_and_queries_are_reported,
                    a_name_that_is_a_headline_too_means_the_thing, what_is_wrong_is_said], Desk(sys.argv[1])))
