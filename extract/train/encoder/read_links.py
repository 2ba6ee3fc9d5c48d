# SPDX-License-Identifier: Apache-2.0
"""Windows with pronouns and the mentions they may mean: of GAP, GUM and LitBank."""

import csv
import dataclasses
import re

import documents
from gum import documents_of

PEOPLE = frozenset("he him his himself she her hers herself".split())
THINGS = frozenset("it its itself they them their theirs themselves".split())
SPEAKERS = frozenset("""i me my mine myself you your yours yourself we us our ours ourselves who whom whose which that
    thou thee thy""".split())
LONGEST_MENTION = 12  # words
NO_CANDIDATES = ("DATE", "NATIONALITY")


@dataclasses.dataclass
class Links:
    """For each pronoun: whether it may mean a mention, whether it does, and whether "none" is right."""
    words: list
    pronouns: list   # words
    mentions: list   # (begin, end) in words
    allowed: list    # [pronoun][mention]
    right: list
    none: list
    sides: list = ()     # GAP: which of its two names a mention is: "A", "B" or "-"
    row: dict = None     # GAP


def of_chains(words, mentions, pronouns):
    """`mentions` are (begin, end, chain), `pronouns` (word, chain)."""
    allowed = [[not begin <= at < end for begin, end, _ in mentions] for at, _ in pronouns]
    right = [[may and chain == own for may, (_, _, chain) in zip(row, mentions)]
             for row, (_, own) in zip(allowed, pronouns)]
    return Links(words, [at for at, _ in pronouns], [m[:2] for m in mentions], allowed, right,
                 [not any(row) for row in right])


def stretches(sentences, size):
    """Runs of whole sentences of at most `size` words."""
    begin = end = None
    for low, high in sentences:
        if begin is not None and high - begin > size:
            yield begin, end
            begin = None
        begin, end = (low if begin is None else begin), high
    if begin is not None:
        yield begin, end


def gum(path, size=150):
    for document in documents_of(path):
        for low, high in stretches(document.sentences, size):
            inside = [m for m in document.mentions if low <= m.begin and m.end <= high]
            mentions = [(m.begin - low, m.end - low, m.chain) for m in inside if m.end - m.begin <= LONGEST_MENTION
                        and document.tags[min(m.head, m.end - 1)] in ("PROPN", "NOUN")]
            pronouns = [(m.begin - low, m.chain) for m in inside
                        if m.end == m.begin + 1 and document.words[m.begin].lower() in PEOPLE | THINGS]
            if mentions and pronouns:
                yield of_chains(document.words[low:high], mentions, pronouns)


def novels(path):
    """Words, ends of sentences and mentions (begin, end, chain) of each document of LitBank."""
    words, ends, mentions, opened = [], [], [], {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("#end"):
                yield words, ends, mentions
                words, ends, mentions, opened = [], [], [], {}
            elif len(columns) < 5:
                ends.append(len(words))
            else:
                read_brackets(columns[12], len(words), opened, mentions)
                words.append(columns[3])


def read_brackets(column, at, opened, mentions):
    for alone, opening, closing in re.findall(r"\((\d+)\)|\((\d+)|(\d+)\)", column):
        if alone:
            mentions.append((at, at + 1, alone))
        elif opening:
            opened.setdefault(opening, []).append(at)
        elif opened.get(closing):
            mentions.append((opened[closing].pop(), at + 1, closing))


def litbank(path, size=150):
    for words, ends, all_mentions in novels(path):
        sentences = list(zip([0, *ends], [*ends, len(words)]))
        for low, high in stretches([s for s in sentences if s[0] < s[1]], size):
            inside = [(a - low, b - low, chain) for a, b, chain in all_mentions if low <= a and b <= high]
            word = lambda m: words[low + m[0]].lower()
            pronouns = [(m[0], m[2]) for m in inside if m[1] == m[0] + 1 and word(m) in PEOPLE]
            mentions = [m for m in inside if m[1] - m[0] <= 10 and not (
                m[1] == m[0] + 1 and word(m) in PEOPLE | THINGS | SPEAKERS)]
            if pronouns and mentions and high - low > 20:
                yield of_chains(words[low:high], mentions, pronouns)


def parts_of_name(name):
    return [w for w in re.findall(r"\w+", name.lower()) if w not in ("mr", "mrs", "ms", "dr", "sir", "lady", "lord", "s")]


def may_be_one(a, b):
    """Whether two names may be one person's, by their words."""
    a, b = parts_of_name(a), parts_of_name(b)
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a)) and (
        a[-1] == b[-1] or a[0] == b[0] or len(a) == len(b))


def side_of(document, name, row):
    """Which of the two names of a row of GAP a name found in its text is."""
    own = " ".join(document.words[name[0]:name[1]])
    begin, end = document.ranges[name[0]][0], document.ranges[name[1] - 1][1]
    spans = {side: (int(row[f"{side}-offset"]), int(row[f"{side}-offset"]) + len(row[side])) for side in "AB"}
    for side, (low, high) in spans.items():
        if begin < high and low < end:
            return side
    alike = {side: may_be_one(own, row[side]) for side in "AB"}
    return "-" if alike["A"] == alike["B"] else "A" if alike["A"] else "B"


def gap_links(document, row):
    """The names that the program finds are the mentions; None when its words lack the pronoun."""
    offset = int(row["Pronoun-offset"])
    at = document.words_of(offset, offset + len(row["Pronoun"]))
    if at is None:
        return None
    low, high = around(document, at[0])
    names = [(a, b) for a, b, kind in document.names if kind not in NO_CANDIDATES and low <= a and b <= high]
    sides = [side_of(document, name, row) for name in names]
    is_right = {side: row[f"{side}-coref"].upper() == "TRUE" for side in "AB"}
    none = not (is_right["A"] or is_right["B"])
    right = [none if side == "-" else is_right[side] for side in sides]
    return Links(document.words[low:high], [at[0] - low], [(a - low, b - low) for a, b in names],
                 [[not a <= at[0] < b for a, b in names]], [right], [none or not any(right)], sides, row)


def around(document, at, before=130, after=50):
    """A stretch of whole sentences around a word."""
    low, high = next(s for s in document.sentences if s[0] <= at < s[1])
    for begin, end in reversed([s for s in document.sentences if s[1] <= low]):
        if at - begin > before:
            break
        low = begin
    for begin, end in [s for s in document.sentences if s[0] >= high]:
        if end - at > after:
            break
        high = end
    return max(low, at - before), min(high, at + after)


def gap_rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def gap(rows, dossier):
    read = documents.read_texts(dossier, {row["ID"]: row["Text"] for row in rows})
    for row in rows:
        if row["ID"] in read and (links := gap_links(read[row["ID"]], row)):
            yield links
