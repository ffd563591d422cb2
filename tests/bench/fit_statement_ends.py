#!/usr/bin/python3
"""Counts again where statements end: writes RULES/81-statement-ends.yaml from hand-marked attributions.

usage: fit_statement_ends.py STATEMENT_ENDS PROGRAM RULES ARTICLES_DIR [--out FILE]

STATEMENT_ENDS is the program of that name (cmake --preset bench). ARTICLES_DIR holds <name>.txt and gold.jsonl in the
form of attribution_verdicts.py, with "cue" beside "source" and "content". A fifth of the articles is held aside, as by
fit_certainty.py. An attribution counts where a marked one has its cue and its speaker; a pause inside it is an end where
what stands before fits the marked content better than the whole. Logistic regression with a ridge (Hosmer and Lemeshow,
Applied Logistic Regression, chapter 2); pauses that decide whether half of the words are shared count tenfold. Prints
what the ends change in both parts.
"""
import argparse
import collections
import json
import math
import os
import shutil
import subprocess
import tempfile

from attribution_verdicts import Words, is_same_speaker, spans_of
from fit_certainty import is_held_aside

LEAST_COUNT = 5
RIDGE = 5.0
DECISIVE, OTHER = 3.0, 0.3
HEAD = """# yaml-language-server: $schema=./rules.schema.json
# Where statements end, counted. Written by a program (rules/README.md, "Where a statement ends"):
# count again rather than edit.
stancegraph: 1

statement_ends:
"""


def share(one, other):
    return len(one & other) / max(1, len(one | other))


def cases(lines, gold, articles):
    """For each attribution that has a marked one: what it shares with that, and for each pause what it tells and what
    the words before it share."""
    words = {}
    for item in map(json.loads, lines):
        doc = item["doc"]
        if doc not in gold or not item["ends"]:
            continue
        if doc not in words:
            with open(os.path.join(articles, doc + ".txt"), "rb") as file:
                words[doc] = Words(file.read())
        within = words[doc].within
        content, cue = within(item["content"]), within([item["cue"]])
        speaker = within([item["speaker"]]) if item["speaker"][1] else frozenset()
        marked = [within(spans_of(other["content"])) for other in gold[doc]
                  if cue & within(spans_of(other["cue"]))
                  and is_same_speaker(speaker, within(spans_of(other["source"])))]
        best = max(marked, key=lambda other: share(content, other), default=frozenset())
        if not content & best or min(content) < max(cue, default=0):
            continue
        ends = []
        for end in item["ends"]:
            before = frozenset(word for word in content if words[doc].spans[word][0] < end["at"])
            ends.append((end["tells"], share(before, best)))
        yield doc, share(content, best), ends


def fit(rows, size):
    """Newton's method; rows are (features, truth, weight), feature 0 is that of all rows and bears no ridge."""
    beta = [0.0] * size
    for _ in range(25):
        gradient = [-RIDGE * b for b in beta]
        gradient[0] = 0.0
        hessian = [[0.0] * size for _ in range(size)]
        for i in range(1, size):
            hessian[i][i] = RIDGE
        for features, truth, weight in rows:
            p = 1 / (1 + math.exp(-sum(beta[f] for f in features)))
            for f in features:
                gradient[f] += weight * (truth - p)
                row = hessian[f]
                for g in features:
                    row[g] += weight * p * (1 - p)
        step = solve(hessian, gradient)
        beta = [b + s for b, s in zip(beta, step)]
        if max(map(abs, step)) < 1e-7:
            break
    return beta


def solve(matrix, vector):
    """Cholesky."""
    size = len(vector)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            value = matrix[i][j] - sum(a * b for a, b in zip(lower[i][:j], lower[j][:j]))
            lower[i][j] = math.sqrt(value) if i == j else value / lower[j][j]
    forward = []
    for i in range(size):
        forward.append((vector[i] - sum(a * b for a, b in zip(lower[i][:i], forward))) / lower[i][i])
    solution = [0.0] * size
    for i in reversed(range(size)):
        solution[i] = (forward[i] - sum(lower[k][i] * solution[k] for k in range(i + 1, size))) / lower[i][i]
    return solution


def count(found):
    """The counts {(kind, value): [ends, all]} and the odds by the same keys; the base under None."""
    rows, counts = [], collections.defaultdict(lambda: [0, 0])
    for _, whole, ends in found:
        for tells, before in ends:
            for key in tells.items():
                counts[key][0] += before > whole
                counts[key][1] += 1
    places = {key: i + 1 for i, key in enumerate(sorted(k for k, (_, of) in counts.items() if of >= LEAST_COUNT))}
    for _, whole, ends in found:
        for tells, before in ends:
            is_decisive = (before >= 0.5) != (whole >= 0.5)
            rows.append(([0] + [places[key] for key in tells.items() if key in places], before > whole,
                         DECISIVE if is_decisive else OTHER))
    beta = fit(rows, len(places) + 1)
    odds = {key: math.exp(beta[place]) for key, place in places.items()}
    odds[None] = math.exp(beta[0])
    return counts, odds


def report(name, found, odds):
    won = lost = cut = 0
    for _, whole, ends in found:
        for tells, before in ends:
            if odds[None] * math.prod(odds.get(key, 1.0) for key in tells.items()) > 1:
                cut += 1
                won += before >= 0.5 > whole
                lost += whole >= 0.5 > before
                break
    print("%s: %d statements with a pause, %d ended there, %d of them right by that and %d wrong"
          % (name, len(found), cut, won, lost))


def write(path, counts, odds):
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD + "  odds: %.4g\n" % odds[None])
        kinds = list(dict.fromkeys(kind for kind, _ in counts))
        for kind in kinds:
            out.write("  %s:\n" % kind)
            for key in sorted(key for key in odds if key and key[0] == kind):
                ends, of = counts[key]
                out.write("    %s: {odds: %.4g, right: %d, of: %d}\n"
                          % (json.dumps(key[1], ensure_ascii=False), odds[key], ends, of))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("lister", "program", "rules", "articles"):
        parser.add_argument(name)
    parser.add_argument("--out")
    args = parser.parse_args()
    with open(os.path.join(args.articles, "gold.jsonl"), encoding="utf-8") as lines:
        gold = {item["doc"]: item["attributions"] for item in map(json.loads, lines)}
    with tempfile.TemporaryDirectory() as folder:
        rules = os.path.join(folder, "rules")
        shutil.copytree(args.rules, rules, ignore=shutil.ignore_patterns("81-statement-ends.yaml"))
        run = subprocess.run([args.lister, rules, args.articles], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    found = list(cases(run.stdout.splitlines(), gold, args.articles))
    learn = [case for case in found if not is_held_aside(case[0])]
    counts, odds = count(learn)
    report("counted on", learn, odds)
    report("held aside", [case for case in found if is_held_aside(case[0])], odds)
    path = args.out or os.path.join(args.rules, "81-statement-ends.yaml")
    write(path, counts, odds)
    subprocess.run([args.program, "rules", "fmt", path], check=True)


if __name__ == "__main__":
    main()
