# SPDX-License-Identifier: Apache-2.0
"""The examples, run as a user would: ingest, every saved query, both embedding programs.

Usage: examples_test.py ROOT BUILD
"""

import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
DOSSIER = BUILD / "dossier"
CORPUS = sorted((ROOT / "examples/corpus").iterdir())
QUERIES = sorted((ROOT / "examples/queries").glob("*.rq"))
# What a query with parameters is asked, and text its answer must hold.
PARAMETERS = {
    "statements-about": (["-p", "topic=UNDP"], "Kampala"),
    "facts-about": (["-p", "entity=Amara Nduka"], "president_of"),
    "graph-of": (["-p", "entity=Amara Nduka"], "president_of"),
}
ANSWERS = {
    "who-leads": ["Amara_Nduka", "Lake_Basin_Commission", "Henrik_Dahl", "Norwave_Energy"],
    "who-met-whom": ["Henrik_Dahl", "Ruth_Akello"],
    "who-signed-what": ["Kisumu_Agreement"],
    "documents": ["2024-03-12", "2024-04-02", "2024-04-18"],
    "most-mentioned": ["Lake Basin Commission", "Amara Nduka"],
    "money": ["36000000", "USD"],
}


def run(*arguments):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, timeout=120)
    return done


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp())
        cls.kb = cls.scratch / "kb"
        done = run(DOSSIER, "ingest", cls.kb, *CORPUS)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.scratch)

    def test_every_query_answers(self):
        for query in QUERIES:
            with self.subTest(query=query.stem):
                parameters, wanted = PARAMETERS.get(query.stem, ([], None))
                done = run(DOSSIER, "query", self.kb, "-f", query, *parameters)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(len(done.stdout.splitlines()), 1, "no answer")
                for text in ANSWERS.get(query.stem, []) + ([wanted] if wanted else []):
                    self.assertIn(text, done.stdout)

    def test_why_shows_the_sentence(self):
        done = run(DOSSIER, "why", self.kb, "Amara Nduka", "r:president_of",
                   "Lake Basin Commission")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Lake Basin Commission", done.stdout)

    def test_conflicts_show_both_sentences(self):
        done = run(DOSSIER, "conflicts", self.kb)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = done.stdout.splitlines()[1:]
        self.assertEqual(len(rows), 1, done.stdout)
        self.assertIn("Mugisha died in Entebbe in 2019.", rows[0])
        self.assertIn("who died in 2020.", rows[0])

    def test_ask_prints_answers_with_their_sentences(self):
        done = run(BUILD / "examples/ask", self.kb, "Amara Nduka")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("president of Lake Basin Commission", done.stdout)
        self.assertEqual(run(BUILD / "examples/ask", self.kb, "Nobody").returncode, 1)

    def test_watch_folder_ingests_what_appears(self):
        inbox = self.scratch / "inbox"
        inbox.mkdir()
        kb = self.scratch / "watched"
        program = subprocess.Popen([BUILD / "examples/watch_folder", kb, inbox],
                                   stdout=subprocess.PIPE, text=True)
        try:
            shutil.copy(CORPUS[0], inbox)
            self.assertIn("added", program.stdout.readline())
            (inbox / "empty.txt").write_bytes(b"")
            self.assertIn("skipped", program.stdout.readline())
        finally:
            program.send_signal(signal.SIGINT)
            self.assertEqual(program.wait(timeout=60), 0)
            program.stdout.close()
        self.assertIn(CORPUS[0].stem, run(DOSSIER, "docs", kb).stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
