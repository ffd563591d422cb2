#!/usr/bin/env python3
"""Computes discourse networks a second time, with matrices of numpy, and compares them with what the program exports.

usage: reference.py PROGRAM FOLDER PROJECT...

Each PROJECT is a folder that `build` or `merge` wrote; three sets of random claims are made in FOLDER besides. From the
program come who is who (the network `stances`, which names the claims behind each edge) and the results; duplicates,
classes, products, normalisations, windows and kernels are done here, densely and from the formulas of
core/networks/README.md. Exits with 1 and a line for each difference.
"""
import csv
import datetime
import itertools
import json
import math
import os
import random
import sqlite3
import subprocess
import sys

try:
    import numpy
except ImportError:
    sys.exit("the networks cannot be computed a second time without numpy: apt-get install python3-numpy")

POLARITY = numpy.array([1.0, -1.0, 0.0])
RELATIONS = {"congruence": "congruence", "conflict": "conflict", "subtract": "subtract",
             "subjects": "congruence", "subject-conflict": "conflict", "subject-subtract": "subtract",
             "co-occurrence": "both", "subject-co-occurrence": "both", "outlet-co-occurrence": "both",
             "outlets": "congruence", "outlet-conflict": "conflict", "outlet-subtract": "subtract"}
TWO_MODE = {"affiliation": "count", "affiliation-subtract": "balance", "affiliation-combine": "positions",
            "outlet-affiliation": "count", "outlet-affiliation-subtract": "balance"}


def run(program, *arguments):
    finished = subprocess.run([program, *arguments], capture_output=True, text=True)
    if finished.returncode != 0 or "error" in finished.stderr:
        sys.exit(f"{' '.join(arguments)}: {finished.stderr}")
    return finished.stdout


def sign_class(claim):
    """0 for, 1 against, 2 neutral."""
    if claim["stance"]["modality"] in ("question", "conditional"):
        return 2
    polarity = claim["stance"]["polarity"]
    return 0 if polarity > 0.05 else 1 if polarity < -0.05 else 2


def day_of(claim):
    try:
        return datetime.date.fromisoformat(claim["source"]["date"][:10])
    except ValueError:
        return None


class Project:
    """The claims of a project with the ids of their actors, subjects and outlets."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        claims = {}
        with open(os.path.join(folder, "claims.jsonl"), encoding="utf8") as lines:
            for line in lines:
                claim = json.loads(line)
                claims[claim["id"]] = claim
        graph = json.loads(run(program, "export", "-", "-f", "json", "-p", folder))
        outlets = json.loads(run(program, "export", "-", "-f", "json", "-p", folder, "--network", "outlet-affiliation"))
        stories = self.stories_of(claims.values())
        outlet_ids = {node["name"]: node["id"] for node in outlets["nodes"] if node["node_kind"] == "outlet"}
        self.claims = []
        for edge in graph["links"]:
            ids = edge["evidence_ids"].split("|")
            assert len(ids) == edge["claims"], "an edge has more claims than the program lists"
            for claim in (claims[identifier] for identifier in ids):
                self.claims.append({"actor": edge["source"], "subject": edge["target"],
                                    "outlet": outlet_ids.get(claim["source"]["outlet"]), "class": sign_class(claim),
                                    "doc": claim["doc"], "story": stories[claim["doc"]], "day": day_of(claim)})

    def stories_of(self, claims):
        """The story of each document: the project file knows it, or the sentences of the claims tell."""
        store = os.path.join(self.folder, "stances.db")
        if os.path.exists(store):
            with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
                return dict(database.execute("SELECT doc, story FROM sources"))
        return stories_by_sentences(claims)

    def edges(self, *arguments):
        text = run(self.program, "export", "-", "-f", "edges-csv", "--csv-mode", "raw", "--no-evidence", "-p", self.folder,
                   *arguments)
        rows = csv.DictReader(text.splitlines())
        return {(row["Source"], row["Target"]): math.copysign(float(row["Weight"]), float(row["value"])) for row in rows}

    def matrices(self, *arguments):
        """(first day, last day or None) -> {(row heading, column heading): weight}."""
        text = run(self.program, "export", "-", "-f", "matrix", "--csv-mode", "raw", "-p", self.folder, *arguments)
        rows = list(csv.reader(text.splitlines()))
        skipped = 2 if rows[0][0] == "window_first" else 0
        found = {}
        for row in rows[1:]:
            cells = found.setdefault(tuple(row[:skipped]), {})
            for name, weight in zip(rows[0][skipped + 1:], row[skipped + 1:]):
                cells[(row[skipped], name)] = float(weight)
        return found


def stories_by_sentences(claims):
    """Documents are one story that share two sentences of eight words and half of the shorter one's."""
    sentences = {}
    for claim in claims:
        of_document = sentences.setdefault(claim["doc"], set())
        if len(claim.get("quote", "").split()) >= 8:
            of_document.add(claim["quote"])
    story = {document: document for document in sentences}
    for a, b in itertools.combinations(sorted(sentences), 2):
        shared = len(sentences[a] & sentences[b])
        if shared >= 2 and 2 * shared >= min(len(sentences[a]), len(sentences[b])):
            joined = story[b]
            story = {document: story[a] if first == joined else first for document, first in story.items()}
    return story


def group_of(claim, number, policy):
    day = claim["day"]
    if policy == "all":
        return number
    if policy == "ever":
        return 0
    if policy == "story":
        return claim["story"]
    if policy == "document" or day is None:
        return ("document", claim["doc"])
    return {"day": day, "week": tuple(day.isocalendar())[:2], "month": (day.year, day.month), "year": day.year}[policy]


def kernel_weight(claim, window):
    if window is None:
        return 1.0
    if claim["day"] is None:
        return 0.0
    middle, width, kernel = window
    distance = 2 * (claim["day"] - middle).days / width
    if abs(distance) > 1:
        return 0.0
    return {"uniform": 1.0, "triangular": 1 - abs(distance), "epanechnikov": 1 - distance ** 2,
            "gaussian": math.exp(-distance ** 2 / 2)}[kernel]


def tensor(project, rows, policy, classes, window):
    """a[i, j, k] and the ids of i and j."""
    groups = {}
    for number, claim in enumerate(project.claims):
        weight = kernel_weight(claim, window)
        if claim[rows] is None or weight == 0 or (classes == "two" and claim["class"] == 2):
            continue
        key = (claim[rows], claim["subject"], claim["class"], group_of(claim, number, policy))
        groups[key] = max(groups.get(key, 0.0), weight)
    row_ids = sorted({key[0] for key in groups})
    column_ids = sorted({key[1] for key in groups})
    counts = numpy.zeros((len(row_ids), len(column_ids), 3))
    for (row, column, position, _), weight in groups.items():
        counts[row_ids.index(row), column_ids.index(column), position] += weight
    return counts, row_ids, column_ids


def products(counts, classes, normalisation):
    """Congruence and conflict between the rows of counts, as the formulas say."""
    if normalisation == "jaccard":
        counts = (counts > 0).astype(float)
    similarity = 1 - numpy.abs(POLARITY[:, None] - POLARITY[None, :]) / 2
    if classes == "categories":
        similarity = numpy.eye(3)
    difference = 1 - similarity
    if normalisation in ("jaccard", "cosine"):
        similarity = numpy.eye(3)
        difference = numpy.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 0]])
    congruence = numpy.einsum("ajk,bjl,kl->ab", counts, counts, similarity)
    conflict = numpy.einsum("ajk,bjl,kl->ab", counts, counts, difference)
    sums = counts.sum(axis=(1, 2))
    if normalisation == "average":
        divisor = (sums[:, None] + sums[None, :]) / 2
        return congruence / divisor, conflict / divisor
    if normalisation == "cosine":
        lengths = numpy.sqrt((counts ** 2).sum(axis=(1, 2)))
        return congruence / numpy.outer(lengths, lengths), conflict / numpy.outer(lengths, lengths)
    if normalisation == "jaccard":
        both = sums[:, None] + sums[None, :]
        return congruence / (both - congruence), conflict / (both - conflict)
    return congruence, conflict


def one_mode(project, network, normalisation, policy, classes, window=None):
    rows = "outlet" if network.startswith("outlet") else "actor"
    counts, row_ids, column_ids = tensor(project, rows, policy, classes, window)
    if network.startswith("subject"):
        counts, row_ids = counts.transpose(1, 0, 2), column_ids
    if not row_ids:
        return {}
    congruence, conflict = products(counts, classes, normalisation)
    weights = {"congruence": congruence, "conflict": conflict, "subtract": congruence - conflict,
               "both": congruence + conflict}[RELATIONS[network]]
    return {(a, b): weights[i, j] for (i, a), (j, b) in itertools.combinations(enumerate(row_ids), 2)
            if abs(weights[i, j]) > 1e-12}


def two_mode(project, network, normalisation, policy, classes, window=None):
    rows = "outlet" if network.startswith("outlet") else "actor"
    counts, row_ids, column_ids = tensor(project, rows, policy, classes, window)
    relation = TWO_MODE[network]
    weights = {"count": counts.sum(axis=2), "balance": (counts * POLARITY).sum(axis=2),
               "positions": ((counts > 0) * numpy.array([1, 2, 4])).sum(axis=2)}[relation].astype(float)
    if normalisation == "activity":
        weights /= counts.sum(axis=(1, 2))[:, None]
    if normalisation == "prominence":
        weights /= counts.sum(axis=(0, 2))[None, :]
    return {(a, b): weights[i, j] for i, a in enumerate(row_ids) for j, b in enumerate(column_ids)
            if abs(weights[i, j]) > 1e-12}


class Report:
    def __init__(self):
        self.networks = self.weights = self.differences = 0

    def compare(self, where, wanted, found):
        self.networks += 1
        for key in sorted(set(wanted) | set(found)):
            self.weights += 1
            if not math.isclose(wanted.get(key, 0.0), found.get(key, 0.0), rel_tol=1e-7, abs_tol=1e-8):
                self.differences += 1
                if self.differences <= 20:
                    print(f"{where} {key}: wanted {wanted.get(key)}, found {found.get(key)}")


def unordered(edges):
    return {tuple(sorted(key)): weight for key, weight in edges.items()}


def check_network(report, project, network, normalisation="none", policy="document", classes=None):
    is_two_mode = network in TWO_MODE
    classes = classes or ("three" if is_two_mode else "two")
    wanted = (two_mode if is_two_mode else one_mode)(project, network, normalisation, policy, classes)
    found = project.edges("--network", network, "--normalise", normalisation, "--duplicates", policy, "--classes", classes)
    if not is_two_mode:
        wanted, found = unordered(wanted), unordered(found)
    report.compare(f"{project.folder} {network} {normalisation} {policy} {classes}", wanted, found)


def check_windows(report, project, network, width, step, kernel):
    """Matrices over time. Ids are compared by way of the names, which are unique in these projects."""
    rows = "outlet" if network.startswith("outlet") else "actor"
    days = sorted(claim["day"] for claim in project.claims
                  if claim["day"] is not None and claim["class"] != 2 and claim[rows] is not None)
    names = {}
    for node in json.loads(run(project.program, "export", "-", "-f", "json", "--isolates", "-p", project.folder,
                               "--network", network, "--classes", "two"))["nodes"]:
        names.setdefault(node["name"], []).append(node["id"])
    found = project.matrices("--network", network, "--window", str(width), "--step", str(step), "--kernel", kernel,
                             "--classes", "two", "--isolates")
    middles = [days[0] + datetime.timedelta(days=offset)
               for offset in range(0, (days[-1] - days[0]).days + 1, step)] if days else []
    where = f"{project.folder} {network} windows {width} {step} {kernel}"
    half = datetime.timedelta(days=width // 2)
    report.compare(where + " (windows)", {(str(middle - half), str(middle + half)): 1.0 for middle in middles},
                   {key: 1.0 for key in found})
    for middle in middles:
        make = two_mode if network in TWO_MODE else one_mode
        wanted = make(project, network, "none", "document", "two", (middle, width, kernel))
        if network not in TWO_MODE:
            wanted = {**wanted, **{(b, a): weight for (a, b), weight in wanted.items()}}
        cells = {}
        for (row, column), weight in found[(str(middle - half), str(middle + half))].items():
            if weight != 0:
                cells[(id_of(row, names), id_of(column, names))] = weight
        report.compare(f"{where} {middle}", wanted, cells)


def id_of(heading, names):
    """A heading is a name, or where several nodes share it `name (id)`."""
    return names[heading][0] if heading in names and len(names[heading]) == 1 else heading[heading.rindex("(") + 1:-1]


def random_claim(dice, number):
    day = datetime.date(2024, 12, 20) + datetime.timedelta(days=dice.randrange(60))
    article = dice.randrange(30)
    subject = f"subject {dice.randrange(9)}"
    polarity = dice.choice([-1, -0.6, -0.04, 0, 0.05, 0.3, 0.9])
    # Of the first articles every second one reprints the one before.
    story = article // 2 if article < 12 else article
    return {"id": f"c:{number:016x}", "doc": f"doc{article:02}.txt",
            "quote": f"One of three sentences, long enough to be known again, is number {number % 3} of {story}.",
            "source": {"outlet": dice.choice(["Beacon", "Herald", "Tidewatch", ""]), "title": "", "url": "",
                       "date": dice.choice([str(day), str(day), str(day), str(day) + "T10:00Z", ""]), "author": ""},
            "speaker": {"name": f"Person{dice.randrange(14)} Family{dice.randrange(2)}", "kind": "person", "text": "", "start": 0,
                        "end": 0, "resolved_by": "name"},
            "stance": {"label": f"stance {polarity}", "polarity": polarity, "negated": False,
                       "modality": dice.choice(["asserted"] * 8 + ["question", "conditional"])},
            "subject": {"name": subject, "text": subject, "start": 0, "end": 0, "from": "phrase"},
            "cue": {"text": "", "start": number, "end": number}, "statement": {"kind": "", "spans": []},
            "sentence": {"start": 0, "end": 0, "line": 1}, "rule": "random", "entry": "", "certainty": 0.5}


def random_project(program, folder, seed, count):
    """Claims that `merge` made a project of."""
    dice = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"random{seed}.jsonl")
    with open(path, "w", encoding="utf8") as lines:
        for number in range(count):
            lines.write(json.dumps(random_claim(dice, number)) + "\n")
    project = os.path.join(folder, f"random{seed}")
    run(program, "merge", path, "-o", project, "--force")
    return project


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1:3]
    folders = sys.argv[3:] + [random_project(program, folder, seed, count)
                              for seed, count in ((1, 12), (2, 150), (3, 600))]
    report = Report()
    for project in (Project(program, path) for path in folders):
        for network in RELATIONS:
            for normalisation in ("none", "average", "jaccard", "cosine"):
                check_network(report, project, network, normalisation)
        for network in TWO_MODE:
            for normalisation in ("none", "activity", "prominence"):
                check_network(report, project, network, normalisation)
        for policy in ("all", "story", "day", "week", "month", "year", "ever"):
            check_network(report, project, "congruence", policy=policy)
            check_network(report, project, "subject-conflict", policy=policy)
            check_network(report, project, "affiliation", policy=policy)
        for classes in ("three", "categories"):
            for normalisation in ("none", "average", "cosine", "jaccard"):
                check_network(report, project, "subtract", normalisation, classes=classes)
        for kernel in ("uniform", "triangular", "epanechnikov", "gaussian"):
            check_windows(report, project, "congruence", 20, 7, kernel)
        check_windows(report, project, "outlet-affiliation-subtract", 7, 7, "uniform")
    print(f"{report.networks} networks, {report.weights} weights, {report.differences} differences")
    return 1 if report.differences or report.weights == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
