# SPDX-License-Identifier: Apache-2.0
"""Terms as Python values, and back."""

import datetime
import decimal
import math
import pickle

import pytest

import dossier
from dossier import BlankNode, Iri, Literal, Triple

XSD = "http://www.w3.org/2001/XMLSchema#"
UTC = datetime.timezone.utc


def hours(number):
    return datetime.timezone(datetime.timedelta(hours=number))


# A term in SPARQL, and its value.
READ = [
    ("<urn:a>", Iri("urn:a")),
    ('"a"', "a"),
    ('""', ""),
    ('"a\\u0000b"', "a\0b"),
    ("7", 7),
    ('"007"^^xsd:integer', 7),
    ('"+7"^^xsd:integer', 7),
    ("123456789012345678901234567890", 123456789012345678901234567890),
    ('"255"^^xsd:unsignedByte', 255),
    ('"256"^^xsd:unsignedByte', Literal("256", XSD + "unsignedByte")),
    ('"seven"^^xsd:integer', Literal("seven", XSD + "integer")),
    ("1.50", decimal.Decimal("1.50")),
    ("1.5e0", 1.5),
    ('"INF"^^xsd:double', math.inf),
    ('"0.5"^^xsd:float', 0.5),
    ("true", True),
    ('"0"^^xsd:boolean', False),
    ('"2024-02-29"^^xsd:date', datetime.date(2024, 2, 29)),
    ('"2024-02-29Z"^^xsd:date', Literal("2024-02-29Z", XSD + "date")),
    ('"-0044-03-15"^^xsd:date', Literal("-0044-03-15", XSD + "date")),
    ('"2024-02-30"^^xsd:date', Literal("2024-02-30", XSD + "date")),
    ('"2024-02-29T12:30:15.25"^^xsd:dateTime',
     datetime.datetime(2024, 2, 29, 12, 30, 15, 250000)),
    ('"2024-02-29T24:00:00Z"^^xsd:dateTime', datetime.datetime(2024, 3, 1, tzinfo=UTC)),
    ('"2024-02-29T12:00:00+02:00"^^xsd:dateTime',
     datetime.datetime(2024, 2, 29, 12, tzinfo=hours(2))),
    ('"2024-02-29T12:00:00.1234567"^^xsd:dateTime',
     Literal("2024-02-29T12:00:00.1234567", XSD + "dateTime")),
    ('"P1D"^^xsd:duration', Literal("P1D", XSD + "duration")),
    ('"hej"@sv', Literal("hej", language="sv")),
    ('"hej"@sv--ltr', Literal("hej", "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString",
                              "sv", "ltr")),
    ('"x"^^<urn:t>', Literal("x", "urn:t")),
    ("<<( <urn:a> <urn:p> 7 )>>", Triple(Iri("urn:a"), Iri("urn:p"), 7)),
]

# Values that come back as they were given.
ROUND_TRIPS = [
    "", "a\nb", "naïve 🦉", Iri("urn:a"), 0, -1, 2**63, -(2**80), True, False, 1.5, -0.0, math.inf,
    decimal.Decimal("1.50"), decimal.Decimal("1E+3"), datetime.date(1, 1, 1),
    datetime.datetime(9999, 12, 31, 23, 59, 59, 999999), datetime.datetime(2024, 1, 1, tzinfo=UTC),
    datetime.datetime(2024, 1, 1, tzinfo=hours(-5)), Literal("hej", language="sv"),
    Literal("x", "urn:t"), Triple(Iri("urn:a"), Iri("urn:p"), Triple(Iri("urn:b"), Iri("urn:q"), "c")),
]

REFUSED = [
    ([1], "the parameter $v is a list, which stands for no term; give a str"),
    (None, "the parameter $v is a NoneType"),
    (object(), "the parameter $v is a object"),
    (decimal.Decimal("NaN"), "xsd:decimal has no NaN; give a float"),
    (Literal("x", language="en", direction="up"), "the direction 'up' is neither ltr nor rtl"),
    (datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(seconds=1))),
     "is no whole number of minutes"),
]


@pytest.mark.parametrize("term, value", READ, ids=[term for term, _ in READ])
def test_reading(kb, term, value):
    (row,) = kb.query(f"SELECT (({term}) AS ?v) {{}}" if not term.startswith("<<")
                      else f"SELECT ?v {{ VALUES ?v {{ {term} }} }}")
    assert row.v == value
    assert type(row.v) is type(value)
    if isinstance(value, datetime.datetime):
        assert row.v.utcoffset() == value.utcoffset()


@pytest.mark.parametrize("value", ROUND_TRIPS, ids=repr)
def test_round_trip(kb, value):
    (row,) = kb.query("SELECT ?v { VALUES ?one { 1 } BIND($given AS ?v) }", {"given": value})
    assert row.v == value
    assert type(row.v) is type(value)


@pytest.mark.parametrize("value, message", REFUSED, ids=[message for _, message in REFUSED])
def test_no_term(kb, value, message):
    with pytest.raises(dossier.UsageError) as failure:
        kb.query("SELECT ?v {}", {"v": value})
    assert message in str(failure.value)


def test_exact_terms(kb):
    (row,) = kb.query('SELECT ("007"^^xsd:integer AS ?a) ("x" AS ?b) (<urn:c> AS ?c) {}', terms=True)
    assert row == (Literal("007", XSD + "integer"), Literal("x", XSD + "string"), Iri("urn:c"))


def test_a_blank_node_is_itself_when_given_back(kb):
    kb.load_text('[] <urn:p> "one" . [] <urn:p> "two" .', "ttl")
    (row,) = kb.query('SELECT ?n { ?n <urn:p> "one" }')
    assert isinstance(row.n, BlankNode)
    assert [found.v for found in kb.query("SELECT ?v { $n <urn:p> ?v }", {"n": row.n})] == ["one"]


def test_an_iri_is_its_text():
    iri = Iri("urn:a")
    assert iri == "urn:a" and f"{iri}" == "urn:a" and repr(iri) == "Iri('urn:a')"
    assert str(Literal("hej", language="sv")) == "hej" and str(BlankNode("b")) == "_:b"


def test_rows(kb):
    (row,) = kb.query("SELECT (1 AS ?count) ?unbound (3 AS ?ünder) { }")
    assert row == (1, None, 3) and tuple(row) == (1, None, 3) and len(row) == 3
    assert row.count == row["count"] == row[0] == 1
    assert row.ünder == row[-1] == 3 and row[:2] == (1, None)
    assert row.asdict() == {"count": 1, "unbound": None, "ünder": 3}
    assert repr(row) == "Row(count=1, unbound=None, ünder=3)"
    assert pickle.loads(pickle.dumps(row)).count == 1
    with pytest.raises(dossier.UsageError, match=r"no variable \?other; it selects \?count"):
        row["other"]
    with pytest.raises(AttributeError, match=r"\?other"):
        row.other
    with pytest.raises(IndexError):
        row[3]


def test_numpy_numbers_are_numbers(kb):
    numpy = pytest.importorskip("numpy")
    for number in (numpy.int64(3), numpy.float64(3)):
        assert next(kb.query("SELECT ($n + 1 AS ?m) {}", {"n": number})).m == 4
