#!/usr/bin/python3
"""Asks `stancegraph serve` over HTTP, as the page does and as an attacker would.

usage: serve_http.py PROGRAM
"""
import http.client
import json
import os
import socket
import subprocess
import sys
import unittest

from serve_support import DEBATE, RULES, Server

PROGRAM = sys.argv.pop(1)


class Asking(unittest.TestCase):
    server = None

    def ask(self, method, path, body=None, **headers):
        """Status, headers and body of an answer; a header of None is left out."""
        sent = {"Host": f"127.0.0.1:{self.server.port}", "X-Stancegraph-Key": self.server.key}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content


class ServeTest(Asking):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def own_file(self):
        """The number of the user's rule file."""
        files = json.loads(self.ask("GET", "/api/state")[2])["files"]
        return next(number for number, file in enumerate(files) if file["editable"])

    def test_page_and_its_files_may_load_nothing_else(self):
        for path, kind in (("/", "text/html; charset=utf-8"), ("/main.js", "text/javascript; charset=utf-8"),
                           ("/page.css", "text/css; charset=utf-8"), ("/icon.svg", "image/svg+xml")):
            status, headers, content = self.ask("GET", path, X_Stancegraph_Key=None)
            self.assertEqual((status, headers["Content-Type"]), (200, kind))
            self.assertIn("default-src 'none'; script-src 'self'; style-src 'self';", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertNotIn(self.server.key.encode(), content)
            self.assertNotRegex(content, rb"https?://(?!www\.w3\.org/)", "the page must not name other addresses")

    def test_other_names_of_this_machine_are_refused(self):
        for host in ("evil.example", f"evil.example:{self.server.port}", "127.0.0.1.evil.example", "localhost.", "",
                     f"[::1]:{self.server.port}", "127.0.0.1:x"):
            self.assertEqual(self.ask("GET", "/", Host=host)[0], 421, host)
            self.assertEqual(self.ask("GET", "/api/state", Host=host)[0], 421, host)
        for host in ("localhost", f"localhost:{self.server.port}", "127.0.0.1:9"):
            self.assertEqual(self.ask("GET", "/", Host=host)[0], 200, host)

    def test_nothing_is_told_or_done_without_the_key(self):
        for key in (None, "", self.server.key[:-1], self.server.key + "0", "0" * 32):
            for method, path in (("GET", "/api/state"), ("GET", "/api/article?article=0"), ("POST", "/api/save?file=0")):
                status, _, content = self.ask(method, path, X_Stancegraph_Key=key)
                self.assertEqual(status, 403, (key, path))
                self.assertEqual(json.loads(content)["error"], "the key is missing or of another run of the program")

    def test_another_page_may_not_ask(self):
        for origin in ("http://evil.example", "null", f"https://127.0.0.1:{self.server.port}", "http://127.0.0.1:1"):
            self.assertEqual(self.ask("POST", "/api/edit?file=0", "", Origin=origin)[0], 403, origin)
        own = f"http://127.0.0.1:{self.server.port}"
        self.assertEqual(self.ask("GET", "/api/state", Origin=own)[0], 200)

    def test_paths_lead_nowhere_else(self):
        for path in ("/../main.js", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/page/main.js",
                     "/main.js/", "/etc/passwd", "/%00", "/.git/config", "/" + "a" * 7000):
            self.assertEqual(self.ask("GET", path)[0], 404, path[:50])
        self.assertEqual(self.ask("GET", "/" + "a" * 9000)[0], 414)
        for path in ("/api/", "/api/../state", "/api/State", "/api/nothing"):
            self.assertEqual(self.ask("GET", path)[0], 404, path)

    def test_methods_that_do_not_fit(self):
        for method, path, status in (("POST", "/", 405), ("PUT", "/main.js", 405), ("DELETE", "/api/state", 405),
                                     ("GET", "/api/save?file=0", 405), ("GET", "/api/edit?file=0", 405),
                                     ("POST", "/api/state", 405), ("OPTIONS", "/api/state", 405)):
            self.assertEqual(self.ask(method, path)[0], status, (method, path))

    def test_numbers_that_do_not_fit(self):
        for path in ("article?article=99", "article", "article?article=-1", "article?article=0x1", "article?article=4294967296",
                     "sentence?article=0&sentence=9999", "file?file=99", "graph?article=77"):
            self.assertEqual(self.ask("GET", "/api/" + path)[0], 404, path)
        for path in ("edit?file=99", "save", "reread?file=one"):
            self.assertEqual(self.ask("POST", "/api/" + path, "stancegraph: 1\n")[0], 404, path)

    def test_bodies_that_are_too_big(self):
        self.assertEqual(self.ask("POST", "/api/edit?file=0", b" " * (18 << 20))[0], 413)
        large = RULES + "# long\n" * 100_000
        self.assertEqual(self.ask("POST", "/api/edit?file=0", large, Content_Type="text/plain")[0], 200)
        self.assertEqual(self.ask("POST", "/api/edit?file=0", RULES)[0], 200)
        status = self.ask("POST", "/api/edit?file=0", iter([b" " * 100]), Transfer_Encoding="chunked")[0]
        self.assertEqual(status, 411)

    def test_rule_text_that_is_no_text(self):
        file = self.own_file()
        for body in (b"\xff\xfe\x00", b"stancegraph: 1\n\x00\x1b[31m\n", b"- " * 100000):
            status, _, content = self.ask("POST", f"/api/edit?file={file}", body)
            self.assertEqual(status, 200)
            self.assertFalse(json.loads(content)["loads"])
        self.assertTrue(json.loads(self.ask("POST", f"/api/edit?file={file}", RULES)[2])["loads"])

    def test_saving(self):
        file = self.own_file()
        text = RULES.replace("- bemoan", "- bemoan\n      - lament")
        self.assertEqual(self.ask("POST", f"/api/edit?file={file}", text)[0], 200)
        self.assertEqual(self.server.read("rules/harbour.yaml"), RULES)
        self.assertEqual(self.ask("POST", f"/api/save?file={file}", text)[0], 200)
        self.assertEqual(self.server.read("rules/harbour.yaml"), text)
        self.assertEqual(sorted(os.listdir(self.server.path + "/rules")), ["harbour.yaml"])
        self.server.write("rules/harbour.yaml", RULES)
        status, _, content = self.ask("POST", f"/api/save?file={file}", text + "# mine\n")
        self.assertEqual(status, 409)
        self.assertIn("was changed by another program", json.loads(content)["error"])
        self.assertEqual(self.server.read("rules/harbour.yaml"), RULES)
        self.assertEqual(self.ask("POST", f"/api/reread?file={file}")[0], 200)

    def test_broken_requests_do_no_harm(self):
        for request in (b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x00\xa5\x01\x00", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
                        b"POST /api/edit HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(4096):
                    pass
        self.assertEqual(self.ask("GET", "/api/state")[0], 200)

    def test_only_this_machine_is_served(self):
        own = socket.gethostbyname(socket.gethostname())
        if not own.startswith("127."):
            with self.assertRaises(OSError):
                socket.create_connection((own, self.server.port), timeout=5).close()


class ShippedRulesTest(Asking):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM, with_shipped_rules=True)

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def test_shipped_rules_are_tried_and_not_written(self):
        state = json.loads(self.ask("GET", "/api/state")[2])
        self.assertEqual([file["editable"] for file in state["files"]].count(True), 1)
        text = json.loads(self.ask("GET", "/api/file?file=0")[2])["saved"]
        self.assertEqual(self.ask("POST", "/api/edit?file=0", text + "# tried\n")[0], 200)
        status, _, content = self.ask("POST", "/api/save?file=0", text + "# tried\n")
        self.assertEqual(status, 409)
        self.assertIn("is not in a folder of yours", json.loads(content)["error"])
        self.assertEqual(self.ask("POST", "/api/edit?file=0", text)[0], 200)
        with open(state["files"][0]["path"], encoding="utf-8") as shipped:
            self.assertEqual(shipped.read(), text)


class ProjectTest(Asking):
    def test_a_project_is_shown_without_its_articles(self):
        with Server(PROGRAM, {"debate.txt": DEBATE, "quay.txt": "Mara Quill bemoans the quay.\n"}, with_project=True) as self.server:
            for name in os.listdir(self.server.path + "/articles"):
                os.remove(f"{self.server.path}/articles/{name}")
            articles = json.loads(self.ask("GET", "/api/articles")[2])["articles"]
            self.assertEqual([article["name"] for article in articles], ["debate.txt", "quay.txt"])
            findings = json.loads(self.ask("GET", "/api/article?article=1")[2])["findings"]
            self.assertEqual([finding["text"] for finding in findings], ["Mara Quill -> opposes -> quay"])
            self.ask("POST", "/api/edit?file=0", RULES.replace("- bemoan", "- lament"), Content_Type="text/plain")
            while True:
                told = json.loads(self.ask("GET", "/api/changes")[2])
                if told["corpus"]["done"] == 2:
                    break
            self.assertEqual(sorted((change["status"], change["text"]) for change in told["changes"]),
                             [("gained", "Dunstan Pell -> opposes -> night ferry"), ("lost", "Mara Quill -> opposes -> night ferry"),
                              ("lost", "Mara Quill -> opposes -> quay")])

    def test_no_project_and_no_articles(self):
        for arguments, code, words in ((["-p", "/nowhere"], 2, "error[SG0009]: '/nowhere' holds no stances.db"),
                                       (["/nowhere"], 3, "error[SG0013]: no article was read, so there is nothing to show"),
                                       ([__file__, "--port", "70000"], 4, "error[SG4007]: port 70000 cannot be had")):
            done = subprocess.run([PROGRAM, "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual(done.returncode, code, arguments)
            self.assertEqual(done.stdout, "")
            self.assertIn(words, done.stderr)


class EndTest(unittest.TestCase):
    def test_interruption_ends_it_cleanly(self):
        with Server(PROGRAM) as server:
            self.assertEqual(server.stop(), 0)
            self.assertEqual(server.process.stderr.read(), "")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
