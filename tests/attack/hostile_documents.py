# SPDX-License-Identifier: Apache-2.0
"""Documents made to do harm: shapes times sizes and formats. Each shape is a function of the size in
bytes and of random numbers, and gives a text or bytes."""

import gzip
import zlib


# ---- texts: each gives about `size` bytes

def repeated(unit):
    return lambda size, random: (unit * (size // len(unit) + 1))[:size]


def nested(left, right, middle="a man"):
    def make(size, random):
        depth = size // (len(left) + len(right))
        return left * depth + middle + right * depth
    return make


def random_words(size, random):
    letters = "etaoinshrdlu"
    words = []
    length = 0
    while length < size:
        word = "".join(random.choice(letters) for _ in range(random.randrange(1, 12)))
        words.append(word.capitalize() if random.random() < 0.3 else word)
        length += len(word) + 1
    return " ".join(words) + "."


def names(size, random):
    """Every name another one: rules that compare all with all."""
    return "".join(f"The Xa{i:x} Council of Yo{i:x} met Vera Zu{i:x}. " for i in range(size // 50 + 1))


def speakers(size, random):
    return "".join(f"SPEAKER {chr(65 + i % 26)}{i}: I met you.\n\n" for i in range(size // 25 + 1))


def random_bytes(size, random):
    return random.randbytes(size)


def random_characters(size, random):
    return "".join(chr(random.choice((random.randrange(32, 127), random.randrange(0x80, 0xD7FF))))
                   for _ in range(size // 2))


TEXTS = {
    "full stops": repeated(". "), "stops without blanks": repeated("."),
    "words": repeated("word "), "capitals": repeated("Word "), "one word": repeated("a"),
    "questions": repeated("Who? "), "semicolons": repeated("; "), "commas": repeated("a, "),
    "and": repeated("a man and "), "of": repeated("the end of "), "quotes": repeated('"'),
    "apostrophes": repeated("'s "), "hyphens": repeated("a-"), "numbers": repeated("12,345.6 "),
    "money": repeated("$5bn "), "dates": repeated("3 May 2021 "), "long number": repeated("9"),
    "mail": repeated("a@b.cd "), "addresses": repeated("http://a.b/c?d "),
    "acronyms": repeated("NFC (NFC) "), "round brackets": nested("(", ")"),
    "open brackets": repeated("("), "square brackets": repeated("["), "links": repeated("[a]("),
    "emphasis": repeated("*a_"), "stars": repeated("*"), "underscores": repeated("_a "),
    "backticks": repeated("`a"), "quote marks": repeated("> "), "list marks": repeated("- a\n"),
    "deep list": lambda size, random: "".join("  " * i + "- a\n" for i in range(int(size ** 0.5))),
    "footnotes": repeated("[^1]: a\n\n[^1] "), "tables": repeated("|a|b|\n|-|-|\n"),
    "heads": repeated("# a\n"), "entities": repeated("&amp;lt;"), "tags": nested("<b>", "</b>"),
    "open tags": repeated("<div>"), "closing tags": repeated("</p>"),
    "comments": repeated("<!-- a "), "json": nested('{"a":[', "]}"), "lines": repeated("a\n"),
    "empty lines": repeated("\n"), "blanks": repeated(" "), "tabs": repeated("\t"),
    "carriage returns": repeated("a\r"), "zero width": repeated("\u200b"),
    "bidi marks": repeated("\u202e"), "combining marks": repeated("a\u0301\u0301"),
    "emoji": repeated("\U0001F469\u200d\U0001F4BB"), "controls": repeated("\x07\x1b[31m"),
    "c1 controls": repeated("\u009b"), "byte order marks": repeated("\ufeff"),
    "private use": repeated("\ue000"), "labels": repeated("A: b\n"), "speakers": speakers,
    "names": names, "random words": random_words, "random characters": random_characters,
}
BYTES = {"zeros": repeated(b"\0"), "high bytes": repeated(b"\xff\xfe"), "random": random_bytes,
         "broken utf-8": repeated(b"a\xc3(\xe2\x82 "), "utf-16 half": repeated(b"\xff\xfea\0\xd8")}


# ---- formats

def html_of(text):
    return b"<!doctype html><html><body><p>" + text + b"</p></body></html>"


def attributes(size, random):
    return html_of(b"<p " + b" ".join(b"a%d=x" % i for i in range(size // 8)) + b">A man left.</p>")


def same_attributes(size, random):
    return html_of(b"<p " + b'a="b" ' * (size // 6) + b">A man left.</p>")


def open_quote(size, random):
    return html_of(b'<p a="' + b"<p a='" * (size // 6))


def many_elements(size, random):
    return html_of(b"<td><table><tr>" * (size // 15))


def pdf_of(objects, root=1):
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                  % (len(objects) + 1, root, table))


def stream(content, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_page(content, entries=b"", more=()):
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources "
            b"<< /Font << /F 4 0 R >> /XObject << %s >> >> >>"
            % b" ".join(b"/X%d %d 0 R" % (i, 6 + i) for i in range(len(more))))
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>",
                   b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, FONT,
                   stream(content, entries), *more])


def pdf_forms(size, random):
    """Each form draws the next one ten times."""
    count = 3 + size // 2000
    forms = []
    for i in range(count):
        draw = b"BT /F 9 Tf (word) Tj ET" if i == count - 1 else b"/N Do " * 10
        forms.append(stream(draw, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
                                  b"/Font << /F 4 0 R >> /XObject << /N %d 0 R >> >>"
                                  % (6 + min(i + 1, count - 1))))
    return pdf_page(b"/X0 Do", more=forms)


def pdf_inflated(size, random):
    """A stream that unpacks to a thousand times its size, twice."""
    once = zlib.compress(b" " * (size * 1000), 9)
    return pdf_page(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")


def pdf_states(size, random):
    return pdf_page(b"q " * (size * 8))


def pdf_words(size, random):
    return pdf_page(b"BT /F 9 Tf " + b"1 0 Td (a b) Tj " * (size // 16) + b"ET")


def pdf_loop(size, random):
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>",
                   b"<< /Type /Pages /Count %d /Kids [%s] >>" % (size, b"2 0 R " * 50)])


def pdf_deep(size, random):
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * size + b"]" * size])


def pdf_cut(size, random):
    whole = pdf_words(size, random)
    return whole[:random.randrange(20, len(whole))]


def pdf_noise(size, random):
    whole = bytearray(pdf_words(size, random))
    for _ in range(20):
        whole[random.randrange(len(whole))] = random.randrange(256)
    return bytes(whole)


def conllu(head, relation, words=None):
    def make(size, random):
        count = words or max(2, size // 24)
        rows = []
        for sentence in range(max(1, size // 24 // count)):
            for i in range(1, count + 1):
                of = head(i, count, random)
                rows.append(f"{i}\tXa{i}\txa\tNOUN\tNN\t_\t{of}\t{relation if of else 'root'}\t_\t_")
            rows.append("")
        return "\n".join(rows) + "\n"
    return make


def to_last(i, count, random):
    return i - 1


def to_next(i, count, random):
    return i + 1 if i < count else 0


def to_first(i, count, random):
    return 0 if i == 1 else 1


def to_any(i, count, random):
    return 0 if i == 1 else random.randrange(1, i)


def to_itself(i, count, random):
    return i


MADE = {
    ".html": {"attributes": attributes, "same attributes": same_attributes,
              "open quote": open_quote, "elements": many_elements},
    ".pdf": {"forms": pdf_forms, "inflated": pdf_inflated, "states": pdf_states,
             "words": pdf_words, "loop": pdf_loop, "deep": pdf_deep, "cut": pdf_cut,
             "noise": pdf_noise},
    ".conllu": {f"{name} {relation}": conllu(head, relation)
                for name, head in (("chain", to_last), ("back chain", to_next), ("star", to_first),
                                   ("random tree", to_any), ("self", to_itself))
                for relation in ("nmod", "conj", "acl", "appos")},
    ".txt.gz": {"bomb": lambda size, random: gzip.compress(b"a man " * (size * 100)),
                "members": lambda size, random: gzip.compress(b"a ") * (size // 22),
                "twice": lambda size, random: gzip.compress(gzip.compress(b"a man " * size)),
                "cut": lambda size, random: gzip.compress(random.randbytes(size))[:-9],
                "padding": lambda size, random: gzip.compress(b"A man left.") + b"\0" * size},
}
SIZES = (64, 4 << 10, 64 << 10, 400 << 10)


def table():
    """All documents: (what, size, ending, make)."""
    rows = []
    for size in SIZES:
        for what, make in TEXTS.items():
            for ending in (".txt", ".md", ".html"):
                def text(size, random, make=make, ending=ending):
                    made = make(size, random).encode(errors="surrogatepass")
                    return html_of(made) if ending == ".html" else made
                rows.append((what, size, ending, text))
        for what, make in BYTES.items():
            for ending in (".txt", ".html", ".pdf", ".gz", ""):
                rows.append((what, size, ending, make))
        for ending, shapes in MADE.items():
            for what, make in shapes.items():
                rows.append((what, size, ending, make))
    return rows
