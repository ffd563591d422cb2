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
            self.assertTrue(address.startswith(("file://" + self.folder.name, "data:", "about:")), address)

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


    def test_filters_and_search(self):
        self.open(self.corpus)
        everything = self.count("stances")
        self.one("#filters-toggle").click()
        self.chip("stance", "optimistic").click()
        optimistic = self.count("stances")
        self.assertTrue(0 < optimistic < everything)
        self.one("#tab-stances").click()
        self.assertEqual(set(self.texts("#stances tbody td:nth-child(2) .stance")), {"+optimistic"})
        self.chip("outlet", "Siliconpost").click()
        self.assertTrue(0 < self.count("stances") < optimistic)
        self.assertEqual(self.texts("#filter-count"), ["2"])
        self.assertEqual(self.hash(), "#tab=stances&stance=optimistic&outlet=Siliconpost")
        self.one("#clear").click()
        self.assertEqual(self.count("stances"), everything)
        # Days: only what was said in August.
        self.browser.execute_script("const day = document.querySelector('[data-filter=days] input[type=date]');"
                                    "day.value = '2025-08-01'; day.dispatchEvent(new Event('change'));")
        self.assertIn("from=2025-08-01", self.hash())
        late = self.count("stances")
        self.assertTrue(0 < late < everything)
        self.assertTrue(all(text >= "2025-08-01" for text in self.texts("#stances tbody td:last-child")))
        self.one("#clear").click()
        # At least so many documents.
        self.one("[data-filter=min] input").send_keys(Keys.ARROW_RIGHT)
        self.until(lambda: "min=2" in self.hash())
        self.assertTrue(all(int(text) >= 2 for text in self.texts("#stances tbody td[data-title=documents]")))
        self.screenshot("report-filters")
        self.one("#clear").click()
        self.one("#search").send_keys("NIGHT FER")
        self.until(lambda: "search=NIGHT" in self.hash())
        self.assertEqual(set(self.texts("#stances tbody td:nth-child(3)")), {"night ferry"})
        self.one("#search").send_keys("xyz")
        self.until(lambda: self.count("stances") == 0)
        self.one("#tab-graph").click()
        self.assertTrue(self.one("#empty").is_displayed())
        self.assert_quiet()

    def chip(self, name, text):
        return next(chip for chip in self.all(f"[data-filter={name}] .chip") if chip.text == text)

    def test_for_or_against(self):
        self.open(self.corpus)
        stances = self.count("stances")
        self.one("input[value=net]").find_element(By.XPATH, "..").click()
        self.assertTrue(0 < self.count("stances") < stances)
        self.one("#tab-stances").click()
        row = next(row for row in self.all("#stances tbody tr") if "Ilse Varga" in row.text and "night ferry" in row.text)
        self.assertIn("contested", row.text)
        row.find_element(By.CSS_SELECTOR, "td:nth-child(2) button").click()
        self.assertIn("Contested", self.texts("#details .note")[0])
        sides = {text[0] for text in self.texts("#details .side h4")}
        self.assertTrue({"+", "−"} <= sides, sides)
        self.assertEqual(self.texts("#details .side:first-child .quotation.against"), [])
        self.assert_quiet()

    def test_tables_timeline_and_contradictions(self):
        self.open(self.corpus)
        self.one("#tab-actors").click()
        self.assertEqual(self.one("#actors tbody td").text, "Ilse Varga")
        sorter = next(button for button in self.all("#actors th button") if button.text.startswith("actor"))
        sorter.click()
        names = self.texts("#actors tbody td:first-child")
        self.assertEqual(names, self.browser.execute_script("return [...arguments[0]].sort((a, b) => a.localeCompare(b, 'en'))", names))
        self.one("#tab-subjects").click()
        self.assertIn("night ferry", self.texts("#subjects tbody td:first-child"))
        self.screenshot("report-subjects")
        self.one("#tab-timeline").click()
        self.assertEqual(len(self.all("#timeline .month")), 11)
        self.assertIn("2025-03: 81 claims in 5 documents", self.all("#timeline .month")[0].get_attribute("title"))
        self.screenshot("report-timeline")
        self.all("#timeline .month")[0].click()
        self.assertIn("from=2025-03-01&to=2025-03-31", self.hash())
        self.one("#tab-contradictions").click()
        self.assertEqual(self.count("contradictions"), len(self.all("#contradictions .contradiction")))
        first = self.one("#contradictions .contradiction").text
        self.assertIn("Ilse Varga on night ferry\nchange over time between 2025-05-06 and 2025-06-03", first)
        left, right = self.all("#contradictions .contradiction:first-child .side")[:2]
        self.assertEqual(left.location["y"], right.location["y"], "for and against stand side by side")
        self.screenshot("report-contradictions")
        self.assert_quiet()

    def test_a_link_leads_to_the_same_view(self):
        self.open(self.corpus)
        self.one("#tab-stances").click()
        self.all("#stances tbody td:nth-child(2) button")[1].click()
        title, address = self.texts("#details h2"), self.hash()
        self.assertRegex(address, "^#tab=stances&chosen=e_[0-9a-f]{16}$")
        self.open(self.corpus, address)
        self.assertEqual(self.texts("#details h2"), title)
        self.assertEqual(self.one("#tab-stances").get_attribute("aria-selected"), "true")
        self.all("#details h2 button")[0].click()
        self.until(lambda: self.texts("#details h2") != title)
        self.browser.back()
        self.until(lambda: self.texts("#details h2") == title)
        self.open(self.corpus, "#chosen=nothing&tab=nowhere&view=odd&min=-3&from=x")
        self.assertEqual(self.all("#details > *"), [])
        self.assertEqual(self.one("#tab-graph").get_attribute("aria-selected"), "true")
        self.assert_quiet()

    def test_by_the_keyboard_alone(self):
        self.open(self.corpus)
        self.browser.execute_script("document.getElementById('tab-graph').focus()")
        self.type(Keys.ARROW_RIGHT)
        self.assertEqual(self.one("#tab-stances").get_attribute("aria-selected"), "true")
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("id"), "tab-stances")
        # Past the panel, the heads of the columns and the first actor to the first stance.
        self.type(*[Keys.TAB] * (1 + len(self.all("#stances th button")) + 2), Keys.ENTER)
        self.until(lambda: self.texts("#details blockquote"))
        chosen = self.one("#details h2").text
        self.type(Keys.TAB)
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("aria-label"), "Close", "the focus is in the details")
        self.type(Keys.ESCAPE)
        self.assertEqual(self.all("#details > *"), [])
        self.type(Keys.ENTER)
        self.until(lambda: self.texts("#details h2"))
        self.assertEqual(self.one("#details h2").text, chosen, "the focus was back in its row")
        self.type(Keys.ESCAPE)
        self.one("#tab-graph").click()
        self.browser.execute_script("document.getElementById('canvas').focus()")
        before = self.picture()
        for key in ("+", Keys.ARROW_LEFT):
            self.type(key)
            self.pause()
            self.assertNotEqual(self.picture(), before)
            before = self.picture()
        self.assert_quiet()

    def picture(self):
        return self.browser.execute_script("return document.getElementById('canvas').toDataURL()")

    def test_a_citation_is_copied(self):
        self.open(self.corpus)
        self.one("#tab-stances").click()
        self.one("#search").send_keys("bessent")
        self.until(lambda: self.count("stances") == 2)
        next(button for button in self.all("#stances tbody td:nth-child(2) button") if "optimistic" in button.text).click()
        self.browser.execute_script("window.copied = []; document.addEventListener('copy', () => copied.push(document.activeElement.value));"
                                    "navigator.clipboard && (navigator.clipboard.writeText = async (text) => copied.push(text));")
        self.one("#details .copy").click()
        self.until(lambda: self.one("#details .copy").text == "copied")
        self.assertEqual(self.browser.execute_script("return copied"), [
            "Scott Bessent — optimistic — H20 sales: “It is an optimistic and perhaps naive reading.” "
            "(A cold welcome for the H20. Siliconpost, 2025-08-18, chips/Siliconpost_2025-08-18_cold-welcome.txt:13)"])

    def test_what_is_left_out_is_told(self):
        report = os.path.join(self.folder.name, "few.html")
        subprocess.run([PROGRAM, "export", "-p", os.path.dirname(self.corpus), "--top-edges", "9", "--view", "net", "--no-evidence", report],
                       check=True, capture_output=True)
        self.open(report)
        self.assertRegex(self.one("#totals").text, r"the [5-9] stances with most documents; 3\d\d are not in this file$")
        self.assertTrue(self.one("input[value=net]").is_selected())
        self.one("#tab-stances").click()
        self.all("#stances tbody td:nth-child(2) button")[0].click()
        self.assertIn("not in this file", self.texts("#details .quiet")[-1])
        self.assert_quiet()

    def test_on_a_phone(self):
        self.open(self.corpus)
        self.look(390, 844, is_phone=True)
        self.pause()
        self.screenshot("report-phone-graph")
        for tab in ("stances", "actors", "subjects", "timeline", "contradictions"):
            self.one(f"#tab-{tab}").click()
            self.pause()
            width = self.browser.execute_script("return [document.documentElement.scrollWidth, arguments[0].scrollWidth]", self.one("#" + tab))
            self.assertLessEqual(max(width), 390, f"{tab} is wider than the screen")
            self.screenshot("report-phone-" + tab)
        self.one("#tab-stances").click()
        self.all("#stances tbody td:nth-child(2) button")[3].click()
        self.pause()
        self.assertGreater(self.one("#details").size["height"], 200)
        self.assertLess(self.one("#details").size["height"], 600, "the rest can still be seen")
        self.screenshot("report-phone-edge")
        self.assert_quiet()

    def test_in_the_dark(self):
        self.open(self.corpus)
        self.look(1400, 900, colours="dark")
        self.pause()
        ground = self.browser.execute_script("return getComputedStyle(document.getElementById('graph')).backgroundColor")
        self.assertEqual(ground, "rgb(26, 32, 41)")
        self.screenshot("report-dark")

    def test_on_paper(self):
        self.open(self.corpus)
        pdf = self.print()
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertGreater(pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page"), 5, "all parts are on paper")
        self.assertTrue(self.one("#stances").get_attribute("hidden"), "the screen is as before")
        self.look(794, 1123)
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.browser.execute_script("dispatchEvent(new Event('beforeprint'))")
        self.pause()
        for part in ("graph", "stances", "actors", "subjects", "timeline", "contradictions"):
            self.assertTrue(self.one("#" + part).is_displayed(), part)
        self.assertFalse(self.one("nav").is_displayed())
        self.screenshot("report-paper")
        self.browser.execute_script("dispatchEvent(new Event('afterprint'))")
        self.assert_quiet()

    def test_hostile_texts_run_nothing_and_ask_nobody(self):
        report = self.merge(
            "hostile",
            claim(1, EVIL, EVIL, -0.5, EVIL, EVIL + HOSTILE, title=EVIL, outlet=EVIL, doc=EVIL, url="javascript:window.hacked=1"),
            claim(2, "Mara Quill", "opposes", -0.7, "night ferry", "Mara Quill opposes the night ferry." + EVIL,
                  url="data:text/html,<script>window.hacked=1</script>"),
            claim(3, "Mara Quill", "supports", 0.7, "night ferry", "Mara Quill supports the night ferry.", title="Ferry <b>news</b>",
                  url="https://news.example/?a=<script>&b=\"onclick=window.hacked=1"))
        self.open(report)
        for tab in ("stances", "actors", "subjects", "timeline", "contradictions", "graph"):
            self.one(f"#tab-{tab}").click()
        self.one("#tab-stances").click()
        self.one("#filters-toggle").click()
        links = []
        for index in range(len(self.all("#stances tbody tr"))):
            self.all("#stances tbody td:nth-child(2) button")[index].click()
            links += [link.get_attribute("href") for link in self.all("#details a")]
            self.all("#details h2 button")[0].click()
        self.assertEqual(set(links), {"https://news.example/?a=%3Cscript%3E&b=%22onclick=window.hacked=1"})
        self.assertEqual(self.all("main img, main script, main iframe, main style, main b"), [])
        self.screenshot("report-hostile")
        self.assert_quiet()
        # And if a script did get in, the policy of the page would not let it run.
        self.browser.execute_script("const made = document.createElement('div'); document.body.append(made);"
                                    "made.innerHTML = '<img src=x onerror=\"window.hacked = 1\">';")
        self.pause()
        self.assertIsNone(self.browser.execute_script("return window.hacked ?? null"))
        self.assertTrue(self.complaints(), "the browser tells that it refused")


if __name__ == "__main__":
    unittest.main(verbosity=2)
