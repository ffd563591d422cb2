#!/usr/bin/python3
"""Score the claims of a build against the expected claims beside the articles of a corpus.

usage: corpus_score.py CLAIMS.jsonl CORPUS_DIR [--texts TEXTS.jsonl] [--misses] [--spurious]
                       [--min-recall [LEVEL=]PERCENT] [--min-precision [LEVEL=]PERCENT]
       corpus_score.py --check CORPUS_DIR          only checks that the .claims files are well formed

An article FILE has its expectations in FILE.claims (format: corpus/README.md). An expectation is found when the cue or
the content of a claim of the same document overlaps the quoted piece of text; each level includes those above it:

  found     some claim stands at the piece
  speaker   ... with the expected speaker
  sign      ... whose polarity has the sign of the expected label
  label     ... with the expected stance label
  subject   ... and about the expected subject
  triple    speaker, sign and subject, whatever the label (the graph's edge)

Recall counts expectations, precision counts claims; claims at a `?` line alone count for nothing, and a claim at a
`!` line is a violation. The offsets of HTML and Markdown count in the text that the program took out of the file;
claims are aligned with the file by the words of cue, speaker and subject. --texts brings the texts themselves,
lines {"doc": name, "text": text as read}.

Exit code 0; 1 when a minimum is not reached or a `!` line is violated; 2 when an input cannot be used.
"""
import argparse
import collections
import json
import os
import re
import signal
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from corpus_claims import (CorpusError, load_corpus, locate, names_agree, sign_of)  # noqa: E402

LEVELS = ("found", "speaker", "sign", "label", "subject", "triple")
MODALITIES = ("possible", "reported", "conditional", "question", "future")


def part(claim, key):
    value = claim.get(key)
    return value if isinstance(value, dict) else {}


def evidence(claim):
    """Byte spans of cue and content; of the sentence where a claim has neither."""
    def spans(key):
        value = claim.get(key)
        found = value if isinstance(value, list) else [value]
        return [(s["start"], s["end"]) for s in found if isinstance(s, dict) and "start" in s and "end" in s]
    return spans("cue") + spans("content") or spans("sentence")


def speaker_agrees(expected, claim):
    names = list(expected)
    if "AUTHOR" in names:
        source = part(claim, "source")
        names += [source.get("outlet") or "AUTHOR", source.get("author") or "AUTHOR", "the author"]
    return names_agree(names, part(claim, "speaker").get("name", ""))


def levels_reached(expectation, claim):
    speaker = speaker_agrees(expectation.speakers, claim)
    stance = part(claim, "stance")
    sign = sign_of(stance.get("polarity"))
    subject = names_agree(expectation.subjects, part(claim, "subject").get("name", ""))
    by_sign = any(s in (sign, "*") for _, s in expectation.labels)
    by_label = any(s in (sign, "*") and label == stance.get("label") for label, s in expectation.labels)
    reached = {"found"}
    for level, holds in (("speaker", speaker), ("sign", by_sign), ("label", by_label), ("subject", subject)):
        if not holds:
            break
        reached.add(level)
    if speaker and by_sign and subject:
        reached.add("triple")
    return reached


def flags_of(claim):
    stance = part(claim, "stance")
    flags = {"negated"} if stance.get("negated") else set()
    return flags | ({stance.get("modality")} & set(MODALITIES))


class Placement:
    """Tells which claims of one document stand at which piece of its text.

    Offsets count in the text that the program read. Where the text at hand is another one (a page read by other means),
    each claim is moved to where its cue, speaker and subject stand at the same distances.
    """

    def __init__(self, document, claims, text):
        self.pieces = {}
        self.text = text if text is not None else document.text
        self.data = self.text.encode()
        self.shifts, self.lost = {}, 0
        shift = 0
        for claim in sorted(claims, key=lambda c: part(c, "cue").get("start", 0)):
            found = self.shift_of(claim, shift)
            self.lost += found is None
            shift = shift if found is None else found
            self.shifts[id(claim)] = found

    def shift_of(self, claim, usual):
        parts = [(part(claim, key).get("start"), part(claim, key).get("text")) for key in ("cue", "speaker", "subject")]
        known = [(start, words.encode()) for start, words in parts if isinstance(start, int) and words]
        if not known:
            return 0
        start, cue = known[0]
        shifts = [m.start() - start for m in re.finditer(re.escape(cue), self.data)]
        fits = {d: sum(self.data[s + d:s + d + len(w)] == w for s, w in known if s + d >= 0) for d in shifts}
        return max(shifts, key=lambda d: (fits[d], -abs(d - usual)), default=None)

    def at(self, claim, piece, whole=True):
        """Whether the claim stands at the piece; not `whole`: whether its cue does."""
        shift = self.shifts[id(claim)]
        if shift is None:
            return False
        if piece not in self.pieces:
            self.pieces[piece] = locate(piece, self.text)
        cue = part(claim, "cue")
        spans = evidence(claim) if whole else [(cue.get("start", -1), cue.get("end", -1))]
        return any(start + shift < b and a < end + shift for start, end in spans for a, b in self.pieces[piece])


class Score:
    def __init__(self):
        self.recall = collections.Counter()
        self.precision = collections.Counter()
        self.expected = self.counted = 0
        self.constructions = collections.defaultdict(lambda: [0, 0])
        self.flags = [0, 0]
        self.misses, self.spurious, self.violations, self.lost = [], [], [], []

    def add_document(self, document, claims, text):
        place = Placement(document, claims, text)
        if place.lost:
            self.lost.append(f"{document.name}: {place.lost}")
        reached_by_claim = [set() for _ in claims]
        for expectation in document.expectations:
            self.add_expectation(document, expectation, claims, place, reached_by_claim)
        for claim, reached in zip(claims, reached_by_claim):
            if not reached and any(place.at(claim, piece) for piece in document.open):
                continue
            self.counted += 1
            self.precision.update(reached)
            if not reached:
                self.spurious.append((document.name, claim))
        for piece in document.forbidden:
            self.violations += [(document.name, piece, c) for c in claims if place.at(c, piece, whole=False)]

    def add_expectation(self, document, expectation, claims, place, reached_by_claim):
        best, best_flags = set(), None
        for claim, reached_so_far in zip(claims, reached_by_claim):
            if not place.at(claim, expectation.piece):
                continue
            reached = levels_reached(expectation, claim)
            reached_so_far |= reached
            right_flags = flags_of(claim) == expectation.flags
            if "triple" in reached and not best_flags:
                best_flags = right_flags
            best |= reached
        self.expected += 1
        self.recall.update(best)
        for construction in expectation.constructions:
            self.constructions[construction][0] += "triple" in best
            self.constructions[construction][1] += 1
        if best_flags is not None:
            self.flags[0] += best_flags
            self.flags[1] += 1
        if "subject" not in best:
            self.misses.append((document.name, expectation, best))

    def percent(self, which, level):
        counts, total = (self.recall, self.expected) if which == "recall" else (self.precision, self.counted)
        return 100 * counts[level] / total if total else 0.0

    def print_table(self):
        print(f"{self.expected} expected claims, {self.counted} claims counted")
        for level in LEVELS:
            r, p = self.percent("recall", level), self.percent("precision", level)
            print(f"{level:9} recall {r:5.1f}  precision {p:5.1f}  F1 {2 * p * r / (p + r) if p + r else 0:5.1f}")
        print(f"negation and modality right: {self.flags[0]} of {self.flags[1]} triples")
        print("triples by construction:")
        for name, (found, total) in sorted(self.constructions.items(), key=lambda item: (-item[1][1], item[0])):
            print(f"  {name:28} {found:3} of {total:3}")
        for name in self.lost:
            print(f"claims whose cue is not in the text at hand: {name}")
        for name, piece, claim in self.violations:
            print(f"FORBIDDEN {name}: {shown(claim)} | {piece}")


def shown(claim):
    triple = [part(claim, "speaker").get("name"), part(claim, "stance").get("label"), part(claim, "subject").get("name")]
    return " -> ".join(str(x) for x in triple) + f" [{claim.get('rule')}, cue “{part(claim, 'cue').get('text')}”]"


def read_lines(path):
    with open(path, encoding="utf8") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise CorpusError(f"{path}:{number}: not JSON: {error}") from error


def group_by_document(path, corpus):
    grouped, others = collections.defaultdict(list), 0
    for record in read_lines(path):
        document = corpus.find(str(record.get("doc", ""))) if isinstance(record, dict) else None
        if document is None:
            others += 1
        else:
            grouped[document.name].append(record)
    return grouped, others


def minimum(text):
    level, _, number = text.rpartition("=")
    if level and level not in LEVELS:
        raise argparse.ArgumentTypeError(f"no level called {level}; levels: {', '.join(LEVELS)}")
    return level or "triple", float(number)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="?")
    parser.add_argument("corpus")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--texts")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--spurious", action="store_true")
    parser.add_argument("--min-recall", type=minimum, action="append", default=[])
    parser.add_argument("--min-precision", type=minimum, action="append", default=[])
    arguments = parser.parse_args()
    if not arguments.check and not arguments.claims:
        parser.error("CLAIMS.jsonl and CORPUS_DIR are needed")
    return arguments


def check(corpus):
    counts = collections.Counter(c for d in corpus.documents for e in d.expectations for c in e.constructions)
    total = sum(len(d.expectations) for d in corpus.documents)
    forbidden = sum(len(d.forbidden) for d in corpus.documents)
    print(f"{len(corpus.documents)} articles, {total} expected claims, {forbidden} places that must stay empty")
    for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {name:28} {number:3}")


def score(arguments, corpus):
    claims, others = group_by_document(arguments.claims, corpus)
    texts = {}
    if arguments.texts:
        for record in read_lines(arguments.texts):
            document = corpus.find(str(record.get("doc", "")))
            if document is not None:
                texts[document.name] = record["text"]
    result = Score()
    for document in corpus.documents:
        result.add_document(document, claims[document.name], texts.get(document.name))
    result.print_table()
    if others:
        print(f"{others} claims of documents without expectations left aside")
    if arguments.misses:
        for name, wanted, reached in result.misses:
            print(f"MISS {name} reached {[x for x in LEVELS if x in reached]}: {wanted.line}")
    if arguments.spurious:
        for name, claim in result.spurious:
            print(f"SPURIOUS {name}: {shown(claim)}")
    low = [(kind, level, least) for kind, wanted in (("recall", arguments.min_recall), ("precision", arguments.min_precision))
           for level, least in wanted if result.percent(kind, level) < least]
    for kind, level, least in low:
        print(f"TOO LOW {kind} at level {level}: {result.percent(kind, level):.1f}, wanted {least:.1f}")
    return 1 if low or result.violations else 0


def main():
    arguments = parse_arguments()
    try:
        corpus = load_corpus(arguments.corpus)
        if arguments.check:
            check(corpus)
            return 0
        return score(arguments, corpus)
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
