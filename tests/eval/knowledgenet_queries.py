# SPDX-License-Identifier: Apache-2.0
"""The stored relations that say each property of KnowledgeNet."""

import dataclasses

SCHEMA = "https://schema.org/"
RELATION = "urn:dossier:relation:"
VOCABULARY = "urn:dossier:vocabulary:"
CHIEF = "ceo chief_executive chief_executive_officer co-ceo"
MARRIED = "marry be_married_to wife_of husband_of spouse_of widow_of"
# People without a name are individuals.
CLASSES = {"person": "{{ {0} a schema:Person }} UNION {{ {0} k:kind e:person }}", "organization": "{0} a schema:Organization",
           "place": "{0} a schema:Place"}


@dataclasses.dataclass
class Part:
    """Relations, between things of these classes if any are named. `turned`: their object is the property's subject."""

    relations: str
    subject: str = ""
    object: str = ""
    turned: bool = False

    def condition(self):
        names = [f"<{name if ':' in name else RELATION + name}>" for name in self.relations.split()]
        tests = [f"?p IN ({', '.join(names)})"]
        for variable, kind in (("?s", self.subject), ("?o", self.object)):
            if kind:
                tests.append(f"EXISTS {{ GRAPH ?document {{ {CLASSES[kind].format(variable)} }} }}")
        return " && ".join(tests)


def schema(names):
    return " ".join(SCHEMA + name for name in names.split())


def titles(names):
    return " ".join(f"{name}_of" for name in names.split())


PROPERTIES = {
    "DATE_OF_BIRTH": [Part(schema("birthDate"))],
    "DATE_OF_DEATH": [Part(schema("deathDate"))],
    "PLACE_OF_BIRTH": [Part(schema("birthPlace")), Part("born_in be_born_in born_at be_born_at", "person", "place")],
    "PLACE_OF_RESIDENCE": [Part(schema("homeLocation")), Part("live_in reside_in move_to settle_in relocate_to", "person", "place")],
    "NATIONALITY": [Part(schema("nationality"))],
    "EMPLOYEE_OR_MEMBER_OF": [
        Part(schema("affiliation"), "person", "organization"),
        Part("work_for work_at join play_for member_of teach_at", "person", "organization"),
    ],
    "EDUCATED_AT": [
        Part(schema("alumniOf")),
        Part("graduate_from attend study_at educate_at be_educated_at alumnus_of graduate_of student_of",
             "person", "organization"),
    ],
    "POLITICAL_AFFILIATION": [Part(VOCABULARY + "politicalParty"), Part("member_of leader_of chairman_of lead join", "person", "organization")],
    "CHILD_OF": [
        Part(schema("parent")),
        Part("son_of daughter_of child_of", "person", "person"),
        Part("father_of mother_of parent_of", "person", "person", turned=True),
    ],
    "SPOUSE": [Part(schema("spouse")), Part(MARRIED, "person", "person"), Part(MARRIED, "person", "person", turned=True)],
    "DATE_FOUNDED": [Part(schema("foundingDate"))],
    "HEADQUARTERS": [Part(schema("location"), "organization", "place"), Part("be_headquartered_in headquartered_in be_based_in based_in", "organization", "place")],
    "SUBSIDIARY_OF": [
        Part(schema("parentOrganization")),
        Part("subsidiary_of division_of unit_of", "organization", "organization"),
        Part("acquire own buy parent_of", "organization", "organization", turned=True),
    ],
    "FOUNDED_BY": [
        Part(schema("founder")),
        Part("found co-found establish create start", "person", "organization", turned=True),
        Part(titles("founder co-founder"), turned=True),
    ],
    "CEO": [Part(VOCABULARY + "chiefExecutive"), Part(titles(CHIEF), turned=True)],
}
