# SPDX-License-Identifier: Apache-2.0
"""Applications use an installed Dossier. A function below is one way to do so.

Usage: install_test.py ROOT BUILD WAY
"""

import pathlib
import subprocess
import sys
import tempfile

from support import (BUILD, DOCUMENT, HERE, QUICK, ROOT, build_consumer, expect, install, pkg_config,
                     run, shared_tree)

# Packages that Dossier is compiled with and that applications need not have.
UNUSED = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("Boost", "nlohmann_json", "CLI11")]


def use(scratch, prefix):
    """C++ through CMake, at the compiler's default standard, then C on what it stored."""
    kb = scratch / "kb"
    consumer = build_consumer("consumer", scratch, prefix, *UNUSED)
    expect("Amara Nduka", run(consumer, kb, DOCUMENT))
    expect("Amara Nduka", run(build_consumer("c_only", scratch, prefix, *UNUSED), kb))
    engine = build_consumer("engine_only", scratch, prefix, *UNUSED)
    expect("entity:c", run(engine, scratch / "engine_kb"))


def examples(scratch):
    """examples/embed as a stranger copies it."""
    prefix = install(scratch / "prefix")
    source, build = scratch / "mine", scratch / "build"
    run("cp", "-r", ROOT / "examples/embed", source)
    run("cmake", *QUICK, "-S", source, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", *UNUSED)
    run("cmake", "--build", build)
    documents = scratch / "documents"
    documents.mkdir()
    run("cp", DOCUMENT, documents)
    kb = scratch / "kb"
    run(prefix / "bin/dossier", "ingest", kb, documents)
    expect("Nduka", run(build / "ask", kb, "Amara Nduka"))


def use_by_pkg_config(scratch, prefix):
    kb = scratch / "kb"
    for package, source, compiler in [("dossier-extract", "consumer/ingests.cc", "c++ -std=c++20"),
                                      ("dossier-c", "c_only/main.c", "cc -std=c11"),
                                      ("dossier", "engine_only/main.cc", "c++ -std=c++20")]:
        flags, environment = pkg_config(prefix, package)
        program = scratch / package
        run(*compiler.split(), f"-I{HERE}/consumer", HERE / source, "-o", program, *flags,
            env=environment)
        arguments = [scratch / "engine_kb"] if package == "dossier" else [kb, DOCUMENT]
        if package == "dossier-c":
            arguments = [kb]
        expect("entity:c" if package == "dossier" else "Amara Nduka",
               run(program, *arguments, env=environment))


def cmake(scratch):
    use(scratch, install(scratch / "prefix"))


def pkgconfig(scratch):
    use_by_pkg_config(scratch, install(scratch / "prefix"))


def shared(scratch):
    prefix = install(scratch / "prefix", shared_tree(scratch))
    assert not list(prefix.rglob("*.a")), "archives beside the shared library"
    library = next(prefix.rglob("libdossier.so.*.*.*"))
    version = library.name.removeprefix("libdossier.so.")
    name = "libdossier.so." + version.rsplit(".", 1)[0]
    expect(f"[{name}]", run("readelf", "-d", library))
    assert (library.parent / name).is_symlink() and (library.parent / "libdossier.so").is_symlink()
    assert "poppler" not in run("readelf", "-d", library), "the library is under poppler's licence"
    use(scratch, prefix)
    expect(name, run("readelf", "-d", scratch / "build_c_only/consumer"))
    use_by_pkg_config(scratch, prefix)


def moved(scratch):
    """Staged with DESTDIR, as packagers do; the tree then works wherever it is put."""
    stage = scratch / "stage"
    run("cmake", "--install", BUILD, "--prefix", "/opt/dossier", env={"DESTDIR": str(stage)})
    prefix = (stage / "opt/dossier").rename(scratch / "elsewhere")
    assert not list((stage / "opt").iterdir())
    for file in [*prefix.rglob("*.pc"), *prefix.rglob("*.cmake")]:
        for path in (ROOT, BUILD, "/opt/dossier"):
            assert str(path) not in file.read_text(), f"{file} names {path}"
    use_by_pkg_config(scratch, prefix)
    expect("ingest", run(prefix / "bin/dossier", "--help"))
    documents = next(prefix.rglob("NOTICE")).parent
    for name in ("LICENSE", "NOTICE", *(f"LICENSES/{text.name}" for text in ROOT.glob("LICENSES/*"))):
        assert (documents / name).read_bytes() == (ROOT / name).read_bytes(), name


def subdirectory(scratch):
    """add_subdirectory and FetchContent. Compiling all of Dossier would take minutes: one file of Dossier and one of the
    application, which includes all public headers, are compiled; the rest is configured."""
    write_headers(scratch / "headers.cc")
    for way in ("subdirectory", "fetch"):
        source = scratch / way
        run("cp", "-r", HERE / "consumer", source)
        run("cp", scratch / "headers.cc", source)
        build = scratch / f"build_{way}"
        run("cmake", *QUICK, "-S", source, "-B", build, f"-DWAY={way}", f"-DDOSSIER_SOURCE={ROOT}",
            "-DCMAKE_DISABLE_FIND_PACKAGE_CLI11=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON")
        # Another compiler's warnings must not stop a project that only uses Dossier.
        assert "-Werror" not in (build / "build.ninja").read_text()
    run("ninja", "-C", build, "CMakeFiles/headers.dir/headers.cc.o",
        "_deps/dossier-build/model/CMakeFiles/dossier_model.dir/error.cc.o")


def uninstall(scratch):
    """Every file that was installed goes, and nothing else; with DESTDIR, too."""
    build = shared_tree(scratch)
    prefix, stage = scratch / "prefix", scratch / "stage"
    for destdir in ("", str(stage)):
        root = pathlib.Path(destdir + str(prefix))
        others = [root / "include/dossier/mine.h", root / "share/doc/other/README"]
        for file in others:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("not yours\n")
        run("cmake", "--install", build, "--prefix", prefix, env={"DESTDIR": destdir})
        installed = [path for path in root.rglob("*") if not path.is_dir()]
        assert len(installed) > 30, installed
        (root / "share/doc/dossier/NOTICE").unlink()
        printed = run("cmake", "--build", build, "--target", "uninstall", env={"DESTDIR": destdir})
        expect(f"uninstalled: {len(installed) - len(others) - 1} files; 1 were gone already", printed)
        left = sorted(path for path in root.rglob("*") if not path.is_dir())
        assert left == sorted(others), left
        for folder in ("share/doc/dossier", "lib/cmake/Dossier"):
            assert not list(root.rglob(folder)), folder
    again = subprocess.run(["cmake", "--build", build, "--target", "uninstall"], text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert again.returncode != 0
    expect("there is no install_manifest.txt in", again.stdout)


def headers(scratch):
    """Each public header compiles alone, at an installed prefix, without a warning."""
    prefix = install(scratch / "prefix")
    for header in sorted((prefix / "include/dossier").iterdir()):
        for language in ["c++"] + ["c"] * (header.name.startswith("dossier_c") or header.name in ("version.h", "export.h")):
            file = scratch / f"one.{language}"
            file.write_text(f"#include <dossier/{header.name}>\nextern int declared;\n")
            run("g++" if language == "c++" else "gcc", "-x", language, "-fsyntax-only", "-Werror",
                "-Wall", "-Wextra", "-Wpedantic", "-std=c++20" if language == "c++" else "-std=c11",
                f"-I{HERE}/consumer", f"-I{prefix}/include", file)


def write_headers(file):
    """A source that includes every public header, after the application's own."""
    names = sorted({path.name for path in ROOT.glob("**/include/dossier/*.h") if "build" not in path.parts})
    lines = ["#include <model/error.h>"] + [f"#include <dossier/{name}>" for name in names]
    file.write_text("\n".join(lines) + "\nstatic_assert(APPLICATION_HEADER == 1);\n")


def main():
    with tempfile.TemporaryDirectory() as name:
        globals()[sys.argv[3]](pathlib.Path(name))
    print(f"install.{sys.argv[3]}: ok")


main()
