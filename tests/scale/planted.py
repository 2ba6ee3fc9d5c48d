# SPDX-License-Identifier: Apache-2.0
"""Writes a folder of documents with known facts, and the key of what was planted in them.

Usage: planted.py FOLDER COUNT [SEED [REPEAT [LEAST MOST]]]

Every document has a headline, a dateline and up to fourteen sentences. Names of people, bodies and places are put
together from syllables of our own, so that nothing of them is in any word list; a fact of one document may
stand in others, too, in other words. Beside FOLDER/*.txt stands FOLDER.key, one planted fact a line:

    document <TAB> subject <TAB> relation <TAB> object <TAB> kind <TAB> time

Names are labels; kind is asserted, negative or planned. REPEAT writes each document's text so many
times over (larger documents for measuring memory). A document has LEAST to MOST planted statements, 6 to 12 by default.
The same arguments write the same bytes.
"""

import pathlib
import random
import sys

GIVEN = ["Anna", "Maria", "Clara", "Nina", "Laura", "Peter", "Jonas", "Daniel", "Martin", "Thomas",
         "Sofia", "Julia", "Helen", "Robert", "Simon", "Victor", "Oscar", "Paul", "Karen", "Eric"]
FIRST = ["Hal", "Ber", "Nor", "Lind", "Ven", "Mar", "Tor", "Bran", "Kel", "Sol", "Wes", "Ost", "Fal",
         "Gren", "Hol", "Ren", "Stav", "Dal", "Vik", "Lam"]
SECOND = ["vorsen", "mann", "quist", "berg", "stad", "akis", "ovic", "enko", "dorf", "ley", "ano", "ette",
          "idze", "erud", "inen"]
PLACE_END = ["ford", "haven", "burg", "minster", "mouth", "bridge", "ville", "wick"]
COUNTRY_END = ["onia", "avia", "istan", "uria"]
FIELD = ["Harbour", "Grain", "Rail", "Timber", "Water", "Energy", "Fisheries", "Climate", "Transport",
         "Maritime"]
BODY = ["Council", "Agency", "Commission", "Foundation", "Institute", "Committee", "Union", "Authority"]
COMPANY = ["Mining", "Shipping", "Motors", "Foods", "Systems", "Logistics"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]
ROLES = ["president", "director", "chairman", "spokesperson", "secretary-general"]


class World:
    """The people, bodies and places of a run; each kind a list without repetitions."""

    def __init__(self, chance):
        stems = [a + b for a in FIRST for b in SECOND]
        chance.shuffle(stems)
        self.people = [f"{chance.choice(GIVEN)} {stem}" for stem in stems]
        towns = [a + b for a in FIRST for b in PLACE_END]
        chance.shuffle(towns)
        self.towns = towns[:80]
        self.countries = [a + b for a, b in zip(FIRST, COUNTRY_END * 5)][:12]
        bodies = [f"{town} {field} {body}" for town in self.towns[:40] for field in FIELD[:5]
                  for body in BODY[:2]]
        chance.shuffle(bodies)
        self.bodies = bodies[:120]
        self.companies = [f"{stem} {kind}" for stem, kind in zip(stems[150:240], COMPANY * 15)]
        # One role a person, so that no two documents contradict each other.
        self.roles = {person: (chance.choice(ROLES), body)
                      for person, body in zip(self.people[:100], self.bodies)}


class Day:
    def __init__(self, chance):
        self.year, self.month, self.day = 2021, chance.randint(1, 12), chance.randint(1, 28)

    def iso(self):
        return f"{self.year}-{self.month:02}-{self.day:02}"

    def text(self):
        return f"{MONTHS[self.month - 1]} {self.day}, {self.year}"

    def european(self):
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"


def visit(c, w):
    who, where, day = c.choice(w.people), c.choice(w.towns), Day(c)
    text = c.choice([f"{who} visited {where} on {day.text()}.",
                     f"On {day.european()}, {who} visited {where}.",
                     f"{who} paid a visit to {where} on {day.european()}."])
    return text, [(who, "visit", where, "asserted", day.iso())]


def no_visit(c, w):
    who, where = c.choice(w.people), c.choice(w.towns)
    text = c.choice([f"{who} did not visit {where}.", f"{who} has never visited {where}."])
    return text, [(who, "visit", where, "negative", "")]


def planned_visit(c, w):
    who, where = c.choice(w.people), c.choice(w.towns)
    text = c.choice([f"{who} will visit {where} next month.", f"{who} plans to visit {where}."])
    return text, [(who, "visit", where, "planned", "")]


def meeting(c, w):
    one, two = c.sample(w.people, 2)
    day, where = Day(c), c.choice(w.towns)
    text = c.choice([f"{one} met with {two} in {where} on {day.text()}.",
                     f"{one} met {two} on {day.european()}.",
                     f"On {day.european()}, {one} held talks with {two} in {where}."])
    relation = "hold_talks_with|meet_with" if "held" in text else "meet_with|meet"
    return text, [(one, relation, two, "asserted", day.iso())]


def role(c, w):
    who = c.choice(sorted(w.roles))
    what, body = w.roles[who]
    where = c.choice(w.towns)
    text, more = c.choice([
        (f"{who}, {what} of the {body}, arrived in {where}.", [(who, "arrive_in", where, "asserted", "")]),
        (f"{who} is the {what} of the {body}.", []),
        (f"The {what} of the {body}, {who}, arrived in {where}.",
         [(who, "arrive_in", where, "asserted", "")])])
    return text, [(who, f"{what}_of".replace("-", "[-_]"), body, "asserted", "")] + more


def joining(c, w):
    who, body = c.choice(w.people), c.choice(w.bodies)
    return f"{who} joined the {body} in {c.choice(MONTHS)} 2020.", [(who, "join", body, "asserted", "")]


def acquisition(c, w):
    one, two = c.sample(w.companies, 2)
    text = c.choice([f"{one} acquired {two} for {c.randint(2, 90)} million dollars.",
                     f"{two} was acquired by {one}."])
    return text, [(one, "acquire", two, "asserted", "")]


def praise(c, w):
    who, body = c.choice(w.people), c.choice(w.bodies)
    text = c.choice([f"{who} praised the {body} for its work.", f"The {body} was praised by {who}."])
    return text, [(who, "praise", body, "asserted", "")]


def birth(c, w):
    who, where = c.choice(w.people), c.choice(w.towns)
    return f"{who} was born in {where}.", [(who, "be_born_in|born_in|birth_place", where, "asserted", "")]


def alias(c, w):
    """The surname alone, and the body's acronym, stand for what was named in full before."""
    who, body = c.choice(w.people), c.choice(w.bodies)
    short = "".join(word[0] for word in body.split())
    where = c.choice(w.towns)
    return (f"{who} criticised the {body} ({short}). {who.split()[-1]} later left the {short} and "
            f"moved to {where}.",
            [(who, "criticise|criticize", body, "asserted", ""), (who, "leave", body, "asserted", ""),
             (who, "move_to", where, "asserted", "")])


FORMS = [visit, visit, no_visit, planned_visit, meeting, meeting, role, role, joining, acquisition, praise,
         birth, alias]


def write_document(path, chance, world, stock, repeat, length):
    """Some sentences are of the common stock, so that several documents support one fact."""
    sentences, facts = [], []
    for _ in range(chance.randint(*length)):
        known = stock and chance.random() < 0.15
        text, planted = chance.choice(stock) if known else chance.choice(FORMS)(chance, world)
        if len(stock) < 200:
            stock.append((text, planted))
        sentences.append(text)
        facts += planted
    place, day = chance.choice(world.towns), Day(chance)
    headline = f"News from {place}, number {path.stem[1:]}"
    body = " ".join(sentences[:5]) + "\n\n" + " ".join(sentences[5:]) + "\n\n"
    path.write_text(f"{headline}\n\n{place.upper()}, {day.european()} -\n\n{body * repeat}")
    return facts


def write_folder(folder, count, seed=1, repeat=1, least=6, most=12):
    chance = random.Random(seed)
    world = World(chance)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stock = []
    with folder.with_suffix(".key").open("w") as key:
        for number in range(count):
            path = folder / f"n{number:05}.txt"
            for fact in write_document(path, chance, world, stock, repeat, (least, most)):
                key.write("\t".join([path.stem, *fact]) + "\n")


if __name__ == "__main__":
    write_folder(sys.argv[1], *map(int, sys.argv[2:]))
