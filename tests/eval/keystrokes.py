# SPDX-License-Identifier: Apache-2.0
"""What an analyst's questions cost in keys, at the prompt and on the page.

    python3 tests/eval/keystrokes.py DOSSIER --documents PATH... [--questions keystrokes.tsv] [--show]

Each line of the prompt is run, and has to answer with something; tests/serve/questions_test.py does those of the page. A
click, written [so], and Enter are one key each.
The verdicts are a person's and stand in the file.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile


def keys(typed):
    """A click is one; so is Enter behind words; a value in a field is chosen or written."""
    clicks = re.findall(r"\[([^\]]*)\]", typed)
    values = sum(len(click.partition("=")[2]) for click in clicks)
    words = re.sub(r"\[[^\]]*\]", "", typed)
    return len(clicks) + values + len(words) + (1 if words else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dossier")
    parser.add_argument("--documents", nargs="+", required=True)
    parser.add_argument("--questions", default=pathlib.Path(__file__).with_name("keystrokes.tsv"))
    parser.add_argument("--show", action="store_true", help="print what each line of the prompt answers")
    options = parser.parse_args()
    lines = pathlib.Path(options.questions).read_text().splitlines()
    rows = [line.split("\t")[:4] for line in lines if line and line[0] != "#"]
    verdicts, silent = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        base = folder + "/kb"
        subprocess.run([options.dossier, "ingest", base, "--quiet", *options.documents], check=True)
        for question, prompt, _, verdict in rows:
            verdicts[verdict] += 1
            done = subprocess.run([options.dossier, base], input=prompt + "\n", capture_output=True, text=True, check=False)
            if done.returncode != 0 or not done.stdout.strip():
                silent.append(question)
            if options.show:
                print("==", question, "|", prompt, "\n" + done.stdout[:1500] + done.stderr)
    print(f"{len(rows)} questions in {sum(len(row[0]) + 1 for row in rows)} keys of English:",
          f"prompt {sum(len(row[1]) + 1 for row in rows)} keys, page {sum(keys(row[2]) for row in rows)} keys;",
          ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common()))
    for question in silent:
        print("no answer:", question)
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
