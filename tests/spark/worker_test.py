# SPDX-License-Identifier: Apache-2.0
"""The worker's protocol, without Spark: the program's own answers, and a client over a worker that misbehaves.

Usage: worker_test.py --dossier PROGRAM
"""

import argparse
import pathlib
import struct
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "scale"))

from worker import Lost, Unusable, Worker  # noqa: E402

FAKE = [sys.executable, str(HERE / "fake_worker.py")]
TEXT = b"Oslo, 3 May 2021\n\nAnna Berg, director of the Harbour Council, met Carl Lund in Oslo on Monday.\n"


class OwnAnswers(unittest.TestCase):
    program = ""

    def setUp(self):
        self.worker = Worker([self.program, "extract", "--serve"], 60)
        self.addCleanup(self.worker.stop)

    def test_facts_and_keys(self):
        head, body = self.worker.read("minutes/2021/board.txt", TEXT)
        self.assertTrue(head["ok"])
        self.assertIn(b"<urn:dossier:document:minutes/2021/board>", body)
        keys = {key for entity in head["entities"] for key, weak in entity["keys"] if not weak}
        self.assertIn("name person Anna Berg", keys)

    def test_bad_documents_are_answers(self):
        for name, content in (("x.txt", b"\x00\x01"), ("empty.txt", b""), ("x.pdf", b"%PDF-1.4 no more")):
            head, body = self.worker.read(name, content)
            self.assertFalse(head["ok"], name)
            self.assertIn(head["code"], ("input", "unsupported", "limit"))
            self.assertEqual(b"", body)
        self.assertTrue(self.worker.read("a.txt", TEXT)[0]["ok"])
        self.assertEqual(1, self.worker.starts)

    def raw(self, given):
        return subprocess.run([self.program, "extract", "--serve"], input=given, capture_output=True,
                              timeout=60, check=False)

    def test_wrong_heads_are_answers(self):
        for head in (b"no json", b"[1]", b'{"format": "nquads"}', b'{"name": "a.txt", "format": "doc"}',
                     b'{"name": "a.txt", "timeout_ms": -1}', b'{"name": 7}'):
            done = self.raw(struct.pack(">II", len(head), 3) + head + b"abc")
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertIn(b'"code":"usage"', done.stdout)

    def test_broken_frames_end_the_process(self):
        for given in (b"\x00\x00", struct.pack(">II", 10, 0) + b"{", struct.pack(">II", 1 << 30, 0)):
            done = self.raw(given)
            self.assertEqual(1, done.returncode)
            self.assertIn(b"docs/worker.md", done.stderr)

    def test_end_of_input_is_the_end(self):
        self.assertEqual(0, self.raw(b"").returncode)


class Misbehaviour(unittest.TestCase):
    def setUp(self):
        self.worker = Worker(FAKE, 1)
        self.addCleanup(self.worker.stop)

    def lost(self, name):
        with self.assertRaises(Lost) as caught:
            self.worker.read(name, b"x")
        return caught.exception.code

    def test_each_costs_one_document(self):
        pids = set()
        for bad, code in (("crash1", "crash"), ("hang1", "timeout"), ("rubbish1", "crash")):
            self.assertEqual(code, self.lost(bad))
            pids.add(self.worker.read("good", b"x")[0]["pid"])
        self.assertEqual(3, len(pids))
        self.assertEqual(4, self.worker.starts)

    def test_killed_from_outside(self):
        self.worker.read("good", b"x")
        self.worker.process.kill()
        self.assertEqual("crash", self.lost("good"))
        self.assertTrue(self.worker.read("good", b"x")[0]["ok"])

    def test_unusable_programs(self):
        for command in (["/no/such/program"], ["true"], ["env", "FAKE_VERSION=2", *FAKE]):
            with self.assertRaises(Unusable):
                Worker(command, 5).read("good", b"x")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    options, rest = parser.parse_known_args()
    OwnAnswers.program = options.dossier
    unittest.main(argv=[sys.argv[0], *rest])
