# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows, and data frames."""

import pytest

import dossier
from dossier import Iri, _html

MARKS = [
    ("Anna met Jon", [(0, 4), (9, 12)], "<mark>Anna</mark> met <mark>Jon</mark>"),
    ("Anna met Jon", [(9, 12), (0, 4)], "<mark>Anna</mark> met <mark>Jon</mark>"),
    ("Anna met Jon", [(0, 8), (5, 12)], "<mark>Anna met</mark><mark> Jon</mark>"),
    ("a <b> & c", [(2, 5)], "a <mark>&lt;b&gt;</mark> &amp; c"),
    ("🦉 met Jon", [(0, 1)], "<mark>🦉</mark> met Jon"),
    ("Anna", [], "Anna"),
    ("Anna", [(2, 2), (3, 99)], "Ann<mark>a</mark>"),
]


@pytest.mark.parametrize("text, spans, expected", MARKS)
def test_marks(text, spans, expected):
    assert _html.marked(text, spans) == expected


def test_rows(kb):
    rows = kb.query('SELECT (e:Oslo AS ?a) ("<script>" AS ?b) ?c {}')
    shown = rows._repr_html_()
    assert "<th>a</th><th>b</th><th>c</th>" in shown
    assert '<span title="urn:dossier:entity:Oslo">e:Oslo</span>' in shown
    assert "&lt;script&gt;" in shown and "<script>" not in shown


def test_long_and_empty_results(kb):
    values = " ".join(str(i) for i in range(60))
    assert "and more rows" in kb.query(f"SELECT ?v {{ VALUES ?v {{ {values} }} }}")._repr_html_()
    assert "no rows" in kb.query("SELECT ?v { ?v <urn:p> 1 }")._repr_html_()


def test_evidence(kb):
    kb.ingest_text("Anna Berg did not visit Oslo.", "note.txt")
    shown = kb.why("Anna Berg")._repr_html_()
    assert "<mark>Anna Berg</mark>" in shown and "(negative)" in shown and "note.txt" in shown
    assert "no sentence" in dossier.EvidenceList()._repr_html_()


COLUMNS = """SELECT * { VALUES (?int ?num ?bool ?date ?time ?zoned ?text ?mixed ?gap ?flag) {
  (1 1.5 true "2024-02-29"^^xsd:date "2024-02-29T01:02:03.5"^^xsd:dateTime
   "2024-02-29T01:00:00+01:00"^^xsd:dateTime "a" 1 7 true)
  (2 2 false "1969-12-31"^^xsd:date "1969-12-31T00:00:00"^^xsd:dateTime
   "2024-02-29T00:00:00Z"^^xsd:dateTime <urn:b> "x" UNDEF UNDEF) } }"""


def test_pandas(kb):
    pandas = pytest.importorskip("pandas")
    frame = kb.query(COLUMNS).to_pandas()
    # Since version 3, pandas keeps the unit of times, and has a type for texts.
    text, unit = ("object", "ns") if pandas.__version__ < "3" else ("str", "us")
    day = unit if unit == "ns" else "s"
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "int": "int64", "num": "float64", "bool": "bool", "date": f"datetime64[{day}]",
        "time": f"datetime64[{unit}]", "zoned": f"datetime64[{unit}, UTC]", "text": text,
        "mixed": text, "gap": "Int64", "flag": "boolean"}
    assert frame["int"].tolist() == [1, 2] and frame["num"].tolist() == [1.5, 2.0]
    assert frame["date"][1] == pandas.Timestamp("1969-12-31")
    assert frame["time"][0] == pandas.Timestamp("2024-02-29T01:02:03.5")
    assert frame["zoned"][0] == frame["zoned"][1]
    assert frame["text"].tolist() == ["a", "urn:b"] and frame["mixed"].tolist() == ["1", "x"]
    assert frame["gap"][0] == 7 and frame["gap"].isna().tolist() == [False, True]


def test_pandas_edges(kb):
    pytest.importorskip("pandas")
    assert kb.query("SELECT ?a ?b { ?a <urn:p> ?b }").to_pandas().shape == (0, 2)
    frame = kb.query("""SELECT * { VALUES (?big ?old ?none) {
        (123456789012345678901234567890 "0800-01-01"^^xsd:date UNDEF) } }""").to_pandas()
    assert frame["big"][0] == pytest.approx(1.2345678901234568e29)
    assert frame["old"][0].year == 800 and frame["none"].tolist() == [None]


def test_texts_that_are_the_same_are_one_object(kb):
    pytest.importorskip("numpy")
    rows = kb.query("""SELECT ?text { VALUES ?text { "harbour" "port" UNDEF "harbour" "port" "" "harbour" } }""")
    texts = rows._to_numpy()["text"][0].tolist()
    assert texts == ["harbour", "port", None, "harbour", "port", "", "harbour"]
    assert texts[0] is texts[3] is texts[6] and texts[1] is texts[4]


def many_rows(kb):
    """Rows enough for several windows of terms, with values of all kinds that come again and again."""
    kb.load_quads((Iri(f"urn:s:{i}"), Iri("urn:p:value"), [i, i % 7, f"text {i % 40}", i / 2, Iri(f"urn:o:{i % 999}"),
                                                            dossier.Literal(f"mot {i % 11}", language="fr")][i % 6])
                  for i in range(20_000))
    return "SELECT ?s ?v ?half { ?s <urn:p:value> ?v OPTIONAL { ?s <urn:p:value> ?half FILTER(isNumeric(?half)) } }"


def test_a_long_frame_has_the_rows_of_the_query(kb):
    pytest.importorskip("pandas")
    query = many_rows(kb)
    rows = [(str(s), getattr(v, "value", v), None if half is None else float(half.value))
            for s, v, half in kb.query(query, terms=True)]
    read_on = kb.query(query)
    begun = [next(read_on) for _ in range(5)]
    frame = read_on.to_pandas()
    assert len(begun) + len(frame) == len(rows) == 20_000
    for column, name in enumerate(("s", "v")):
        assert frame[name].tolist() == [row[column] for row in rows[5:]]
    halves = [None if half != half else half for half in frame["half"].tolist()]
    assert halves == [row[2] for row in rows[5:]]


def test_large_texts_are_read_a_few_at_a_time(kb):
    pytest.importorskip("pandas")
    kb.load_quads((Iri(f"urn:s:{i}"), Iri("urn:p:text"), f"{i}" + "x" * 3_000_000) for i in range(9))
    rows = kb.query("SELECT ?s ?text { ?s <urn:p:text> ?text } ORDER BY ?s",
                    options=dossier.Options(memory_bytes=24_000_000))
    assert [len(text) for text in rows.to_pandas()["text"]] == [3_000_001] * 9


def test_a_frame_of_triple_terms(kb):
    pytest.importorskip("pandas")
    frame = kb.query("SELECT ?t { BIND(<<( <urn:a> <urn:p> 'b'@en )>> AS ?t) }").to_pandas()
    assert frame["t"].tolist() == ['<<( <urn:a> <urn:p> "b"@en )>>']


def test_a_frame_ends_at_the_time_limit(kb):
    pytest.importorskip("pandas")
    many_rows(kb)
    with pytest.raises(dossier.TimeLimitError):
        kb.query("SELECT ?s ?o { ?s ?p ?v . ?o ?q ?w }", options=dossier.Options(timeout=0.2)).to_pandas()


def test_a_shown_result_has_all_rows_in_its_frame(people):
    pytest.importorskip("pandas")
    rows = people.query("SELECT ?who { ?who rdfs:label ?name }")
    rows._repr_html_()
    assert len(rows.to_pandas()) == 4


def test_arrow(kb):
    pyarrow = pytest.importorskip("pyarrow")
    table = kb.query(COLUMNS).to_arrow()
    assert table.schema == pyarrow.schema([
        ("int", pyarrow.int64()), ("num", pyarrow.float64()), ("bool", pyarrow.bool_()),
        ("date", pyarrow.date32()), ("time", pyarrow.timestamp("us")),
        ("zoned", pyarrow.timestamp("us", "UTC")), ("text", pyarrow.large_string()),
        ("mixed", pyarrow.large_string()), ("gap", pyarrow.int64()), ("flag", pyarrow.bool_())])
    table.validate(full=True)
    assert table["gap"].to_pylist() == [7, None] and table["text"].to_pylist() == ["a", "urn:b"]
    assert kb.query("SELECT ?a { ?a <urn:p> ?b }").to_arrow().num_rows == 0


def test_polars(kb):
    pytest.importorskip("polars")
    frame = kb.query(COLUMNS).to_polars()
    assert frame.shape == (2, 10) and frame["gap"].to_list() == [7, None]


def test_a_capsule_that_nobody_reads_is_freed(kb):
    assert "arrow_array_stream" in repr(kb.query(COLUMNS).__arrow_c_stream__())


def test_a_missing_library_is_named(kb, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(dossier.UnsupportedError, match="needs the package polars"):
        kb.query("SELECT ?a {}").to_polars()
