// The data of the report, as exporters/report/report_data.cpp writes it, and what hangs together in it.
//
// Vertices (actors and subjects), edges (all claims with one stance of one actor on one subject), pairs (all edges of
// an actor and a subject), claims, documents, outlets and rules are lists; they refer to each other by number. `in` are
// the documents of an edge or a claim. Counts, belief, allies and contradictions come from the program.

import {sign_of} from "./page.js";

/// What is drawn as one line and listed as one row: an edge, or in the net view a pair.
function link_of_edge(edge) {
  return Object.assign(edge, {key: edge.id, label: edge.stance, parts: [edge], sign: sign_of(edge.polarity)});
}

export const sign_name = (sign) => (sign === "neutral" ? "neither" : sign);

function link_of_pair(pair, edges) {
  const sign = sign_of(pair.polarity);
  const parts = edges.slice(pair.first_edge, pair.first_edge + pair.edges);
  Object.assign(pair, {key: `${pair.actor.id}~${pair.subject.id}`, parts, sign: pair.contested ? "contested" : sign});
  pair.label = sign_name(pair.sign);
  parts.forEach((edge) => Object.assign(edge, {pair}));
  return pair;
}

/// Replaces the numbers by what they are numbers of.
function resolve(report) {
  const {vertices, edges, pairs, claims, documents, outlets, rules} = report;
  for (const document of documents) {
    document.outlet = outlets[document.outlet];
  }
  for (const claim of claims) {
    claim.document = documents[claim.in];
    claim.rule = rules[claim.rule];
    claim.sign = sign_of(claim.polarity);
  }
  for (const end of [...edges, ...pairs]) {
    end.actor = vertices[end.actor];
    end.subject = vertices[end.subject];
  }
  for (const edge of edges) {
    edge.quotes = (edge.quotes ?? []).map((number) => claims[number]);
  }
  for (const vertex of vertices) {
    vertex.links = {stance: [], net: []};
    vertex.aliases ??= [];
    for (const related of [...(vertex.allies ?? []), ...(vertex.opponents ?? [])]) {
      related.actor = vertices[related.actor];
      related.same = related.same.map((number) => vertices[number]);
      related.other = related.other.map((number) => vertices[number]);
    }
  }
  for (const contradiction of report.contradictions) {
    contradiction.proofs.forEach((proof) => (proof.claim = claims[proof.claim]));
  }
}

export function read_report(text) {
  const report = JSON.parse(text);
  resolve(report);
  report.links = {stance: report.edges.map(link_of_edge), net: report.pairs.map((pair) => link_of_pair(pair, report.edges))};
  report.by_key = new Map(report.vertices.map((vertex) => [vertex.id, vertex]));
  for (const view of ["stance", "net"]) {
    for (const link of report.links[view]) {
      report.by_key.set(link.key, link);
      link.actor.links[view].push(link);
      link.subject.links[view].push(link);
    }
  }
  const days = report.documents.map(({date}) => date).filter(Boolean).sort();
  report.days = [...new Set(days)];
  return report;
}

/// A vertex, an edge or a pair.
export const is_vertex = (thing) => thing.links !== undefined;

export const name_of = (vertex) => vertex.name || "(unnamed)";
