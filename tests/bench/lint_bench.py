#!/usr/bin/python3
"""How long `rules lint` takes on a folder of many rules.

usage: lint_bench.py PROGRAM [--rules N] [--keep FOLDER]

Writes N rules (10,000) over files of 200, with lists of their own, macros, slots and examples: a quarter start from one
shared list, a quarter from a word of their own, the others from a list of their own; one in ten
repeats or shadows another. Then the same with a mistake in one rule of a hundred. Prints time and processor time of the
whole command and how much was found.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

HEAD = """stancegraph: 1
stances: {praises: {polarity: 1}, rejects: {polarity: -1}}
lexicons:
  preposition: {words: [about, "on", over]}
  shared: {pos: verb, stance: praises, words: [praise, hail, laud, "reject: rejects", back, support]}
"""


def rule(number, has_mistakes):
    kind = number % 4
    cue = ("@shared", f"cueword{number}", f"@list_{number}", f"@list_{number}")[kind]
    match = f"speaker:SPEAKER ...{1 + number % 8}(no VERB | COMMA) cue:{cue} (the | a)? subject:NP"
    if number % 10 == 3:
        match = f"cue:@list_{number - 1} subject:NP"
    if has_mistakes and number % 100 == 7:
        match = match.replace("SPEAKER", "SPEKER")
    lines = [f"  - rule: rule_{number}", f"    title: the rule of number {number}", f"    match: {match}",
             f"    priority: {number % 100}", "    slots:", "      target?: cue >whom"]
    if kind == 1:
        lines.append("    emit: {stance: praises}")
    lines += ["    examples:", f"      - text: Mara Lindqvist praised the ferry number {number}.",
              "        gives: Mara Lindqvist -> praises -> ferry", "      - text: Mara Lindqvist slept.",
              "        gives: nothing"]
    return "\n".join(lines)


def write(folder, count, has_mistakes):
    with open(os.path.join(folder, "00-lists.yaml"), "w", encoding="utf-8") as out:
        out.write(HEAD)
    for first in range(0, count, 200):
        numbers = range(first, min(first + 200, count))
        with open(os.path.join(folder, f"rules-{first:06}.yaml"), "w", encoding="utf-8") as out:
            out.write("stancegraph: 1\nstage: stance\n\nlexicons:\n")
            for number in numbers:
                out.write(f"  list_{number}: {{pos: verb, stance: praises, words: [verb{number}, verb{number} about, "
                          f"stem{number % 500}]}}\n")
            out.write("\nrules:\n" + "\n\n".join(rule(number, has_mistakes) for number in numbers) + "\n")


def measure(program, folder, action):
    begin, before = time.time(), os.times()
    done = subprocess.run([program, "rules", *action, folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"rules {' '.join(action)}: {time.time() - begin:.2f} s, processor {processor:.2f} s, "
          f"{done.stdout.count('[SG')} findings, {done.stderr.splitlines()[-1]}", flush=True)
    if done.returncode not in (0, 1, 2):
        sys.exit(done.stderr)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("--rules", type=int, default=10000)
    parser.add_argument("--keep")
    args = parser.parse_args()
    for has_mistakes in (False, True):
        with tempfile.TemporaryDirectory() as temporary:
            folder = args.keep or temporary
            os.makedirs(folder, exist_ok=True)
            write(folder, args.rules, has_mistakes)
            measure(args.program, folder, ["lint", "--only-rules"])
            if not has_mistakes:
                measure(args.program, folder, ["fmt", "--check"])


if __name__ == "__main__":
    main()
