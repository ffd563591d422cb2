#!/usr/bin/env python3
"""Write random hostile graphs in every format, read them with programs that are not ours, and compare all of them.

usage: hostile_graphs.py WRITER FOLDER [--graphs COUNT] [--first SEED] [--keep]

WRITER is write_hostile_graphs, which also declares the names and stances of each graph past all exporters. GraphML is read by
networkx, igraph and xmllint, GEXF by networkx and xmllint, DOT by gvpr and dot, Turtle and N-Triples by rdflib, JSON and CSV by
Python's own modules. Exits with 1 and a line for each difference: a file that is refused, a label that changed.
"""
import argparse
import collections
import csv
import glob
import math
import os
import re
import sys
import warnings

import read_back
import rdf_test

BATCH = 200
BLANK = re.compile("[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
LONGEST_LABEL = 80


def with_one_line_end(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def label_of(name):
    label = BLANK.sub(" ", name).strip(" ") or "(unnamed)"
    return label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL - 1].rstrip(" ") + "…"


class Declared:
    def __init__(self, path):
        self.csv_mode, self.names, self.edges = "", {}, []
        with open(path, encoding="ascii") as lines:
            for line in lines:
                kind, *fields = line.rstrip("\n").split(" ")
                text = bytes.fromhex(fields[-1]).decode("utf8", "replace") if kind != "csv" else ""
                if kind == "csv":
                    self.csv_mode = fields[0]
                elif kind == "node":
                    self.names[fields[0]] = text
                else:
                    self.edges.append((fields[0], fields[1], with_one_line_end(text)))


class Reader:
    """Checks the files of one format after the other and counts them."""

    def __init__(self):
        self.report = read_back.Report()
        self.files = collections.Counter()

    def read(self, kind, path, check):
        """Calls check(path); what it throws is a refusal."""
        self.files[kind] += 1
        try:
            check(path)
        except Exception as refusal:  # whatever a reader throws, the file is refused
            self.report.check(f"{path} ({kind})", "read", f"{type(refusal).__name__}: {refusal}"[:300])


def check_json(report, path, declared, wanted):
    nodes, edges, _ = wanted
    report.check(f"{path} nodes", sorted(declared.names), sorted(nodes))
    for identifier, node in nodes.items():
        name = with_one_line_end(declared.names.get(identifier, ""))
        report.check(f"{path} {identifier} name", name, node.get("name", ""))
        report.check(f"{path} {identifier} label", label_of(name), node["label"])
    if declared.edges:
        found = sorted((edge["source"], edge["target"], edge.get("stance", "")) for edge in edges.values())
        report.check(f"{path} stances", sorted(declared.edges), found)


def csv_text(text, mode):
    """What a cell holds of a text: no null character, an apostrophe before what a spreadsheet would compute."""
    is_formula = mode == "spreadsheet" and text[:1] in tuple("=+-@\t\r")
    return ("'" if is_formula else "") + text.replace("\0", "")


def csv_rows(path):
    with open(path, encoding="utf8", newline="") as file:
        return list(csv.reader(file, strict=True))


def check_table(report, path, wanted, mode, headings):
    """Rows of a table against the elements of the graph, in whatever order; `headings` are those of our JSON names."""
    head, *rows = csv_rows(path)
    report.check(f"{path} columns", len(head), len(set(name.lower() for name in head)))
    found = {row[head.index("Id")]: dict(zip(head, row)) for row in rows}
    report.check(f"{path} ids", sorted(wanted), sorted(found))
    for identifier, element in wanted.items():
        row = found.get(identifier, {})
        for name, value in element.items():
            heading = headings.get(name, name)
            if isinstance(value, str) and heading in head:
                report.check(f"{path} {identifier} {heading}", csv_text(value, mode), row.get(heading))


def check_matrix(report, path, wanted, names, mode):
    """The matrix has a row for each node of its kind, under its name, and the weights of the edges add up."""
    head, *rows = csv_rows(path)
    skipped = 2 if head[0] == "window_first" else 0
    report.check(f"{path} widths", {len(head)}, {len(row) for row in [head, *rows]})
    headings = head[skipped + 1:]
    report.check(f"{path} headings differ", len(headings), len(set(headings)))
    known = {csv_text(name, mode) for name in names.values()} | {
        csv_text(f"{name} ({identifier})", mode) for identifier, name in names.items()}
    for heading in headings + [row[skipped] for row in rows]:
        report.check(f"{path} heading {heading!r} is a name", True, heading in known)
    if skipped == 0:
        nodes, edges, is_directed = wanted
        total = sum(edge["value"] for edge in edges.values()) * (1 if is_directed else 2)
        found = sum(float(weight) for row in rows for weight in row[1:])
        report.check(f"{path} sum", True, math.isclose(total, found, abs_tol=1e-3))


def check_claims(report, path, wanted, mode):
    """The claims of the table are those that the edges name, each with a whole row."""
    head, *rows = csv_rows(path)
    report.check(f"{path} widths", {len(head)}, {len(row) for row in [head, *rows]})
    ids = {row[0] for row in rows}
    on_edges = {identifier for edge in wanted[1].values() for identifier in edge.get("evidence_ids", "").split("|")} - {""}
    report.check(f"{path} claims of edges", set(), on_edges - ids)
    stance, polarity = head.index("stance"), head.index("polarity")
    report.check(f"{path} polarities", True, all(-1 <= float(row[polarity]) <= 1 for row in rows))
    if mode == "spreadsheet":
        report.check(f"{path} formulas", [], [row[stance] for row in rows if row[stance][:1] in tuple("=+-@\t\r")])


def check_rdf(report, stem, is_of_claims):
    faults = []
    rdf_test.check_graph(stem, is_of_claims, faults)
    report.check(f"{stem} rdf", [], faults)


def check_graph(reader, stem, declared, wanted):
    report, mode = reader.report, declared.csv_mode
    reader.read("json", stem + ".json", lambda path: check_json(report, path, declared, wanted))
    for graphml in (stem + ".graphml", stem + ".strict.graphml"):
        reader.read("graphml keys", graphml, lambda path: read_back.check_graphml_keys(report, path))
        reader.read("graphml networkx", graphml, lambda path: read_back.check_networkx_graphml(report, path, wanted))
        reader.read("graphml igraph", graphml, lambda path: read_back.check_igraph(report, path, wanted))
    gexf, draft = stem + ".gexf", stem + ".draft.gexf"
    reader.read("gexf networkx", gexf, lambda path: read_back.check_networkx_gexf(report, path, wanted, as_draft=True))
    reader.read("gexf networkx", draft, lambda path: read_back.check_networkx_gexf(report, path, wanted, as_draft=False))
    reader.read("gexf kinds", gexf, lambda path: read_back.check_gexf_kinds(report, path, wanted))
    reader.read("csv nodes", stem + ".nodes.csv",
                lambda path: check_table(report, path, wanted[0], mode, {"id": "Id", "label": "Label"}))
    reader.read("csv edges", stem + ".edges.csv",
                lambda path: check_table(report, path, wanted[1], mode,
                                         {"id": "Id", "label": "Label", "source": "Source", "target": "Target", "key": "Kind"}))
    reader.read("csv claims", stem + ".csv", lambda path: check_claims(report, path, wanted, mode))
    if os.path.exists(stem + ".matrix.csv"):
        reader.read("csv matrix", stem + ".matrix.csv", lambda path: check_matrix(report, path, wanted, declared.names, mode))
    is_of_claims = not any("relation" in edge for edge in wanted[1].values())
    reader.read("rdf rdflib", stem + ".nt", lambda _: check_rdf(report, stem, is_of_claims))


def check_batch(reader, folder):
    wanted_of = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.declared"))):
        stem = path[: -len(".declared")]
        try:
            wanted = read_back.expected_graph(stem + ".json")
        except (ValueError, KeyError) as refusal:
            reader.report.check(f"{stem}.json", "read", str(refusal))
            continue
        check_graph(reader, stem, Declared(path), wanted)
        wanted_of[stem + ".dot"] = wanted
    reader.files["dot gvpr, dot"] += len(wanted_of)
    read_back.check_dot(reader.report, list(wanted_of), wanted_of)
    reader.files["xmllint"] += len(glob.glob(os.path.join(folder, "*.g*ml"))) + len(glob.glob(os.path.join(folder, "*.gexf")))
    read_back.check_programs(reader.report, folder)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("writer")
    parser.add_argument("folder")
    parser.add_argument("--graphs", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    if missing := read_back.missing_packages():
        sys.exit("the graphs cannot be read back without other programs: apt-get install " + " ".join(missing))
    warnings.simplefilter("ignore")
    reader = Reader()
    last = options.first + options.graphs
    for first in range(options.first, last, BATCH):
        read_back.subprocess.run([options.writer, options.folder, str(first), str(min(BATCH, last - first))], check=True)
        check_batch(reader, options.folder)
        for path in [] if options.keep else glob.glob(os.path.join(options.folder, "*.*")):
            os.remove(path)
    for kind, count in sorted(reader.files.items()):
        print(f"{kind:20} {count:7} files")
    print(f"{options.graphs} graphs, {reader.report.checked} comparisons, {reader.report.differences} differences")
    return 1 if reader.report.differences or options.graphs == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
