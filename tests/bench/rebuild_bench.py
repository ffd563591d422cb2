#!/usr/bin/python3
"""Measures how fast `stancegraph build` follows an edit of the rules.

usage: rebuild_bench.py PROGRAM FOLDER [--copies N] [--rules FOLDER] [--word LIST:WORD] [--runs N] [--keep FOLDER]

Takes the .txt articles of FOLDER N times, each time with other file names and with other names of people and places in
the texts (a syllable is added to each of the 300 most frequent), builds them once, and then measures, with --no-files:
nothing changed; a word taken out of one list of the rules, and put back; one article written anew. Prints wall and CPU
seconds (median of the runs), peak memory, and what the program said that it did. Ends with 1 where a rebuild after an
edit and its undoing does not give the claims of the first build.
"""
import argparse
import collections
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "an", "en", "is", "or", "us")]


def frequent_names(texts):
    """Words that stand with a capital inside of sentences and never without, the most frequent first."""
    inside = collections.Counter(word for text in texts for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text))
    small = {word for text in texts for word in re.findall(r"\b[a-z]+\b", text)}
    return [word for word, _ in inside.most_common(600) if word.lower() not in small][:300]


def write_copies(folder, copies, target):
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    texts = [open(os.path.join(folder, name), encoding="utf-8").read() for name in names]
    pattern = re.compile(r"\b(" + "|".join(frequent_names(texts)) + r")\b")
    for copy in range(copies):
        os.makedirs(os.path.join(target, f"{copy:03}"))
        syllable = "" if copy == 0 else SYLLABLES[(copy - 1) % len(SYLLABLES)]
        for name, text in zip(names, texts):
            with open(os.path.join(target, f"{copy:03}", name), "w", encoding="utf-8") as file:
                file.write(pattern.sub(lambda match: match.group() + syllable, text) if syllable else text)
    return len(names) * copies


def edit(rules, word):
    """Takes the word out of the list, or puts it back where it is not there."""
    name, word = word.split(":")
    for where, _, files in os.walk(rules):
        for file in sorted(files):
            path = os.path.join(where, file)
            text = open(path, encoding="utf-8").read()
            begin = re.search(rf"^  {re.escape(name)}:", text, re.M)
            if not file.endswith(".yaml") or begin is None:
                continue
            head, rest = text[:begin.end()], text[begin.end():]
            there = re.search(rf"^      - {re.escape(word)}$\n|(?<=[\[ ]){re.escape(word)}, ", rest, re.M)
            if there is None:
                sys.exit(f"{path}: no entry {word} below {name}")
            with open(path, "w", encoding="utf-8") as out:
                out.write(head + rest[:there.start()] + rest[there.end():])
            return path, text
    sys.exit(f"there is no list {name}")


class Bench:
    def __init__(self, program, articles, rules, project):
        self.command = [program, "build", articles, "-o", project, "--only-rules", "--rules", rules, "--no-files"]

    def run(self):
        begin = time.monotonic()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(errors)
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, errors.strip().splitlines()[-1]


def report(label, runs):
    wall, cpu, peak = (statistics.median(values) for values in list(zip(*runs))[:3])
    print(f"{label:<28}{wall:>9.2f}{cpu:>9.2f}{peak:>9.0f}   {runs[-1][3]}", flush=True)


def count_of(project):
    with sqlite3.connect(os.path.join(project, "stances.db")) as store:
        rows = store.execute("SELECT count(*), total(certainty) FROM claim").fetchone()
        return rows[0], round(rows[1], 6)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--rules", default=os.path.join(os.path.dirname(__file__), "../../rules"))
    parser.add_argument("--word", default="say:insist")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", help="the folder to work in, which stays; its articles are used again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        where = arguments.keep or scratch
        articles, rules, project = (os.path.join(where, name) for name in ("articles", "rules", "project"))
        if not os.path.exists(articles):
            write_copies(arguments.folder, arguments.copies, articles)
        shutil.rmtree(rules, ignore_errors=True)
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(arguments.rules, rules)
        bench = Bench(arguments.program, articles, rules, project)
        print(f"{'':<28}{'wall s':>9}{'CPU s':>9}{'peak MiB':>9}")
        report("first build", [bench.run()])
        first = count_of(project)
        report("nothing changed", [bench.run() for _ in range(arguments.runs)])
        without, back = [], []
        for _ in range(arguments.runs):
            path, text = edit(rules, arguments.word)
            without.append(bench.run())
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            back.append(bench.run())
        report(f"without {arguments.word}", without)
        report(f"with {arguments.word} again", back)
        same = count_of(project) == first
        some = os.path.join(articles, sorted(os.listdir(articles))[0])
        some = os.path.join(some, sorted(os.listdir(some))[0])
        with open(some, "a", encoding="utf-8") as file:
            file.write("\nMayor Ida Brandt supports the ferry.\n")
        report("one article written anew", [bench.run()])
        size = os.path.getsize(os.path.join(project, "stances.db"))
        print(f"claims {first[0]}   project file {size / 2**20:.0f} MiB   the same after the edit is undone: {same}")
        sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
