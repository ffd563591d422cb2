#!/usr/bin/env python3
"""Read RDF that tests/exporters/write_graphs.cpp wrote with rdflib, and compare it with the JSON of the same graph.

usage: rdf_test.py FOLDER

NAME.nt and NAME.ttl must hold the same statements, and of every node and claim or edge what NAME.json says.
"""
import glob
import json
import os
import sys

try:
    import rdflib
except ImportError:
    sys.exit("RDF cannot be read back without rdflib: apt-get install python3-rdflib")

OWN = rdflib.Namespace("urn:stancegraph:term:")
SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def as_written(text):
    return text.replace("\0", "\ufffd")


def check_names(graph, wanted, where, faults):
    for node in wanted["nodes"]:
        names = {str(name).replace("\r\n", "\n").replace("\r", "\n")
                 for name in graph.objects(rdflib.URIRef("urn:stancegraph:" + node["id"]), SCHEMA.name)}
        if names != {as_written(node.get("name", ""))} - {""}:
            faults.append(f"{where} {node['id']}: wanted {node.get('name')!r}, found {names!r}")


def check_claims(graph, wanted, where, faults):
    for edge in wanted["links"]:
        for claim in edge["evidence_ids"].split("|"):
            resource = rdflib.URIRef("urn:stancegraph:" + claim)
            author = graph.value(resource, SCHEMA.author)
            about = graph.value(resource, SCHEMA.about)
            found = (str(author), str(about), (resource, PROV.wasDerivedFrom, None) in graph)
            expected = ("urn:stancegraph:" + edge["source"], "urn:stancegraph:" + edge["target"], True)
            if found != expected:
                faults.append(f"{where} {claim}: wanted {expected}, found {found}")


def check_ties(graph, wanted, where, faults):
    for edge in wanted["links"]:
        resource = rdflib.URIRef("urn:stancegraph:" + edge["id"])
        weight = graph.value(resource, OWN.weight)
        ends = {str(end) for name in ("from", "to", "between") for end in graph.objects(resource, OWN[name])}
        if abs(float(weight) - edge["weight"]) > 1e-8 or ends != {"urn:stancegraph:" + edge[end] for end in ("source", "target")}:
            faults.append(f"{where} {edge['id']}: weight {weight}, ends {ends}")


def check_graph(stem, is_of_claims, faults):
    """Reads both files of a graph; gives the number of statements."""
    triples = rdflib.Graph().parse(stem + ".nt", format="nt")
    turtle = rdflib.Graph().parse(stem + ".ttl", format="turtle")
    with open(stem + ".json", encoding="utf8") as file:
        wanted = json.load(file)
    if set(triples) != set(turtle):
        faults.append(f"{stem}: .nt and .ttl differ in {len(set(triples) ^ set(turtle))} statements")
    check_names(triples, wanted, stem, faults)
    (check_claims if is_of_claims else check_ties)(triples, wanted, stem, faults)
    return len(triples)


def main():
    faults, count, statements = [], 0, 0
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.nt"))):
        stem = path[: -len(".nt")]
        statements += check_graph(stem, stem.endswith(".stance"), faults)
        count += 1
    print("\n".join(faults[:20] + [f"{count} graphs, {statements} statements, {len(faults)} differences"]))
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
