# SPDX-License-Identifier: Apache-2.0
"""How many questions in plain English `dossier ask` answers right, wrong, or not at all.

    python3 tests/eval/ask.py DOSSIER --documents PATH... --questions FILE.json... [--kept | --shown] [--details]

A file of questions has {"questions": [{"q": ..., "answers": [...], "also": [...], "kept": true}]}. `answers` are
the values to be given, `also` further right ones; no answers: the right thing is to say that nothing is known.
`kept` marks the questions that are not looked at while the program is worked on. A question is

    right    every expected value is given, and at least half of what is given is right
    part     some expected value is given
    wrong    values are given, but no expected one
    unknown  no value is given; how many of these show a sentence that has an expected one is counted, too
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

NUMBERS = {word: str(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())}
EMPTY = {"the", "a", "an", "of", "in", "on", "at", "and", "over", "about", "some", "more", "than", "mr", "dr", "s"}
MONTHS = {month: f"{number:02}" for number, month in enumerate(
    "january february march april may june july august september october november december".split(), 1)}


def words(text):
    """Its words for comparing: no case, no accents, no signs, numbers in digits."""
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    found = re.findall(r"[a-z]+|\d+(?:\.\d+)?", "".join(c for c in text if not unicodedata.combining(c)))
    return [NUMBERS.get(word, word) for word in found if word not in EMPTY]


def same(value, expected):
    """Whether a value says what is expected: the same words, or one of the two is a longer form of the other."""
    given, wanted = words(value), words(expected)
    if not given or not wanted:
        return False
    if re.fullmatch(r"[\d/. -]+", expected):  # a number or a date: as precise, or more so
        return given == wanted or (given[:len(wanted)] == wanted) or (len(wanted) == 1 and wanted[0] in given)
    if expected in ("yes", "no"):
        return given[0] == expected
    return set(wanted) <= set(given) or (set(given) <= set(wanted) and 2 * len(given) >= len(wanted))


def judge(question, values):
    expected, also = question["answers"], question.get("also", [])
    if not values:
        return "right" if not expected else "unknown"
    found = [one for one in expected if any(same(value, one) for value in values)]
    good = [value for value in values if any(same(value, one) for one in expected + also)]
    if not found:
        return "part" if good else "wrong"
    return "right" if len(found) == len(expected) and 2 * len(good) >= len(values) else "part"


def shows(question, sentences):
    """Whether one of the sentences that are given instead of an answer has what is expected."""
    return any(set(words(one)) <= set(words(text)) for one in question["answers"] if one not in ("yes", "no")
               for text in sentences)


def ask(dossier, base, question):
    run = subprocess.run([dossier, "ask", base, question, "--format", "json"], capture_output=True, text=True,
                         check=True, timeout=120)
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier")
    parser.add_argument("--documents", nargs="+", required=True)
    parser.add_argument("--questions", nargs="+", required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--kept", action="store_true", help="only questions that are kept aside")
    part.add_argument("--shown", action="store_true", help="only the others")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--least", type=float, help="fail with fewer per cent right")
    parser.add_argument("--most-wrong", type=float, help="fail with more per cent wrong")
    options = parser.parse_args()
    questions = [q for file in options.questions for q in json.loads(pathlib.Path(file).read_text())["questions"]]
    if options.kept or options.shown:
        questions = [q for q in questions if bool(q.get("kept")) == options.kept]
    shown = 0
    counts = dict.fromkeys(["right", "part", "wrong", "unknown"], 0)
    with tempfile.TemporaryDirectory() as folder:
        base = folder + "/kb"
        subprocess.run([options.dossier, "ingest", base, "--quiet", *options.documents], check=True,
                       capture_output=True)
        for question in questions:
            given = ask(options.dossier, base, question["q"])
            values = [answer["value"] for answer in given["answers"]]
            verdict = judge(question, values)
            counts[verdict] += 1
            shown += verdict == "unknown" and shows(question, [text["sentence"] for text in given["text"]])
            if options.details:
                print(f"{verdict:8}{question['q']}\n        expected {question['answers']}\n        given    "
                      f"{values[:8]}  [{given['step']}]\n        as       {given['understood']}")
    total = sum(counts.values())
    print("questions", total, *(f"{name} {count} ({100 * count / total:.0f} %)" for name, count in counts.items()))
    print(f"of {counts['unknown']} unknown, {shown} show a sentence that has the answer")
    answered = total - counts["unknown"]
    if answered:
        print(f"of {answered} answered, right {100 * counts['right'] / answered:.0f} %")
    failed = (options.least is not None and 100 * counts["right"] < options.least * total) or (
        options.most_wrong is not None and 100 * counts["wrong"] > options.most_wrong * total)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
