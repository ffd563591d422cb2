#!/usr/bin/python3
"""Counts certainty again: writes RULES/80-certainty.yaml from hand-marked attributions and verdicts on claims.

usage: fit_certainty.py PROGRAM RULES ARTICLES_DIR [--verdicts FILE]... [--checks FILE]... [--out FILE]

ARTICLES_DIR holds <name>.txt and gold.jsonl in the form of attribution_verdicts.py. A fifth of the articles (by a hash of
their names) is held aside: certainty is fitted on the others and on the claims that --verdicts judge, the calibration
table comes from those held aside and from --checks (JSONL lines {"id": "c:…", "right": true}; see rules/README.md).
Prints the counts of both.
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def is_held_aside(name):
    return int(hashlib.md5(name.encode()).hexdigest()[:2], 16) % 5 == 0


class Fitting:
    def __init__(self, program, rules, articles, folder):
        self.program, self.articles, self.folder = program, articles, folder
        self.rules = os.path.join(folder, "rules")
        shutil.copytree(rules, self.rules)
        self.table = os.path.join(self.rules, "80-certainty.yaml")

    def build(self):
        project = os.path.join(self.folder, "out")
        subprocess.run([self.program, "build", self.articles, "-o", project, "-q", "--rules", self.rules,
                        "--only-rules"], check=True, stderr=subprocess.DEVNULL)
        return project

    def marked(self, project, part):
        """Verdicts on the attributions of one part of the articles."""
        gold = os.path.join(self.folder, "gold_%s.jsonl" % part)
        with open(os.path.join(self.articles, "gold.jsonl"), encoding="utf-8") as lines, \
                open(gold, "w", encoding="utf-8") as out:
            out.writelines(line for line in lines
                           if is_held_aside(json.loads(line)["doc"]) == (part == "aside"))
        verdicts = os.path.join(self.folder, "verdicts_%s.jsonl" % part)
        with open(verdicts, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "attribution_verdicts.py"), gold, self.articles,
                            os.path.join(project, "attributions.jsonl")], check=True, stdout=out)
        return verdicts

    def measure(self, project, verdicts, action):
        print("== " + action.strip("-"), flush=True)
        subprocess.run([self.program, "rules", "measure", *verdicts, "-p", project, "--rules", self.rules,
                        "--only-rules", action, self.table], check=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("rules")
    parser.add_argument("articles")
    parser.add_argument("--verdicts", action="append", default=[])
    parser.add_argument("--checks", action="append", default=[])
    parser.add_argument("--out")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fitting = Fitting(args.program, args.rules, args.articles, folder)
        project = fitting.build()
        fitting.measure(project, [fitting.marked(project, "learn"), *args.verdicts], "--fit")
        project = fitting.build()
        fitting.measure(project, [fitting.marked(project, "aside"), *args.checks], "--check")
        with open(fitting.table, encoding="utf-8") as table, \
                open(args.out or os.path.join(args.rules, "80-certainty.yaml"), "w", encoding="utf-8") as out:
            out.write("# yaml-language-server: $schema=./rules.schema.json\n" + table.read())


if __name__ == "__main__":
    main()
