#!/usr/bin/env python3
"""Merges the same claims in many splits and orders, with repeats and under several locales: every byte must be the same.

usage: merge_shards.py PROGRAM FOLDER ARTICLES [ROUNDS]

Random claims, some of them disputed (one id, two texts), are dealt out to files, each to one or more of them, in any order.
`merge` reads the files in any order; what it writes, and exports and answers made of it, are compared with those of one file.
ARTICLES are built with several numbers of threads. Locales are made by localedef, where it is there. Exits with 1 and a line
for each file that differs.
"""
import json
import os
import random
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "networks"))
import reference

LOCALES = ("de_DE", "tr_TR")
NAMES = ("IŞIK Kaya", "ışık kaya", "Işık Kaya", "ISIK Kaya", "İnci Ek", "inci ek", "Ek", "straße 1,5", "STRASSE 1,5")
EXPORTS = (["-f", "json"], ["-f", "turtle"], ["-f", "csv"], ["-f", "nodes-csv"], ["-f", "edges-csv"], ["-f", "gexf", "--dynamic"],
           ["-f", "json", "--view", "net"], ["-f", "gexf", "--network", "congruence", "--window", "30", "--dynamic"],
           ["-f", "matrix", "--network", "subtract"], ["-f", "graphml", "--network", "subjects", "--neighbours", "2"])
ANSWERS = (["query", "--format", "json"], ["query", "--contradictions"], ["networks", "--format", "json"], ["actors", "list"])


def environments(folder):
    """The plain one, and one for each locale that can be made."""
    found = [dict(os.environ, LC_ALL="C")]
    for name in LOCALES:
        path = os.path.join(folder, "locales", name + ".UTF-8")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if shutil.which("localedef"):
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", path], capture_output=True)
        if os.path.exists(path):
            found.append(dict(os.environ, LC_ALL=name + ".UTF-8", LOCPATH=os.path.dirname(path)))
    return found


def random_lines(dice, count):
    """Lines of claims; every twentieth has the id of the one before."""
    lines = []
    for number in range(count):
        claim = reference.random_claim(dice, number - (1 if number % 20 == 19 else 0))
        if dice.random() < 0.4:
            claim["speaker"]["name"] = dice.choice(NAMES)
        if dice.random() < 0.2:
            claim["subject"]["name"] = dice.choice(NAMES)
        lines.append(json.dumps(claim, ensure_ascii=dice.random() < 0.5) + "\n")
    return lines


def dealt(dice, lines, folder):
    """Files that hold every line at least once, with some of them shuffled; in any order."""
    files = [[] for _ in range(dice.randint(1, 6))]
    for line in lines:
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            dice.choice(files).append(line)
    paths = []
    for number, held in enumerate(files):
        dice.shuffle(held)
        paths.append(os.path.join(folder, f"shard{number}.jsonl"))
        with open(paths[-1], "w", encoding="utf8") as file:
            file.writelines(held)
    dice.shuffle(paths)
    return paths


def output_of(arguments, environment):
    """What a command prints; its warnings may name files, so only its errors count."""
    finished = subprocess.run(arguments, capture_output=True, env=environment)
    if finished.returncode != 0 or b"error" in finished.stderr:
        sys.exit(f"{' '.join(arguments)}: {finished.stderr.decode()}")
    return finished.stdout


def files_of(project):
    """All but the project file, which holds times."""
    found = {}
    for name in sorted(os.listdir(project)):
        if not name.startswith((".", "stances.db")):
            with open(os.path.join(project, name), "rb") as file:
                found[name] = file.read()
    return found


def merged(program, paths, project, environment):
    shutil.rmtree(project, ignore_errors=True)
    found = {"merge": output_of([program, "merge", *paths, "-o", project], environment)}
    found.update(files_of(project))
    for options in EXPORTS:
        found["export " + " ".join(options)] = output_of([program, "export", "-", "-p", project, *options], environment)
    for command in ANSWERS:
        found[" ".join(command)] = output_of([program, *command, "-p", project], environment)
    return found


def built(program, articles, project, threads, environment):
    shutil.rmtree(project, ignore_errors=True)
    output_of([program, "build", articles, "-o", project, "--quiet", "--threads", str(threads)], environment)
    return files_of(project)


def differences(where, wanted, found):
    faults = [f"{where}: {name} differs" for name in wanted if found.get(name) != wanted[name]]
    return faults + [f"{where}: {name} is new" for name in found if name not in wanted]


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    program, folder, articles = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) == 5 else 8
    os.makedirs(folder, exist_ok=True)
    locales = environments(folder)
    dice = random.Random(7)
    lines = random_lines(dice, 300)
    whole = os.path.join(folder, "whole.jsonl")
    with open(whole, "w", encoding="utf8") as file:
        file.writelines(lines)
    project = os.path.join(folder, "project")
    wanted = merged(program, [whole], project, locales[0])
    faults = []
    for number in range(rounds):
        environment = locales[number % len(locales)]
        found = merged(program, dealt(dice, lines, folder), project, environment)
        faults += differences(f"round {number}, {environment['LC_ALL']}", wanted, found)
    wanted_build = built(program, articles, project, 1, locales[0])
    for number, environment in enumerate(locales):
        found = built(program, articles, project, 2 + number, environment)
        faults += differences(f"{2 + number} threads, {environment['LC_ALL']}", wanted_build, found)
    print("\n".join(faults[:20] + [f"{rounds} splits, {len(locales)} locales, {len(wanted)} outputs, {len(faults)} differences"]))
    return 1 if faults or not wanted_build else 0


if __name__ == "__main__":
    sys.exit(main())
