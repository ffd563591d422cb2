#!/usr/bin/env python3
"""Merge and export a graph of many claims with the real program: processor seconds and memory of each step.

usage: graph_bench.py PROGRAM FOLDER [CLAIMS]

Writes CLAIMS random claims (a million by default; 30 a document, actors and subjects with a long tail) into two files of
FOLDER that overlap, merges them, and exports the graph and its networks.
"""
import json
import os
import random
import resource
import subprocess
import sys
import time


def write_claims(path, first, last, count):
    """Claims by number, of `count` in all: the same in every run and file."""
    with open(path, "w", encoding="utf8") as file:
        for number in range(first, last):
            dice = random.Random(number)
            actor = int(dice.random() ** 2 * count / 10)
            polarity = dice.choice([-0.7, 0.0, 0.7])
            file.write(json.dumps({
                "id": f"c:{number:016x}", "doc": f"article-{number // 30:06}.txt",
                "source": {"outlet": f"Outlet {int(dice.random() ** 2 * 40)}", "title": "", "url": "",
                           "date": f"2025-{1 + dice.randrange(9):02}-{1 + dice.randrange(28):02}", "author": ""},
                "speaker": {"name": f"Given{actor % 97} Family{actor}", "kind": "person", "text": "", "start": 0, "end": 0,
                            "resolved_by": "name"},
                "stance": {"label": f"stance {polarity}", "polarity": polarity, "negated": False, "modality": "asserted"},
                "subject": {"name": f"subject {int(dice.random() ** 3 * count / 50)}", "text": "", "start": 0, "end": 0,
                            "from": "phrase"},
                "cue": {"text": "said", "start": number, "end": number + 4}, "statement": {"kind": "", "spans": []},
                "sentence": {"start": 0, "end": 0, "line": 1},
                "quote": "A sentence of about the length that sentences in newspapers have, on average, more or less.",
                "rule": "random", "entry": "", "certainty": 0.5}) + "\n")


def measured(name, arguments):
    """Runs and prints: processor seconds, seconds on the clock, memory at its highest."""
    begin = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    messages = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = usage.ru_utime + usage.ru_stime
    print(f"{name:34} {seconds:8.1f} s processor {time.monotonic() - begin:8.1f} s clock {usage.ru_maxrss / 1024:8.0f} MB",
          "" if status == 0 else f"  exit {status}", flush=True)
    for line in messages.splitlines():
        print("    " + line)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    program, folder = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) == 4 else 1_000_000
    os.makedirs(folder, exist_ok=True)
    shards = [os.path.join(folder, "a.jsonl"), os.path.join(folder, "b.jsonl")]
    write_claims(shards[0], 0, count * 3 // 5, count)
    write_claims(shards[1], count * 2 // 5, count, count)
    project = os.path.join(folder, "project")
    measured(f"merge {count} claims", [program, "merge", *shards, "-o", project, "--force", "--quiet"])
    for target, options in (("stances.gexf", []), ("stances.graphml", []), ("claims.ttl", []),
                            ("congruence.gexf", ["--network", "congruence"]),
                            ("congruence-500.gexf", ["--network", "congruence", "--top", "500"]),
                            ("subtract.edges.csv", ["--network", "subtract", "--no-evidence"]),
                            ("outlets.matrix.csv", ["--network", "outlets"]),
                            ("affiliation.edges.csv", ["--network", "affiliation", "--no-evidence"])):
        measured("export " + target, [program, "export", os.path.join(folder, target), "-p", project, *options])
    measured("networks", [program, "networks", "-p", project])
    measured("networks --top 500", [program, "networks", "-p", project, "--top", "500"])
    print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
