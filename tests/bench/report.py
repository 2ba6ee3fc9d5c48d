# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmark programs and writes their figures into docs/benchmarks.md.

Usage: report.py ROOT BUILD [SECTION...]      (default: every section whose program and data are there)

Each section of docs/benchmarks.md that this command can measure is replaced as a whole; other sections
stay as they are. The sizes are moderate: all sections together take some ten minutes. Build the release
preset and let nothing else run.
"""

import dataclasses
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import textwrap


@dataclasses.dataclass
class Section:
    key: str
    title: str
    about: str
    command: str  # as a user types it in the root of the project; BUILD is replaced
    needs: list  # paths that must exist
    show: object  # from the command's output to lines of Markdown


def text_block(output):
    """The program's own table."""
    return ["```", *(line.rstrip() for line in output.strip("\n").splitlines()), "```"]


def table(output):
    """Output that is Markdown already."""
    return output.strip("\n").splitlines()


def benchmark_table(output):
    """Google Benchmark's JSON as a table."""
    lines = ["| benchmark | time | items a second | p50 | p99 | slowest |",
             "| --- | --- | --- | --- | --- | --- |"]
    for run in json.loads(output)["benchmarks"]:
        rate = run.get("items_per_second")
        tail = [f"{run[name]:,.0f} us" if name in run else "" for name in ("p50_us", "p99_us", "max_us")]
        lines.append(f"| {run['name']} | {run['real_time']:,.3g} {run['time_unit']} | "
                     f"{f'{rate:,.0f}' if rate else ''} | {' | '.join(tail)} |")
    return lines


def measures_table(output):
    """ud_eval's lines as two tables: words and trees, then names."""
    rows = [(line.split()[:2], dict(re.findall(r"(\w+) ([\d.]+)", line))) for line in output.splitlines()
            if line.startswith("en_")]
    lines = []
    for columns in (["tokens", "sentences", "words", "UPOS", "XPOS", "lemmas", "UAS", "LAS"],
                    ["names", "spans", "PERSON", "PLACE", "ORGANIZATION", "EVENT", "TIME", "OTHER"]):
        lines += ["", f"| treebank | from | {' | '.join(columns)} |", "| --- " * (len(columns) + 2) + "|"]
        lines += [f"| {treebank} | {way} | {' | '.join(values[name] for name in columns)} |"
                  for (treebank, way), values in rows if columns[0] in values]
    return lines[1:]


SECTIONS = [
    Section("storage", "Storage",
            "Scans, look-ups, commits and opening over 1 M generated quads.",
            "BUILD/tests/bench/storage_bench --benchmark_format=json", [], benchmark_table),
    Section("load", "Bulk load",
            "The generated graph `newsroom` into an empty store, with the time of each phase.",
            "BUILD/tests/bench/load_bench newsroom 1000000,5000000", [], text_block),
    Section("latency", "Latency of short queries",
            "Four questions over a million triples, through C++ and C, beside prepared statements of SQLite in the same run.",
            "BUILD/tests/bench/latency_bench", [], table),
    Section("text", "Search by words",
            "The ten best of a million generated sentences for 40 searches, in SPARQL, beside SQLite's FTS5 in the same run.",
            "BUILD/tests/bench/text_bench 1000000", [], text_block),
    Section("analyser", "Analysis of text: speed",
            "From text to names, in one thread; processor time, best of three.",
            "BUILD/tests/eval/analyser_speed ../shared/corpus/*.txt", ["../shared/corpus"], text_block),
    Section("stages", "Analysis of text: stages",
            "What each stage takes of the way from text to typed facts, and the rules among them.",
            "BUILD/tests/eval/stage_speed ../shared/corpus/*.txt", ["../shared/corpus"], text_block),
    Section("treebanks", "Analysis of text: quality",
            "CoNLL 2018 measures on the development parts of UD English EWT and GUM, from raw text and on the "
            "treebank's own tokens (`gold`), and F1 of typed names on GUM, by the network alone and of the "
            "mentions that rules make of them.",
            "BUILD/tests/eval/ud_eval ../shared/ud/en_ewt-ud-dev.conllu ../shared/ud/en_gum_ccby-ud-dev.conllu",
            ["../shared/ud"], measures_table),
    Section("coreference", "Coreference",
            "Links between mentions, each to the nearest earlier mention of the same entity, against GUM's chains.",
            "BUILD/tests/eval/coref_eval ../shared/ud/en_gum_ccby-ud-dev.conllu", ["../shared/ud"],
            text_block),
    Section("facts", "Facts",
            "Open facts on the development part of CaRB (`--format openie`), and the facts, entities, roles and "
            "quantities that people marked in three long transcripts.",
            "tests/eval/facts_eval.sh BUILD", ["../shared/gold"], text_block),
    Section("scale", "Many documents",
            "600 generated documents with planted facts: how many are found again, sentences a second, peak memory.",
            "python3 tests/scale/scale_eval.py BUILD 600", [], text_block),
]


def machine():
    """Processor, cores and load, in one line."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                  if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start"


def available(section, root, build):
    program = section.command.split()[0]
    if program.startswith("BUILD/") and not (build / program[len("BUILD/"):]).exists():
        return False
    return all((root / path).exists() for path in section.needs)


def measure(section, root, build):
    """The section's Markdown, measured now."""
    where = machine()
    environment = dict(os.environ, TMPDIR=tempfile.gettempdir())
    command = section.command.replace("BUILD", str(build.relative_to(root)))
    done = subprocess.run(["bash", "-c", command], cwd=root, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stderr[-2000:]}{done.stdout[-2000:]}")
    return "\n".join([f"## {section.title}", "", textwrap.fill(section.about, 130), "",
                      f"Measured {datetime.date.today()} on {where}:", "",
                      f"    {command}", "", *section.show(done.stdout), ""])


def replace(page, title, text):
    """The page with its section `title` replaced, or appended before the first fixed section."""
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.M | re.S)
    if pattern.search(page):
        return pattern.sub(lambda _: text + "\n", page, count=1)
    return page.rstrip("\n") + "\n\n" + text


def main():
    root, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    wanted = sys.argv[3:]
    unknown = set(wanted) - {section.key for section in SECTIONS}
    if unknown:
        sys.exit(f"no such section: {', '.join(sorted(unknown))}; there are "
                 f"{', '.join(section.key for section in SECTIONS)}")
    target = root / "docs/benchmarks.md"
    for section in SECTIONS:
        if wanted and section.key not in wanted:
            continue
        if not available(section, root, build):
            print(f"{section.key}: left out, its program or data is not there")
            continue
        print(f"{section.key}: running")
        target.write_text(replace(target.read_text(), section.title, measure(section, root, build)))


if __name__ == "__main__":
    main()
