#!/usr/bin/python3
"""Turns hand-marked attributions into verdicts on those of a build, for `stancegraph rules measure`.

usage: attribution_verdicts.py GOLD.jsonl ARTICLES_DIR PROJECT/attributions.jsonl > verdicts.jsonl

GOLD has one line an article: {"doc": name, "attributions": [{"source": [[start, end]..], "content": [[start, end]..]}..]},
offsets in UTF-8 bytes of ARTICLES_DIR/<name>.txt, half-open. Each attribution of these articles gives one line,
{"id": …, "right": true} or {"id": …, "right": false, "wrong": "content" or "speaker"}. It is right when a marked one has
at least half of the words of both contents together, and the speakers share a word, or neither names one; each marked
one makes at most one right. Articles that GOLD has not are left out.
"""
import json
import os
import re
import sys

WORD = re.compile(r"\w+")


class Words:
    """The words of an article by byte offset."""

    def __init__(self, raw):
        text = raw.decode("utf-8")
        self.spans, byte, at = [], 0, 0
        for word in WORD.finditer(text):
            byte += len(text[at:word.start()].encode("utf-8"))
            end = byte + len(word.group().encode("utf-8"))
            self.spans.append((byte, end))
            byte, at = end, word.end()

    def within(self, spans):
        return frozenset(i for i, (begin, end) in enumerate(self.spans)
                         if any(begin < last and first < end for first, last in spans))


def are_alike(one, other):
    both = len(one & other)
    return both > 0 and both >= 0.5 * (len(one) + len(other) - both)


def is_same_speaker(one, other):
    return bool(one & other) if one and other else not one and not other


def matching(edges):
    """A largest one-to-one choice of edges: {marked: found}."""
    of_marked = {}

    def place(found, seen):
        for marked in edges[found]:
            if marked not in seen:
                seen.add(marked)
                if marked not in of_marked or place(of_marked[marked], seen):
                    of_marked[marked] = found
                    return True
        return False

    for found in range(len(edges)):
        place(found, set())
    return of_marked


def spans_of(value):
    items = value if isinstance(value, list) else [value] if value else []
    return [(item["start"], item["end"]) if isinstance(item, dict) else tuple(item) for item in items]


def verdicts(words, marked, found):
    gold = [(words.within(spans_of(item["source"])), words.within(spans_of(item["content"]))) for item in marked]
    ours = [(words.within(spans_of(item["speaker"])), words.within(spans_of(item["content"]))) for item in found]
    alike = [[j for j, theirs in enumerate(gold) if are_alike(one[1], theirs[1])] for one in ours]
    right = set(matching([[j for j in row if is_same_speaker(ours[i][0], gold[j][0])]
                          for i, row in enumerate(alike)]).values())
    for i, item in enumerate(found):
        verdict = {"id": item["id"], "right": i in right}
        if i not in right:
            verdict["wrong"] = "speaker" if alike[i] else "content"
        yield verdict


def main(gold_file, articles, attribution_file):
    found = {}
    with open(attribution_file, encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            found.setdefault(os.path.splitext(os.path.basename(item["doc"]))[0], []).append(item)
    with open(gold_file, encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            with open(os.path.join(articles, article["doc"] + ".txt"), "rb") as text:
                words = Words(text.read())
            for verdict in verdicts(words, article["attributions"], found.get(article["doc"], [])):
                print(json.dumps(verdict))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.setrecursionlimit(10000)
    main(*sys.argv[1:])
