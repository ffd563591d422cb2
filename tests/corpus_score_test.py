#!/usr/bin/python3
"""Tests of corpus_score.py, and of the corpus it reads: claims made from the expectations themselves must score 100 %."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(os.path.dirname(HERE), "corpus")
sys.path.insert(0, HERE)
from corpus_claims import load_corpus, locate, names_agree  # noqa: E402

POLARITY = {"+": 0.5, "-": -0.5, "0": 0.0, "*": 0.0}
ARTICLE = "Council splits\n\nMayor Ada Quill opposes the ferry. “It is dear,” she said.\n\nRead more: Quill backs tram\n"
EXPECTED = """# stance verb
Ada Quill | opposes | ferry | - | Mayor Ada Quill opposes the ferry
# quote
Ada Quill | states- | ferry / it | - | “It is dear,” she said
! Quill backs tram
? Council splits
"""


def claim(doc, text, cue, speaker, label, polarity, subject, **stance):
    start = len(text[:text.index(cue)].encode())
    span = {"text": cue, "start": start, "end": start + len(cue.encode())}
    return {"doc": doc, "speaker": {"name": speaker}, "subject": {"name": subject}, "cue": span, "content": [],
            "stance": {"label": label, "polarity": polarity, "negated": False, "modality": "asserted"} | stance}


def perfect_claims(corpus):
    for document in corpus.documents:
        for wanted in document.expectations:
            label, sign = wanted.labels[0]
            (start, end), = locate(wanted.piece, document.text)
            modality = next(iter(wanted.flags - {"negated"}), "asserted")
            yield {"doc": document.name, "speaker": {"name": wanted.speakers[0]}, "subject": {"name": wanted.subjects[0]},
                   "cue": {"text": document.text.encode()[start:end].decode(), "start": start, "end": end}, "content": [],
                   "stance": {"label": label, "polarity": POLARITY[sign], "negated": "negated" in wanted.flags,
                              "modality": modality}}


class ScoreTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.write("a.txt", ARTICLE)
        self.write("a.txt.claims", EXPECTED)

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf8") as stream:
            stream.write(text)
        return os.path.join(self.folder, name)

    def run_score(self, claims, *options, corpus=None):
        path = self.write("claims.jsonl", "".join(json.dumps(c) + "\n" for c in claims))
        return subprocess.run([sys.executable, os.path.join(HERE, "corpus_score.py"), path, corpus or self.folder, *options],
                              capture_output=True, text=True, check=False)

    def good_claims(self):
        return [claim("a.txt", ARTICLE, "opposes", "Ada Quill", "opposes", -0.9, "the ferry"),
                claim("a.txt", ARTICLE, "said", "Ada Quill", "states", -0.3, "ferry")]

    def assert_row(self, output, level, recall, precision):
        self.assertRegex(output, rf"{level}\s+recall\s+{recall:.1f}\s+precision\s+{precision:.1f}")

    def test_right_claims_score_full(self):
        done = self.run_score(self.good_claims(), "--min-recall", "100", "--min-precision", "subject=100")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assert_row(done.stdout, "subject", 100, 100)

    def test_each_level_needs_the_one_before(self):
        wrong = self.good_claims()
        wrong[0]["speaker"]["name"] = "Port of Quill"
        wrong[1]["stance"]["label"] = "criticises"
        done = self.run_score(wrong)
        self.assert_row(done.stdout, "found", 100, 100)
        self.assert_row(done.stdout, "speaker", 50, 50)
        self.assert_row(done.stdout, "sign", 50, 50)
        self.assert_row(done.stdout, "label", 0, 0)
        self.assert_row(done.stdout, "triple", 50, 50)

    def test_claim_in_a_teaser_fails(self):
        teaser = claim("a.txt", ARTICLE, "backs", "Ada Quill", "supports", 0.9, "tram")
        done = self.run_score(self.good_claims() + [teaser])
        self.assertEqual(done.returncode, 1)
        self.assertIn("FORBIDDEN a.txt: Ada Quill -> supports -> tram", done.stdout)

    def test_claim_at_an_open_line_counts_for_nothing(self):
        headline = claim("a.txt", ARTICLE, "splits", "council", "states", 0, "it")
        done = self.run_score(self.good_claims() + [headline])
        self.assert_row(done.stdout, "found", 100, 100)

    def test_too_low_fails(self):
        done = self.run_score(self.good_claims()[:1], "--min-recall", "60")
        self.assertEqual(done.returncode, 1)
        self.assertIn("TOO LOW recall at level triple: 50.0, wanted 60.0", done.stdout)

    def test_piece_that_is_not_there_is_reported_with_its_line(self):
        self.write("a.txt.claims", "Ada Quill | opposes | ferry | - | opposes the tram\n")
        done = self.run_score([])
        self.assertEqual(done.returncode, 2)
        self.assertIn("a.txt.claims:1: the piece stands 0 times in the article", done.stderr)

    def test_claims_are_aligned_with_another_text(self):
        moved = self.good_claims()
        for each in moved:
            each["cue"]["start"] += 7
            each["cue"]["end"] += 7
        self.assert_row(self.run_score(moved).stdout, "subject", 100, 100)
        texts = self.write("texts.jsonl", json.dumps({"doc": "a.txt", "text": "1234567" + ARTICLE}) + "\n")
        self.assert_row(self.run_score(moved, "--texts", texts).stdout, "subject", 100, 100)

    def test_the_right_one_of_equal_cues_is_found(self):
        page = "<p>Quill said so.</p><nav>Read: Ada said no</nav><p>Ada Quill said the ferry is dear.</p>"
        self.write("b.html", page)
        self.write("b.html.claims", "Ada Quill | states- | ferry | - | Ada Quill said the ferry\n! Ada said no\n")
        read = "Quill said so.\n\nAda Quill said the ferry is dear.\n"
        one = claim("b.html", read[16:], "said", "Ada Quill", "states", -0.3, "ferry")
        one["cue"]["start"] += 16
        one["cue"]["end"] += 16
        one["speaker"] |= {"text": "Ada Quill", "start": 16, "end": 25}
        done = self.run_score(self.good_claims() + [one])
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assert_row(done.stdout, "subject", 100, 100)

    def test_names(self):
        for expected, found, same in (("night ferry", "the night ferries", False), ("ferry fares", "higher ferry fare", True),
                                      ("Ada Quill", "Quill", False), ("council", "the town council", True),
                                      ("ferry", "a plan to let the old ferry sail at night in winter", False)):
            self.assertEqual(names_agree([expected], found), same, (expected, found))


class CorpusTest(unittest.TestCase):
    def setUp(self):
        self.corpus = load_corpus(CORPUS)

    def test_claims_made_from_the_expectations_score_full(self):
        lines = "".join(json.dumps(c) + "\n" for c in perfect_claims(self.corpus))
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "claims.jsonl")
            with open(path, "w", encoding="utf8") as stream:
                stream.write(lines)
            done = subprocess.run([sys.executable, os.path.join(HERE, "corpus_score.py"), path, CORPUS,
                                   "--min-recall", "subject=100", "--min-precision", "subject=100"],
                                  capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_manifest_lists_every_article(self):
        with open(os.path.join(CORPUS, "manifest.yaml"), encoding="utf8") as stream:
            entries = stream.read().split("- file: ")[1:]
        listed = set()
        for entry in entries:
            record = re.search(r"^ +id: (.*)$", entry, re.M)
            listed.add(entry.split("\n")[0] + (f"/{record[1]}" if record else ""))
        self.assertEqual(listed, {d.name for d in self.corpus.documents})

    def test_every_article_expects_something(self):
        for document in self.corpus.documents:
            self.assertGreaterEqual(len(document.expectations), 5, document.name)


if __name__ == "__main__":
    unittest.main()
