# SPDX-License-Identifier: Apache-2.0
"""Queries and updates that want more than they may have, over the store of limits.py.

Each shape is a function of random numbers that returns a text; SHAPES holds those of queries,
UPDATES those of updates. The store: <urn:sN> <urn:pK> <urn:oM> and "text N" (ROWS subjects), a
cycle of <urn:next>, literals of many bytes at <urn:large> (LARGE of them, each some MB).
"""

ROWS = 60_000
CYCLE = 20_000
LARGE = (1 << 20,) * 24 + (6 << 20,) * 4 + (24 << 20,) * 2
ALL = "?s ?p ?o"
FUNCTIONS = (
    "CONCAT({0}, {0}, {0})", "REPLACE({0}, 'a', 'bcdefgh')", "REPLACE({0}, '(a+)', '$1$1$1')",
    "REPLACE({0}, 'z', 'y')", "ENCODE_FOR_URI({0})", "UCASE({0})", "LCASE({0})",
    "STRDT({0}, <urn:type>)", "STRLANG({0}, 'en')", "IRI(CONCAT('urn:', {0}))", "SUBSTR({0}, 2)",
    "STRBEFORE({0}, 'z')", "STRAFTER({0}, 'a')", "SHA256({0})", "STR({0})", "STRLEN({0})",
    "REGEX({0}, 'a.*b.*c$')", "CONTAINS({0}, 'zz')", "xsd:integer({0})", "xsd:double({0})",
    "IF(STRLEN({0}) > 3, {0}, 1)", "COALESCE(?nothing, {0})", "TRIPLE(<urn:a>, <urn:b>, {0})")
SEEDS = ("a", "ab ", "/?&", "é", "ß", "\\n", "<&\\\"", "日本")


def log_size(random, low, high):
    """A number between the two, small ones as often as large ones."""
    return int(low * (high / low) ** random.random())


def doubled(random, variable="x", most=29):
    """A pattern that binds ?x to a string of many bytes."""
    text = random.choice(SEEDS) * random.choice((1, 10))
    steps = random.randint(10, most)
    binds = "".join(f"BIND(CONCAT(?{variable}{i}, ?{variable}{i}) AS ?{variable}{i + 1}) "
                    for i in range(steps))
    return (f"BIND('{text}' AS ?{variable}0) {binds}BIND(?{variable}{steps} AS ?{variable}) ")


def large(random):
    """A pattern that binds ?x to literals of many bytes."""
    return random.choice((doubled(random), "?l <urn:large> ?x . "))


def made(random):
    functions = [random.choice(FUNCTIONS) for _ in range(random.choice((1, 1, 2, 3)))]
    value = "?x"
    for function in functions:
        value = function.format(value)
    shown = random.choice(("?y", "(STRLEN(STR(?y)) AS ?n)", "*"))
    return f"SELECT {shown} {{ {large(random)} BIND({value} AS ?y) }}"


def wide(random):
    count = random.randint(2, 60)
    if random.random() < 0.5:
        return f"SELECT {' '.join(f'(?x AS ?y{i})' for i in range(count))} {{ {large(random)} }}"
    values = " ".join(f"(CONCAT(?x, '{i}') AS ?y{i})" for i in range(count))
    return f"SELECT {values} {{ {large(random)} }}"


def many_large(random):
    rows = log_size(random, 1, 5000)
    values = " ".join(str(i) for i in range(rows))
    value = random.choice(("?x", "CONCAT(?x, STR(?i))"))
    ending = random.choice(("", "ORDER BY ?y", "ORDER BY DESC(?y) LIMIT 10", "ORDER BY ?i"))
    distinct = random.choice(("", "DISTINCT "))
    return (f"SELECT {distinct}?y {{ {doubled(random, most=22)} VALUES ?i {{ {values} }} "
            f"BIND({value} AS ?y) }} {ending}")


def order(random):
    by = " ".join(random.sample(("?s", "DESC(?o)", "?p", "?o2", "CONCAT(STR(?s), STR(?o))",
                                 "UCASE(STR(?o))", "STRLEN(STR(?o2))"), random.randint(1, 3)))
    limit = random.choice(("", "LIMIT 5", "LIMIT 50000", "OFFSET 100000 LIMIT 5"))
    return f"SELECT * {{ {ALL} {random.choice(('', '. ?s ?p2 ?o2'))} }} ORDER BY {by} {limit}"


def distinct(random):
    keys = random.choice(("?s ?o", "?s ?p ?o ?a", "(CONCAT(STR(?s), STR(?a)) AS ?k)"))
    return f"SELECT DISTINCT {keys} {{ {ALL} . ?a ?b ?c FILTER(?p != ?b) }}"


def aggregate(random):
    found = random.sample(("COUNT({0}?o)", "COUNT({0}*)", "GROUP_CONCAT({0}?o; SEPARATOR=', ')",
                           "MIN(?o)", "MAX({0}?o)", "SAMPLE(?o)", "COUNT({0}CONCAT(STR(?o),'x'))",
                           "GROUP_CONCAT({0}?s)", "SUM({0}STRLEN(STR(?o)))"), random.randint(1, 3))
    repeats = random.choice(("", "DISTINCT "))
    values = " ".join(f"({each.format(repeats)} AS ?v{i})" for i, each in enumerate(found))
    group = random.choice(("", "GROUP BY ?p", "GROUP BY ?s", "GROUP BY ?s ?o", "GROUP BY ?o"))
    more = random.choice(("", ". ?s ?p3 ?o3", ". ?a <urn:p1> ?b"))
    return f"SELECT {values} {{ {ALL} {more} }} {group}"


def concat_large(random):
    rows = " ".join(str(i) for i in range(log_size(random, 1, 3000)))
    return (f"SELECT (GROUP_CONCAT(?x) AS ?y) {{ {large(random)} VALUES ?i {{ {rows} }} }} "
            f"{random.choice(('', 'GROUP BY ?i', 'GROUP BY (?i / 10)'))}")


def cross(random):
    count = random.randint(2, 4)
    patterns = " . ".join(f"?s{i} <urn:p{random.randrange(5)}> ?o{i}" for i in range(count))
    return f"SELECT {random.choice(('*', '(COUNT(*) AS ?n)', 'DISTINCT ?s0 ?s1'))} {{ {patterns} }}"


def path(random):
    start, end = random.choice((("?a", "?b"), ("<urn:n1>", "?b"), ("?a", "<urn:n7>")))
    step = random.choice(("<urn:next>+", "<urn:next>*", "(<urn:next>|^<urn:next>)+", "(<urn:next>/<urn:next>)*",
                          "(!<urn:p1>)+", "(<urn:p0>|<urn:p1>|^<urn:p2>)*"))
    shown = random.choice(("*", "(COUNT(*) AS ?n)", "DISTINCT ?b", "* "))
    return f"SELECT {shown} {{ {start} {step} {end} }}"


def construct(random):
    count = log_size(random, 1, 2000)
    triples = " . ".join(f"?s <urn:q{i}> {random.choice(('?o', '[]', '?s', '_:b', str(i)))}"
                         for i in range(count))
    return f"CONSTRUCT {{ {triples} }} {{ {ALL} }}"


def construct_large(random):
    count = random.randint(1, 40)
    triples = " . ".join(f"<urn:a> <urn:q{i}> ?x" for i in range(count))
    return f"CONSTRUCT {{ {triples} }} {{ {large(random)} }}"


def describe(random):
    return random.choice((f"DESCRIBE * {{ {ALL} }}", "DESCRIBE ?l { ?l <urn:large> ?x }",
                          f"DESCRIBE {' '.join(f'<urn:s{i}>' for i in range(random.randint(1, 5000)))}"))


def terms(random, count):
    kind = random.choice(("<urn:s{0}>", "'text {0}'", "{0}", "<urn:long:{1}{0}>"))
    return [kind.format(i, "x" * 200) for i in range(count)]


def values(random):
    found = " ".join(terms(random, log_size(random, 100, 300_000)))
    return f"SELECT * {{ VALUES ?s {{ {found} }} {random.choice(('', '?s ?p ?o', '?a ?p ?s'))} }}"


def one_of(random):
    found = ", ".join(terms(random, log_size(random, 100, 300_000)))
    place = random.choice(("?s", "?o", "STR(?o)"))
    return f"SELECT * {{ {ALL} FILTER({place} {random.choice(('', 'NOT '))}IN ({found})) }}"


def chain(random):
    count = log_size(random, 2, 200)
    link = random.choice(("OPTIONAL {{ ?s <urn:p{1}> ?v{0} }}", "UNION {{ ?s <urn:p{1}> ?v{0} }}",
                          "MINUS {{ ?s <urn:p{1}> ?o, <urn:o{0}> }}", "BIND(CONCAT(STR(?o), '{0}') AS ?v{0})",
                          "FILTER(?o != <urn:o{0}>)", "FILTER EXISTS {{ ?s ?q{0} ?o }}"))
    return (f"SELECT * {{ {{ {ALL} }} "
            f"{' '.join(link.format(i, i % 5) for i in range(count))} }}")


def strings_of_rows(random):
    function = random.choice(FUNCTIONS).format("STR(?o)")
    return f"SELECT ?s ({function} AS ?y) {{ {ALL} {random.choice(('', '. ?s ?p2 ?o2'))} }}"


SHAPES = (made, made, wide, many_large, order, distinct, aggregate, concat_large, cross, path, construct,
          construct_large, describe, values, one_of, chain, strings_of_rows)


def insert_where(random):
    template = random.choice(("?s <urn:new> ?o", "?o2 ?s ?o", "?s <urn:new> [ <urn:b> ?o ]",
                              "GRAPH ?s { ?s ?p ?o }", "?s <urn:new> ?made"))
    made_value = random.choice(("CONCAT(STR(?s), STR(?o), 'x')", "CONCAT(STR(?s), STR(?o2))"))
    more = random.choice(("", ". ?s ?p2 ?o2", ". ?a <urn:p1> ?o2"))
    return f"INSERT {{ {template} }} WHERE {{ {ALL} {more} BIND({made_value} AS ?made) }}"


def insert_large(random):
    rows = " ".join(str(i) for i in range(log_size(random, 1, 300)))
    return (f"INSERT {{ <urn:a> <urn:b> ?y }} WHERE {{ {large(random)} VALUES ?i {{ {rows} }} "
            "BIND(CONCAT(?x, STR(?i)) AS ?y) }")


def delete_where(random):
    return random.choice((f"DELETE WHERE {{ {ALL} }}", f"DELETE {{ {ALL} }} WHERE {{ {ALL} . ?s ?b ?c }}",
                          "DELETE WHERE { ?s <urn:p1> ?o }",
                          "DELETE { ?s ?p ?o } INSERT { ?s ?p <urn:x> } WHERE { ?s ?p ?o }"))


def insert_data(random):
    size = log_size(random, 4, 400_000)
    count = max(1, log_size(random, 10, 30_000_000) // (size + 20))
    triples = "".join(f"<urn:d{i}> <urn:p> '{i:0{size}d}' . " for i in range(count))
    return f"INSERT DATA {{ {triples} }}"


def move_graphs(random):
    return random.choice(("COPY DEFAULT TO <urn:g>", "MOVE DEFAULT TO <urn:g>", "ADD DEFAULT TO <urn:g>",
                          "COPY DEFAULT TO <urn:g> ; COPY <urn:g> TO <urn:h> ; COPY <urn:h> TO <urn:i>",
                          "CLEAR ALL", "DROP DEFAULT"))


def load_file(random):
    return random.choice(("LOAD <FILE>", "LOAD <FILE> INTO GRAPH <urn:g>",
                          "LOAD <FILE> INTO GRAPH <urn:g> ; LOAD <FILE> INTO GRAPH <urn:h>"))


UPDATES = (insert_where, insert_where, insert_large, delete_where, insert_data, move_graphs, load_file)
