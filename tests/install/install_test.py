# SPDX-License-Identifier: Apache-2.0
"""An installed Dossier serves C++ applications through CMake and C ones through pkg-config.

Usage: install_test.py ROOT BUILD
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent / "consumer"
DOCUMENT = ROOT / "examples/corpus/biography-amara-nduka.txt"


def run(*command, **options):
    command = [str(part) for part in command]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        prefix, kb = scratch / "prefix", scratch / "kb"
        run("cmake", "--install", BUILD, "--prefix", prefix)
        run("cmake", "-G", "Ninja", "-S", HERE, "-B", scratch / "build",
            f"-DCMAKE_PREFIX_PATH={prefix}")
        run("cmake", "--build", scratch / "build")
        printed = run(scratch / "build/consumer", kb, DOCUMENT)
        assert "Amara Nduka" in printed, printed

        pkgconfig = next(prefix.rglob("dossier.pc")).parent
        environment = dict(os.environ, PKG_CONFIG_PATH=str(pkgconfig))
        flags = run("pkg-config", "--define-prefix", "--cflags", "--libs", "--static", "dossier",
                    env=environment).split()
        run("cc", "-std=c11", HERE / "consumer.c", "-o", scratch / "c_consumer", *flags)
        printed = run(scratch / "c_consumer", kb)
        assert "Amara Nduka" in printed, printed
        help_text = run(next((prefix / "bin").glob("dossier")), "--help")
        assert "ingest" in help_text, help_text
    print("install: ok")


main()
