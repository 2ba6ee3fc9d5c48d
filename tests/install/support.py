# SPDX-License-Identifier: Apache-2.0
"""What the install tests share: running commands, installing, building consumers."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent
DOCUMENT = ROOT / "examples/corpus/biography-amara-nduka.txt"
QUICK = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]


def run(*command, **options):
    """Runs a command that must succeed; returns what it printed."""
    command = [str(part) for part in command]
    options["env"] = dict(os.environ, **options.pop("env", {}))
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          stdin=subprocess.DEVNULL,
                          **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def install(prefix, build=BUILD):
    run("cmake", "--install", build, "--prefix", prefix)
    return prefix


def shared_tree(scratch):
    """A build folder of the shared library: configured, and filled with the one that the main build has linked."""
    build = scratch / "shared_build"
    run("cmake", *QUICK, "-S", ROOT, "-B", build, "-DBUILD_SHARED_LIBS=ON", "-DDOSSIER_PROGRAM=OFF",
        "-DDOSSIER_PDF=OFF", "-DDOSSIER_TESTS=OFF", "-DDOSSIER_EXAMPLES=OFF")
    (build / "shared").mkdir(exist_ok=True)
    for file in (BUILD / "shared").glob("libdossier.so*"):
        shutil.copy(file, build / "shared", follow_symlinks=False)
    return build


def build_consumer(name, scratch, prefix, *arguments):
    """Builds the project tests/install/NAME against an installed Dossier; returns the program."""
    build = scratch / f"build_{name}"
    run("cmake", *QUICK, "-S", HERE / name, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", *arguments)
    run("cmake", "--build", build, "--target", "consumer")
    return build / "consumer"


def pkg_config(prefix, package):
    """Plain flags, and the environment, as for a prefix whose include folder the compiler searches anyway (/usr,
    /usr/local): there the folder comes last, and -I of it has no effect."""
    folder = next(prefix.rglob("dossier.pc")).parent
    include = (prefix / "include").resolve()
    flags = run("pkg-config", "--cflags", "--libs", package,
                env={"PKG_CONFIG_PATH": str(folder)}).split()
    kept = [flag for flag in flags
            if not flag.startswith("-I") or pathlib.Path(flag[2:]).resolve() != include]
    assert len(kept) == len(flags) - 1, flags
    return kept, {"CPATH": str(include), "LD_LIBRARY_PATH": str(folder.parent)}


def expect(text, printed):
    assert text in printed, f"no {text!r} in:\n{printed}"
