# SPDX-License-Identifier: Apache-2.0
"""Loads the same generated graphs into Dossier and its peers, and prints one table with ratios.

Usage: compare.py BUILD [--graph newsroom] [--triples 1000000,10000000] [--repeat 1] [--oxigraph PATH]

Time is wall time of the load command, the best of the repeats; CPU is its user and system time, memory its
peak resident set, size what stands on disk after it. Ratios are of Dossier against the peer, so that "5.0x
as fast" is time and "0.3 of the size" is bytes. A peer that is not there is reported as such: Oxigraph is its
program if that is on the PATH or given, or else the Python module pyoxigraph of the Python that runs this (its
start and import count, some 0.1 s); Jena's tdb2.tdbloader comes with Apache Jena, on the PATH.
"""

import argparse
import dataclasses
import importlib.util
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Load:
    seconds: float
    cpu: float
    peak: int
    size: int


def dossier_command(program, data, folder):
    return [program, "load", folder, data, "--quiet"]


def oxigraph_command(program, data, folder):
    return [program, "load", "--location", folder, "--file", data]


PYOXIGRAPH_LOAD = """
import sys, pyoxigraph
store = pyoxigraph.Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=pyoxigraph.RdfFormat.N_TRIPLES)
"""


def pyoxigraph_command(program, data, folder):
    return [program, "-c", PYOXIGRAPH_LOAD, folder, data]


def jena_command(program, data, folder):
    return [program, "--loader=parallel", "--loc", folder, data]


def disk_bytes(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def measure(command, folder):
    """One run of a command that must succeed."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        if status != 0:
            errors.seek(0)
            raise RuntimeError(f"{command[0]} failed: {errors.read().decode()[-300:]}")
    return Load(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, disk_bytes(folder))


def load(make_command, program, data, repeat):
    runs = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch) / "db"
            runs.append(measure(make_command(program, data, folder), folder))
    return min(runs, key=lambda run: run.seconds)


def line(name, triples, run, base):
    text = (f"{name:10} {triples:>11,} {run.seconds:8.1f} s {run.cpu:8.1f} s CPU "
            f"{triples / run.seconds / 1000:8.0f} k/s {run.size / triples:7.1f} B/triple "
            f"{run.peak / 2**20:7.0f} MiB")
    if run is not base:
        text += (f"   Dossier: {run.seconds / base.seconds:.1f}x as fast, {run.cpu / base.cpu:.1f}x "
                 f"by CPU, {base.size / run.size:.2f} of the size, {base.peak / run.peak:.2f} of the memory")
    return text


def oxigraph_peer(given):
    program = given or shutil.which("oxigraph")
    if not program and importlib.util.find_spec("pyoxigraph"):
        return "pyoxigraph", pyoxigraph_command, sys.executable
    return "oxigraph", oxigraph_command, program


def rows(arguments, triples, data):
    peers = [("dossier", dossier_command, pathlib.Path(arguments.build) / "dossier"),
             oxigraph_peer(arguments.oxigraph),
             ("jena tdb2", jena_command, shutil.which("tdb2.tdbloader"))]
    base = None
    for name, make_command, program in peers:
        if not program or not pathlib.Path(program).exists():
            yield f"{name:10} not there"
            continue
        run = load(make_command, program, data, arguments.repeat)
        base = base or run
        yield line(name, triples, run, base)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--graph", default="newsroom")
    parser.add_argument("--triples", default="1000000")
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--oxigraph")
    arguments = parser.parse_args()
    generate = next(pathlib.Path(arguments.build).rglob("generate/generate"), None)
    if not generate:
        sys.exit("build the target 'generate' first")
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {arguments.graph}")
    for triples in map(int, arguments.triples.split(",")):
        with tempfile.NamedTemporaryFile(suffix=".nt") as data:
            subprocess.run([str(generate), arguments.graph, str(triples)], stdout=data, check=True,
                           stderr=subprocess.DEVNULL)
            with open(data.name, "rb") as file:
                actual = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
            for row in rows(arguments, actual, data.name):
                print(row, flush=True)


main()
