#!/usr/bin/python3
"""Uses report.html in headless Chromium as a person does, opened as a file.

usage: report_page.py PROGRAM SOURCE SCREENSHOT_FOLDER
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

from browser_support import By, BrowserTest, Keys
from serve_support import HOSTILE

PROGRAM, SOURCE, SCREENSHOTS = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)

EVIL = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>\u202e\u2028"


def claim(number, speaker, stance, polarity, subject, quote, **source):
    """A line of claims.jsonl."""
    return json.dumps({
        "id": f"c:{number:016x}", "doc": source.get("doc", f"{number}.txt"),
        "source": {"outlet": "Beacon", "title": "", "date": "2025-03-04", "url": "", "author": "", **source},
        "speaker": {"name": speaker, "kind": "person", "text": speaker, "start": 0, "end": 0},
        "stance": {"label": stance, "polarity": polarity, "modality": "asserted"},
        "subject": {"name": subject, "text": subject, "start": 0, "end": 0},
        "cue": {"text": stance, "start": 0, "end": 0}, "sentence": {"start": 0, "end": 0, "line": number},
        "quote": quote, "rule": "some_rule", "entry": stance, "certainty": 0.8}) + "\n"


class ReportTest(BrowserTest):
    screenshots = SCREENSHOTS

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.TemporaryDirectory()
        cls.corpus = cls.build("corpus", os.path.join(SOURCE, "corpus"), "--rules", os.path.join(SOURCE, "corpus/harbour/rules"))

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    @classmethod
    def build(cls, name, *arguments):
        """The report of a build."""
        project = os.path.join(cls.folder.name, name)
        subprocess.run([PROGRAM, "build", *arguments, "-o", project, "--quiet"], check=True, capture_output=True)
        return os.path.join(project, "report.html")

    @classmethod
    def merge(cls, name, *claims):
        """The report of claims that another program made."""
        path = os.path.join(cls.folder.name, name + ".jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(claims)
        subprocess.run([PROGRAM, "merge", path, "-o", os.path.join(cls.folder.name, name), "--quiet"], check=True, capture_output=True)
        return os.path.join(cls.folder.name, name, "report.html")

    def open(self, report, hash_of_view=""):
        self.look(1400, 900)
        self.go("file://" + report + hash_of_view)
        self.until(lambda: self.one("#totals").text != "")

    def hash(self):
        return self.browser.execute_script("return decodeURIComponent(location.hash)")

    def count(self, tab):
        return int(self.one(f"#tab-{tab} .count").text.replace(",", ""))

    def screen_place(self, title):
        """Where a vertex or edge is drawn, by what the canvas says of the place."""
        return self.browser.execute_script("""
            const [title, canvas] = [arguments[0], document.getElementById("canvas")];
            const box = canvas.getBoundingClientRect();
            for (let y = 8; y < box.height; y += 8) {
              for (let x = 8; x < box.width; x += 8) {
                const at = {clientX: box.left + x, clientY: box.top + y, pointerType: "mouse"};
                canvas.dispatchEvent(new PointerEvent("pointermove", at));
                if (canvas.title.startsWith(title)) return [at.clientX, at.clientY];
              }
            }
            return null;""", title)

    def assert_quiet(self):
        """Nothing was complained about, nothing ran, and nothing was asked of anybody."""
        self.assertEqual(self.complaints(), [])
        self.assertIsNone(self.browser.execute_script("return window.hacked ?? null"))
        for address in self.requests():
            self.assertTrue(address.startswith(("file:///tmp/", "file://" + self.folder.name, "data:,", "about:")), address)

    def test_a_click_on_an_edge_shows_its_sentences(self):
        self.open(self.corpus)
        self.one("#tab-stances").click()
        row = next(row for row in self.all("#stances tbody tr") if row.text.startswith("Scott Bessent") and "optimistic" in row.text)
        row.find_element(By.CSS_SELECTOR, "td:nth-child(2) button").click()
        self.assertIn("Scott Bessent", self.one("#details h2").text)
        self.assertIn("optimistic", self.texts("#details mark.cue"))
        self.assertIn("It is an optimistic and perhaps naive reading.", self.texts("#details blockquote"))
        self.assertIn("Siliconpost_2025-08-18_cold-welcome.txt:13", "".join(self.texts("#details .place")))
        self.assertIn("rule optimistic_take", self.texts("#details .remarks")[0])
        # The same edge on the canvas.
        self.one("#details .close").click()
        self.assertEqual(self.all("#details > *"), [])
        self.one("#tab-graph").click()
        self.one("#search").send_keys("bessent")
        self.until(lambda: "search=bessent" in self.hash())
        self.one("#zoom-fit").click()
        self.pause()
        place = self.screen_place("Scott Bessent — optimistic — H20 sales")
        self.assertIsNotNone(place, "the edge can be pointed at")
        self.click_at(place)
        self.until(lambda: "optimistic" in self.texts("#details mark.cue"))
        self.screenshot("report-edge")
        # A node: its stances, allies and opponents.
        self.all("#details h2 button")[0].click()
        self.until(lambda: self.texts("#details h2") == ["Scott Bessent"])
        self.assertIn("optimistic H20 sales", " ".join(self.texts("#details .bars")).replace("+", " "))
        self.assertIn("Opponents", self.texts("#details h3"))
        self.screenshot("report-node")
        self.assert_quiet()


if __name__ == "__main__":
    unittest.main(verbosity=2)
