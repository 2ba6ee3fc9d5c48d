# SPDX-License-Identifier: Apache-2.0
"""The examples in Go and Rust, over the C library of an installation.

Usage: languages_test.py ROOT BUILD go|rust
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from support import DOCUMENT, ROOT, expect, install, run

SKIPPED = 77
TOOLS = {"go": "go", "rust": "cargo"}


def environment_of(scratch, prefix):
    """Where the installation is, and folders of the test's own for what the tools keep."""
    package = next(prefix.rglob("dossier-c.pc")).parent
    return {"PKG_CONFIG_PATH": str(package), "LD_LIBRARY_PATH": str(package.parent),
            "GOCACHE": str(scratch / "go_cache"), "GOPATH": str(scratch / "go"),
            "GOFLAGS": "-mod=mod", "GOPROXY": "off", "CARGO_TARGET_DIR": str(scratch / "target"),
            "CARGO_NET_OFFLINE": "true"}


def build_go(scratch, environment):
    run("go", "build", "-o", scratch / "ask", ".", cwd=ROOT / "examples/go", env=environment)
    return scratch / "ask"


def build_rust(scratch, environment):
    source = shutil.copytree(ROOT / "examples/rust", scratch / "rust")  # cargo writes a lock file
    run("cargo", "build", "--release", "--quiet", cwd=source, env=environment)
    return scratch / "target/release/ask"


def main(language):
    if shutil.which(TOOLS[language]) is None:
        print(f"skipped: {TOOLS[language]} is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        environment = environment_of(scratch, install(scratch / "prefix"))
        program = {"go": build_go, "rust": build_rust}[language](scratch, environment)
        printed = run(program, scratch / "kb", DOCUMENT, env=environment)
        expect("facts\n", printed)
        expect("Amara Nduka: ", printed)
        failed = subprocess.run([program, scratch / "kb", scratch / "missing.txt"], text=True,
                                capture_output=True)
        assert failed.returncode == 1 and "missing.txt" in failed.stderr, failed
    print(f"install.{language}: ok")
    return 0


sys.exit(main(sys.argv[3]))
