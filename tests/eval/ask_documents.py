# SPDX-License-Identifier: Apache-2.0
"""The documents that `ask_statements.json` asks about, from the shared folder: statements of ministries and armies
(re3d) and texts of several genres (GUM, development part), each as a file.

    python3 tests/eval/ask_documents.py SHARED FOLDER
"""

import json
import pathlib
import re
import sys

TEXTS = ("GUM_news_homeopathic GUM_bio_emperor GUM_speech_impeachment GUM_interview_cyclone GUM_voyage_coron "
         "GUM_news_iodine GUM_bio_byron GUM_textbook_governments GUM_interview_gaming GUM_voyage_athens").split()


def statements(shared):
    """Names and texts."""
    for source in ("uk_government", "centcom"):
        lines = (shared / "re3d" / source / "documents.json").read_text().splitlines()
        for number, line in enumerate(line for line in lines if line.strip()):
            document = json.loads(line)
            slug = re.sub("[^a-z0-9]+", "-", document["title"].lower())[:40]
            yield f"{source[:2]}{number:02}-{slug}", document["title"] + "\n\n" + document["text"] + "\n"


def treebank_texts(shared):
    """Names and texts, a blank line between paragraphs."""
    texts, name = {}, None
    for line in (shared / "ud" / "en_gum_ccby-ud-dev.conllu").read_text().splitlines():
        if line.startswith("# newdoc id"):
            name = line.split("=")[1].strip()
            texts[name] = ""
        elif line.startswith("# newpar"):
            texts[name] += "\n\n"
        elif line.startswith("# text ="):
            texts[name] += line.split("=", 1)[1].strip() + " "
    return ((name, texts[name].strip() + "\n") for name in TEXTS)


def main():
    shared, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    for source in (statements, treebank_texts):
        for name, text in source(shared):
            (folder / (name + ".txt")).write_text(text)


if __name__ == "__main__":
    main()
