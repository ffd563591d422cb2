#!/usr/bin/env python3
"""Read graphs that tests/exporters/write_graphs.cpp wrote with programs that are not ours, and compare all of them.

usage: read_back.py FOLDER

Every NAME.json (our node-link form, read with Python's own json) says what must be found in NAME.graphml and
NAME.strict.graphml (networkx, igraph), NAME.gexf and NAME.draft.gexf (networkx) and NAME.dot (gvpr, dot).
xmllint reads every XML file. Exits with 1 and a line for each difference.
"""
import glob
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree

PACKAGES = {"networkx": "python3-networkx", "igraph": "python3-igraph"}
PROGRAMS = {"xmllint": "libxml2-utils", "gvpr": "graphviz", "dot": "graphviz"}
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NOT_DOT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
FIELD, RECORD = "\x1f", "\x1e"
PLACES = {"x", "y", "size"}
STRUCTURE = {"id", "source", "target", "key"}


def missing_packages():
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    for module, package in PACKAGES.items():
        try:
            __import__(module)
        except ImportError:
            missing.append(package)
    return sorted(set(missing))


class Report:
    def __init__(self):
        self.differences = 0
        self.checked = 0

    def check(self, where, wanted, found):
        self.checked += 1
        if wanted == found:
            return
        if not (is_number(wanted) and is_number(found) and math.isclose(wanted, found, abs_tol=1e-4)):
            self.differences += 1
            if self.differences <= 40:
                print(f"{where}: wanted {wanted!r}, found {found!r}")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def xml_text(text):
    """What an XML file can hold of a text: the rest is written as U+FFFD."""
    return NOT_XML.sub("\ufffd", text)


def dot_text(text):
    return NOT_DOT.sub("\ufffd", text.replace("\t", " ").replace("\r", " "))


def expected_graph(path):
    with open(path, encoding="utf8") as file:
        graph = json.load(file)
    nodes = {node["id"]: node for node in graph["nodes"]}
    edges = {edge["id"]: edge for edge in graph["links"]}
    return nodes, edges, graph["directed"]


def check_attributes(report, where, wanted, found, names):
    """Every attribute, by its kind: text as XML can hold it, numbers, truth values."""
    for name in names:
        value = wanted[name]
        if isinstance(value, bool):
            report.check(f"{where}.{name}", value, bool(found.get(name)))
        elif isinstance(value, str):
            report.check(f"{where}.{name}", xml_text(value), found.get(name) or "")
        else:
            report.check(f"{where}.{name}", value, found.get(name))


def kind_of(edge):
    """What tells parallel edges apart among an edge's attributes: stances of broken bytes can look alike."""
    return (edge.get("stance") or edge.get("stances") or edge.get("relation") or "", edge.get("evidence_ids") or "")


def edge_key(source, target, edge, is_directed):
    ends = (source, target) if is_directed else tuple(sorted((source, target)))
    return (*ends, *map(xml_text, kind_of(edge)))


def check_graph(report, path, wanted, nodes, edges, has_places=True):
    """nodes: id -> attributes; edges: list of (source, target, attributes), whose ids the reader may have dropped."""
    wanted_nodes, wanted_edges, is_directed = wanted
    report.check(f"{path} nodes", sorted(wanted_nodes), sorted(nodes))
    for identifier, node in wanted_nodes.items():
        if identifier in nodes:
            names = set(node) - STRUCTURE - (set() if has_places else PLACES)
            check_attributes(report, f"{path} {identifier}", node, nodes[identifier], names)
    found = {edge_key(source, target, attributes, is_directed): attributes for source, target, attributes in edges}
    report.check(f"{path} number of edges", len(wanted_edges), len(edges))
    for edge in wanted_edges.values():
        key = edge_key(edge["source"], edge["target"], edge, is_directed)
        report.check(f"{path} has edge {key}", True, key in found)
        if key in found:
            check_attributes(report, f"{path} {key}", edge, found[key], set(edge) - STRUCTURE)


def networkx_parts(graph):
    edges = [(source, target, attributes) for source, target, attributes in graph.edges(data=True)]
    return dict(graph.nodes(data=True)), edges


def check_networkx_graphml(report, path, wanted):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    report.check(f"{path} directed", wanted[2], graph.is_directed())
    check_graph(report, path + " (networkx)", wanted, *networkx_parts(graph))


def check_igraph(report, path, wanted):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    report.check(f"{path} directed", wanted[2], graph.is_directed())
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = [(graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], edge.attributes()) for edge in graph.es]
    check_graph(report, path + " (igraph)", wanted, nodes, edges)


def check_networkx_gexf(report, path, wanted, as_draft):
    """networkx before 3.6 knows no GEXF 1.3: it gets a copy with the older namespace."""
    import networkx
    with open(path, encoding="utf8") as file:
        text = file.read()
    if as_draft:
        text = text.replace('"http://gexf.net/1.3', '"http://www.gexf.net/1.2draft').replace('version="1.3"', 'version="1.2"')
    graph = networkx.read_gexf(io.BytesIO(text.encode("utf8")))
    nodes, edges = networkx_parts(graph)
    for identifier, node in wanted[0].items():
        viz = nodes.get(identifier, {}).get("viz", {})
        report.check(f"{path} {identifier} size", node["size"], viz.get("size"))
        report.check(f"{path} {identifier} x", node["x"], viz.get("position", {}).get("x"))
    check_graph(report, path + " (networkx)", wanted, nodes, edges, has_places=False)


def check_spells(report, where, element):
    """Spells are in order and apart: Gephi drops the second of two that overlap."""
    space = "{http://gexf.net/1.3}"
    days = [day for spell in element.iter(space + "spell") for day in (spell.get("start"), spell.get("end"))]
    report.check(f"{where} spells", sorted(set(days)), days)
    report.check(f"{where} has one kind of lifetime", False, bool(days) and element.get("start") is not None)
    weights = [(value.get("start"), value.get("end"), float(value.get("value"))) for value in element.iter(space + "attvalue")
               if value.get("for") == "weight"]
    report.check(f"{where} weights are apart", True,
                 all(before[1] <= after[0] for before, after in zip(weights, weights[1:])))
    report.check(f"{where} weights", True, all(start < end and weight > 0 for start, end, weight in weights))
    if weights:
        times = days or [element.get("start"), element.get("end")]
        report.check(f"{where} weights begin and end", [times[0], times[-1]], [weights[0][0], weights[-1][1]])


def check_gexf_kinds(report, path, wanted):
    """Gephi needs the kinds to keep parallel edges apart: no two edges of a pair may share one."""
    kinds = set()
    space = "{http://gexf.net/1.3}"
    edges = list(ElementTree.parse(path).getroot().iter(space + "edge"))
    for edge in edges:
        kinds.add((edge.get("source"), edge.get("target"), edge.get("kind")))
        report.check(f"{path} {edge.get('id')} lifetime", True, (edge.get("start") or "") <= (edge.get("end") or ""))
        check_spells(report, f"{path} {edge.get('id')}", edge)
        report.check(f"{path} {edge.get('id')} kind", xml_text(wanted[1][edge.get("id")]["key"]), edge.get("kind"))
    report.check(f"{path} edge kinds", len(edges), len(kinds))


def check_graphml_keys(report, path):
    """Keys come first and are used on the class that they are declared for."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): key.get("for") for key in root.findall(space + "key")}
    report.check(f"{path} order", [space + "key"] * len(keys) + [space + "graph"], [child.tag for child in root])
    for element in root.iter():
        for data in element.findall(space + "data"):
            report.check(f"{path} {data.get('key')}", element.tag.replace(space, ""), keys.get(data.get("key")))


GVPR = r'''
BEG_G { printf("graph%s", "\036"); }
N { printf("n\037%s\037%s\037%s\037%s\036", $.name, $.label, aget($, "name"), $.claims); }
E { printf("e\037%s\037%s\037%s\037%s\037%s\036", $.tail.name, $.head.name, $.weight, $.polarity, $.evidence); }
'''


def undone(text):
    """A DOT string as Graphviz hands it out still has its label escapes."""
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")


def ends(source, target, is_directed):
    return (source, target) if is_directed else tuple(sorted((source, target)))


def check_dot(report, paths, wanted_of):
    program = subprocess.run(["gvpr", GVPR] + paths, capture_output=True)
    report.check("gvpr", (0, b""), (program.returncode, program.stderr))
    graphs = program.stdout.decode("utf8").split("graph" + RECORD)[1:]
    report.check("gvpr graphs", len(paths), len(graphs))
    for path, graph in zip(paths, graphs):
        wanted_nodes, wanted_edges, is_directed = wanted_of[path]
        rows = [record.split(FIELD) for record in graph.split(RECORD)]
        nodes = {row[1]: row[2:] for row in rows if row[0] == "n"}
        edges = sorted((*ends(row[1], row[2], is_directed), round(float(row[3]), 4), float(row[4]), undone(row[5]))
                       for row in rows if row[0] == "e")
        report.check(f"{path} nodes", sorted(wanted_nodes), sorted(nodes))
        for identifier, node in wanted_nodes.items():
            label, name, claims = nodes.get(identifier, ["", "", ""])
            report.check(f"{path} {identifier} label", dot_text(node["label"]), undone(label).replace("\n", " "))
            report.check(f"{path} {identifier} name", dot_text(node["name"]), undone(name))
            report.check(f"{path} {identifier} claims", str(node["claims"]), claims)
        wanted = sorted((*ends(edge["source"], edge["target"], is_directed), round(edge["weight"], 4),
                         round(edge["polarity"], 4), dot_text(edge.get("evidence", "")))
                        for edge in wanted_edges.values())
        report.check(f"{path} edges", wanted, edges)


def check_programs(report, folder):
    files = sorted(glob.glob(os.path.join(folder, "*.graphml")) + glob.glob(os.path.join(folder, "*.gexf")))
    program = subprocess.run(["xmllint", "--noout", "--nonet"] + files, capture_output=True, text=True)
    report.check("xmllint", (0, ""), (program.returncode, program.stderr))
    dots = sorted(glob.glob(os.path.join(folder, "*.dot")))
    program = subprocess.run(["dot", "-Tcanon"] + dots, capture_output=True, text=True)
    report.check("dot", (0, ""), (program.returncode, program.stderr))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if missing := missing_packages():
        sys.exit("the graphs cannot be read back without other programs: apt-get install " + " ".join(missing))
    warnings.simplefilter("ignore")
    report = Report()
    wanted_of = {}
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
        stem = path[: -len(".json")]
        wanted = expected_graph(path)
        for graphml in (stem + ".graphml", stem + ".strict.graphml"):
            check_graphml_keys(report, graphml)
            check_networkx_graphml(report, graphml, wanted)
            check_igraph(report, graphml, wanted)
        check_networkx_gexf(report, stem + ".gexf", wanted, as_draft=True)
        check_networkx_gexf(report, stem + ".draft.gexf", wanted, as_draft=False)
        check_gexf_kinds(report, stem + ".gexf", wanted)
        wanted_of[stem + ".dot"] = wanted
    check_dot(report, list(wanted_of), wanted_of)
    check_programs(report, sys.argv[1])
    print(f"{len(wanted_of)} graphs, {report.checked} comparisons, {report.differences} differences")
    return 1 if report.differences or not wanted_of else 0


if __name__ == "__main__":
    sys.exit(main())
