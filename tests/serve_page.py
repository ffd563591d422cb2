#!/usr/bin/python3
"""Uses the page of `stancegraph serve` in headless Chromium as a person does.

usage: serve_page.py PROGRAM SCREENSHOT_FOLDER
"""
import sys
import unittest

from browser_support import BrowserTest, Keys
from serve_support import DEBATE, HOSTILE, RULES, Server

PROGRAM, SCREENSHOTS = sys.argv.pop(1), sys.argv.pop(1)


class PageTest(BrowserTest):
    screenshots = SCREENSHOTS

    def setUp(self):
        self.articles = {"debate.txt": DEBATE, "quay.txt": "Ines Varga bemoans the bridge. Dunstan Pell laments the quay.\n"}

    def open(self, server):
        self.server = server
        self.go(server.url)
        self.until(lambda: self.all(".line") and self.all("#text .sentence"))

    def line_number(self, text):
        return next(number for number, line in enumerate(self.texts(".line")) if line.strip() == text)

    def put_caret(self, number):
        """The caret at the end of a line (from 0) of the editor."""
        self.browser.execute_script("document.getElementById('editor').focus();"
                                    "getSelection().selectAllChildren(document.querySelectorAll('.line')[arguments[0]]);"
                                    "getSelection().collapseToEnd();", number)

    def findings(self, status):
        return self.texts(f"#findings .finding.{status} .triple")

    def assert_quiet(self):
        """Nothing was complained about, and nothing was asked of anybody but the program."""
        self.assertEqual(self.complaints(), [])
        for address in self.requests():
            self.assertTrue(address.startswith((f"http://127.0.0.1:{self.server.port}/", "about:")), address)

    def test_marks_of_an_article(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            self.assertEqual(self.texts("#text .mark.cue")[0], "bemoans")
            self.assertEqual(self.texts("#text .mark.speaker")[0], "Mara Quill")
            self.assertEqual(self.texts("#text .mark.subject")[0], "night ferry")
            self.assertIn("The bridge is a gift to the harbour", "".join(self.texts("#text .mark.statement")))
            self.assertTrue(self.findings("same")[0].startswith("Mara Quill▼ opposesnight ferry"))
            # A click on a claim: its evidence on the left, its rule on the right.
            self.all("#findings .pick")[0].click()
            self.until(lambda: self.texts(".line.revealed") == ["  - rule: is_angry"])
            self.assertEqual(self.texts("#text .chosen-cue"), ["bemoans"])
            self.assertEqual(self.texts("#text .sentence.current"), ["Mara Quill bemoans the night ferry."])
            # A click on a marked word: the claim with rule, list entry and certainty.
            next(mark for mark in self.all("#text .mark.cue") if mark.text == "supports").click()
            self.until(lambda: "“support”" in "".join(self.texts("#detail")))
            self.assertRegex(self.texts("#detail")[0], r"by is_angry · @pro “support”.*certainty \d+ %")
            self.assertEqual(len(self.all("#findings .chosen")), 1)
            self.assert_quiet()

    def test_near_misses_of_a_sentence(self):
        with Server(PROGRAM, {"council.txt": "The bridge was bemoaned on Monday.\n"}) as server:
            self.open(server)
            self.one("#text .sentence").click()
            self.until(lambda: self.all("#detail .miss"))
            self.assertIn("“bemoaned” is_angry · @harbour_anger “bemoan”", self.texts("#detail .miss")[0])
            self.assertIn("no speaker: 'cue >who' found nothing", self.texts("#detail .miss")[0])
            # The edit that is offered, made with one click.
            if self.all("#detail .offer button"):
                before = self.texts(".line")
                self.all("#detail .offer button")[0].click()
                self.until(lambda: self.texts(".line") != before)
                self.one("#reread").click()
                self.until(lambda: self.texts(".line") == before)
            # And by the keyboard alone.
            self.one("#text").send_keys(Keys.ARROW_DOWN)
            self.assertEqual(len(self.all(".sentence.current")), 1)
            self.assert_quiet()

    def test_an_edit_shows_its_effect_while_typing(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            self.put_caret(self.line_number("- bemoan"))
            self.type(Keys.ENTER, "- lament")
            self.until(lambda: self.findings("gained"))
            self.assertTrue(self.findings("gained")[0].startswith("Dunstan Pell▼ opposesnight ferry"))
            self.until(lambda: self.texts("#effect .gained") == ["+2"])
            self.assertEqual(server.read("rules/harbour.yaml"), RULES)
            self.one("#tab-changes").click()
            self.until(lambda: len(self.all("#changes .finding.gained")) == 2)
            self.assertIn("Dunstan Pell laments the quay.", self.texts("#changes .quote"))
            self.screenshot("gained")
            # A change of another article leads there.
            self.all("#changes .pick")[1].click()
            self.until(lambda: "quay" in self.one("#title").text)
            self.assertEqual(self.texts("#text .chosen-cue"), ["laments"])
            # Saved: nothing differs any more.
            self.chord(Keys.CONTROL, "s")
            self.until(lambda: "lament" in server.read("rules/harbour.yaml"))
            self.until(lambda: not self.all("#effect .gained"))
            self.assertEqual(server.read("rules/harbour.yaml"), RULES.replace("- bemoan\n", "- bemoan\n      - lament\n"))
            self.assert_quiet()

    def test_losses_are_shown(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            self.put_caret(self.line_number("- bemoan"))
            self.type(*[Keys.BACKSPACE] * len("bemoan"), "lament")
            self.until(lambda: self.findings("lost") and self.findings("gained"))
            self.assertTrue(self.findings("lost")[0].startswith("Mara Quill▼ opposesnight ferry"))
            self.until(lambda: "1 example of" in self.one("#verdict").text)
            self.screenshot("lost")
            self.chord(Keys.CONTROL, "z")
            self.until(lambda: self.texts(".line")[self.line_number("words:") + 1].strip() != "- lament")
            self.assert_quiet()

    def test_an_error_stands_under_its_line_while_typing(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            number = self.line_number("match: cue:(@pro | @harbour_anger)")
            self.put_caret(number)
            self.type(Keys.ARROW_LEFT, "y")
            self.until(lambda: self.all(".line[data-severity=error]"))
            (line,) = self.all(".line[data-severity=error]")
            self.assertEqual(line.text, "    match: cue:(@pro | @harbour_angery)")
            self.assertRegex(line.get_attribute("data-message"),
                             r"^ {23}\^~{14}\nerror\[SG1102\]: no word list called @harbour_angery\nhelp: did you mean @harbour_anger ")
            self.assertGreater(line.size["height"], 3 * 15, "the message takes room of its own")
            self.assertIn("the last good rules stay in use", self.one("#verdict").text)
            self.assertTrue(self.findings("same")[0].startswith("Mara Quill"))
            self.screenshot("error")
            self.one("#tab-problems").click()
            self.assertIn("no word list called @harbour_angery", self.texts("#problems")[0])
            self.put_caret(number)
            self.type(Keys.ARROW_LEFT, Keys.BACKSPACE)
            self.until(lambda: not self.all(".line[data-severity=error]"))
            self.assert_quiet()

    def test_the_editor_edits(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            lines = RULES.split("\n")
            self.assertEqual(self.texts(".line"), lines)
            self.put_caret(0)
            self.type(Keys.ENTER, "# one", Keys.ENTER, "# two", Keys.ENTER)
            self.assertEqual(self.texts(".line"), [lines[0], "# one", "# two", ""] + lines[1:])
            self.type(Keys.BACKSPACE)
            self.chord(Keys.SHIFT, Keys.HOME)
            self.type(Keys.DELETE)
            self.assertEqual(self.texts(".line"), [lines[0], "# one", ""] + lines[1:])
            self.type(Keys.BACKSPACE)
            self.chord(Keys.CONTROL, Keys.BACKSPACE)
            self.assertEqual(self.texts(".line"), [lines[0], "# "] + lines[1:])
            self.type("grün 🚢", Keys.BACKSPACE)
            self.assertEqual(self.texts(".line")[1], "# grün ")
            self.chord(Keys.CONTROL, "a")
            self.type(Keys.DELETE)
            self.assertEqual(self.texts(".line"), [""])
            self.type("stancegraph: 1")
            self.assertEqual(self.texts(".line"), ["stancegraph: 1"])
            for _ in range(12):
                self.chord(Keys.CONTROL, "z")
            self.assertEqual(self.texts(".line"), lines)
            for _ in range(12):
                self.chord(Keys.CONTROL, "y")
            self.assertEqual(self.texts(".line"), ["stancegraph: 1"])
            self.assert_quiet()

    def test_articles_and_files_are_chosen(self):
        with Server(PROGRAM, self.articles, with_shipped_rules=True) as server:
            self.open(server)
            self.one("#choose").click()
            self.until(lambda: len(self.all("#article-list button")) == 2)
            self.one("#search").send_keys("VARGA bemoans")
            self.until(lambda: len(self.all("#article-list button")) == 1)
            self.type(Keys.ENTER)
            self.until(lambda: "Ines Varga bemoans" in self.texts("#text")[0])
            self.one("#next").click()
            self.until(lambda: "Mara Quill" in self.texts("#text")[0])
            self.one("#file option[value='0']").click()
            self.until(lambda: "Shipped" in self.one("#save").get_attribute("title"))
            self.put_caret(0)
            self.type(" # tried")
            self.until(lambda: "●" in self.texts("#file option[value='0']")[0])
            self.assertFalse(self.one("#save").is_enabled(), "shipped rules are not saved")
            self.assert_quiet()

    def test_a_file_that_was_changed_elsewhere_is_not_overwritten(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            self.put_caret(0)
            self.type(" # mine")
            server.write("rules/harbour.yaml", RULES + "# theirs\n")
            self.one("#save").click()
            self.until(lambda: "was changed by another program" in self.one("#notice").text)
            self.assertEqual(server.read("rules/harbour.yaml"), RULES + "# theirs\n")
            self.one("#reread").click()
            self.until(lambda: "# theirs" in self.texts(".line"))
            self.assertFalse(self.one("#notice").is_displayed())

    def test_the_graph(self):
        with Server(PROGRAM, self.articles) as server:
            self.open(server)
            self.one("#tab-graph").click()
            self.until(lambda: self.all("#graph .edge"))
            self.one("input[value=corpus]").click()
            self.until(lambda: any("Ines Varga" in label and "bemoan" not in label for label in self.texts("#graph .label.actor")))
            edge = next(edge for edge in self.all("#graph .edge") if "Mara Quill" in edge.get_attribute("aria-label"))
            edge.send_keys(Keys.ENTER)
            self.until(lambda: "Mara Quill bemoans the night ferry." in "".join(self.texts("#edges")))
            before = self.one("#graph").get_dom_attribute("viewBox")
            self.one("#zoom-in").click()
            self.assertNotEqual(self.one("#graph").get_dom_attribute("viewBox"), before)
            self.screenshot("graph")
            self.all("#edges .miss .link")[0].click()
            self.until(lambda: self.texts("#text .chosen-cue") == ["bemoans"])
            self.assert_quiet()

    def test_hostile_texts_run_nothing_and_ask_nobody(self):
        articles = {
            "<img src=x onerror=hacked=1>.txt": HOSTILE,
            "long.txt": "Mara Quill bemoans the night ferry. " + "x" * 1_000_000,
            "bytes.txt": b"Mara Quill bemoans \xff\xfe the \xc3( night ferry.\n",
            "page.html": b"<html><head><title><script>hacked=1</script></title></head><body><p>Mara Quill bemoans the "
                         b"&lt;script&gt;hacked=1&lt;/script&gt; night ferry.</p><script>hacked=1</script></body></html>",
        }
        with Server(PROGRAM, articles) as server:
            self.open(server)
            self.one("#choose").click()
            self.until(lambda: len(self.all("#article-list button")) == len(articles))
            self.type(Keys.ESCAPE)
            for _ in articles:
                before = self.texts("#text")
                self.one("#next").click()
                self.until(lambda: self.texts("#text") != before)
                self.until(lambda: self.all("#text .sentence"))
                self.all("#text .sentence")[0].click()
                if self.all("#findings .pick"):
                    self.all("#findings .pick")[0].click()
                self.until(lambda: self.all("#detail h4"))
                self.assertEqual(self.all("#text script, #text img, #text iframe, #text style, #text svg, #text a"), [])
            self.one("#tab-graph").click()
            self.one("input[value=corpus]").click()
            self.until(lambda: self.all("#graph .edge"))
            self.one("#file").send_keys(Keys.HOME)
            self.put_caret(0)
            self.type(Keys.ENTER, "<script>hacked=1</script><img src=x onerror=hacked=1>: [")
            self.until(lambda: "error" in self.one("#verdict").text)
            self.assertIsNone(self.browser.execute_script("return window.hacked ?? null"))
            self.assertNotIn("\u202e", "".join(self.texts("#findings")) + "".join(self.texts("#detail")))
            self.assert_quiet()

    def test_small_and_dark(self):
        with Server(PROGRAM, self.articles) as server:
            self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                         {"width": 420, "height": 900, "deviceScaleFactor": 1, "mobile": True})
            self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                         {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            try:
                self.open(server)
                self.all("#text .mark.cue")[0].click()
                self.until(lambda: self.all("#detail h4"))
                width = self.browser.execute_script("return document.documentElement.scrollWidth")
                self.assertLessEqual(width, 420, "nothing sticks out to the side")
                self.screenshot("small")
            finally:
                self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            self.screenshot("dark")
            self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
            self.assert_quiet()

    def test_a_wrong_key(self):
        with Server(PROGRAM, self.articles) as server:
            self.browser.get(f"http://127.0.0.1:{server.port}/#key=0")
            self.until(lambda: "the key is missing" in self.one("#notice").text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
