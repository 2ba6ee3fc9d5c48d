# SPDX-License-Identifier: Apache-2.0
"""Passages of KnowledgeNet: mentions of people, bodies, places and dates, and which pairs of them have a property."""

import dataclasses
import json

import documents

PROPERTIES = (
    "CEO", "CHILD_OF", "DATE_FOUNDED", "DATE_OF_BIRTH", "DATE_OF_DEATH", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF",
    "FOUNDED_BY", "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION",
    "SPOUSE", "SUBSIDIARY_OF")
PRONOUNS = frozenset("""he him his she her hers it its they their them we our us i my me who whom whose which where
    that""".split())
MOST_MENTIONS = 28  # of a window


@dataclasses.dataclass
class Relations:
    words: list
    mentions: list       # (begin, end) in words
    pairs: list          # (subject, object, property), numbers
    properties: list     # numbers: the passage was annotated for these
    named: list          # mentions of facts as (begin, end): what the tagger of mentions learns
    place: tuple = ()    # document, passage's begin
    ranges: list = ()    # of the words in the document's text


def candidates(document):
    """Spans that may stand in a relation: names, pronouns, dates, and other runs of capitalised words."""
    spans = [(begin, end) for begin, end, _ in document.names]
    spans += [(i, i + 1) for i, word in enumerate(document.words) if word.lower() in PRONOUNS]
    return without_overlaps([*spans, *dates(document), *capitalised(document)])


def without_overlaps(spans):
    """The spans, without those that overlap one before."""
    kept = []
    for begin, end in spans:
        if not any(begin < high and low < end for low, high in kept):
            kept.append((begin, end))
    return kept


MONTHS = frozenset("""january february march april may june july august september october november december""".split())


def dates(document):
    """Years, with the month and the day beside them."""
    words = document.words
    for i, word in enumerate(words):
        if not (word.isdigit() and len(word) == 4 and 1500 <= int(word) < 2100):
            continue
        begin = i
        while begin > 0 and (words[begin - 1].lower() in MONTHS or words[begin - 1] == "," or is_day(words[begin - 1])) \
                and i - begin < 4:
            begin -= 1
        while words[begin] == ",":
            begin += 1
        yield begin, i + 1


def is_day(word):
    digits = word.rstrip("stndrh")
    return digits.isdigit() and len(digits) <= 2


def capitalised(document):
    begin = None
    for i, (word, tag) in enumerate(zip([*document.words, ""], [*document.tags, ""])):
        inside = word[:1].isupper() and tag in ("PROPN", "ADJ", "NOUN")
        if inside and begin is None:
            begin = i
        elif not inside and begin is not None:
            yield begin, i
            begin = None


def relations_of(document, passage, facts, gold_first):
    part = document.part(passage["begin"], passage["end"])
    if not part.words:
        return None
    named = [(fact, part.words_of(*fact["subject"]), part.words_of(*fact["object"])) for fact in facts]
    named = [(fact, subject, object_) for fact, subject, object_ in named if subject and object_]
    gold = list(dict.fromkeys(span for _, *spans in named for span in spans))
    spans = gold if gold_first else []
    spans = list(dict.fromkeys(spans + [s for s in candidates(part)
                                        if not any(s[0] < high and low < s[1] for low, high in spans)]))
    spans = spans[:MOST_MENTIONS]
    numbers = {span: i for i, span in enumerate(spans)}
    pairs = [(numbers[subject], numbers[object_], PROPERTIES.index(fact["property"]))
             for fact, subject, object_ in named if subject in numbers and object_ in numbers]
    return Relations(part.words, spans, pairs, [PROPERTIES.index(p) for p in passage["properties"]], gold,
                     ranges=part.ranges)


def knowledgenet(path, dossier, is_kept):
    """Where a document is not kept out, the mentions of its facts stand first among the candidates."""
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    read = documents.read_texts(dossier, {row["id"]: row["text"] for row in rows})
    for row in rows:
        for passage in row["passages"] if row["id"] in read else ():
            inside = [fact for fact in row["facts"] if passage["begin"] <= min(fact["subject"][0], fact["object"][0])
                      and max(fact["subject"][1], fact["object"][1]) <= passage["end"]]
            made = relations_of(read[row["id"]], passage, inside, not is_kept(row["id"]))
            if made is not None:
                made.place = (row["id"], passage["begin"])
                yield made
