# SPDX-License-Identifier: Apache-2.0
"""examples/python/tour.ipynb runs from the top to the bottom, and shows what it says."""

import pathlib
import shutil

import pytest

import dossier

nbclient = pytest.importorskip("nbclient")
for library in ("ipykernel", "matplotlib", "pandas"):
    pytest.importorskip(library)

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"


def outputs(notebook, kind):
    return [output["data"][kind] for cell in notebook.cells if cell.cell_type == "code"
            for output in cell.outputs if kind in output.get("data", {})]


def test_tour(tmp_path, monkeypatch):
    import nbformat

    monkeypatch.setenv("PYTHONPATH", str(pathlib.Path(dossier.__file__).parents[1]))
    shutil.copytree(EXAMPLES / "corpus", tmp_path / "corpus")
    (tmp_path / "python").mkdir()
    notebook = nbformat.read(EXAMPLES / "python/tour.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3",
                            resources={"metadata": {"path": str(tmp_path / "python")}}).execute()
    tables = "".join(outputs(notebook, "text/html"))
    assert "<td><span>Amara Nduka</span></td>" in tables and "<mark>" in tables
    assert len(outputs(notebook, "image/png")) == 1
