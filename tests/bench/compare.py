"""Loads the same generated graph into Dossier and its peers, and prints one table with ratios.

Usage: compare.py BUILD [--graph newsroom] [--triples 1000000,10000000] [--oxigraph PATH]

Time is wall time of the load command, memory its peak resident set, size what stands on disk after it.
A peer that is not there is reported as such. Oxigraph's program comes with `pip install oxigraph`.
"""

import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time


def dossier_command(program, data, folder):
    return [program, "load", folder, data, "--quiet"]


def oxigraph_command(program, data, folder):
    return [program, "load", "--location", folder, "--file", data]


def disk_bytes(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def measure(command):
    """(seconds, peak bytes) of a command that must succeed."""
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    error = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"{command[0]} failed: {error[-300:]}")
    return time.monotonic() - started, usage.ru_maxrss * 1024


def load(make_command, program, data):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "db"
        seconds, peak = measure(make_command(program, data, folder))
        return seconds, peak, disk_bytes(folder)


def rows(arguments, triples, data):
    peers = [("dossier", dossier_command, pathlib.Path(arguments.build) / "dossier"),
             ("oxigraph", oxigraph_command, arguments.oxigraph or shutil.which("oxigraph"))]
    base = None
    for name, make_command, program in peers:
        if not program or not pathlib.Path(program).exists():
            yield f"{name:10} not there"
            continue
        seconds, peak, size = load(make_command, program, data)
        base = base or (seconds, size)
        yield (f"{name:10} {triples:>11,} {seconds:8.1f} s {triples / seconds / 1000:8.0f} k/s "
               f"{size / triples:7.1f} B/triple {peak / 2**20:7.0f} MiB   "
               f"time x{seconds / base[0]:.2f}  size x{size / base[1]:.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--graph", default="newsroom")
    parser.add_argument("--triples", default="1000000")
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
