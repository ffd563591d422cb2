// What is known of the vertex or link that was chosen.

import {counted, element} from "./page.js";
import {is_vertex, name_of} from "./data.js";
import {triple_of} from "./citation.js";
import {quotation, side_by_side, stance_mark, tally_text} from "./evidence.js";

const kMostRows = 40;

/// A button that chooses a vertex or link.
export const chooser = (key, on_choose, ...content) => element("button", {type: "button", class: "link", "data-key": key, onclick: () => on_choose(key)}, ...content);

const vertex_button = (vertex, on_choose) => chooser(vertex.id, on_choose, name_of(vertex));

/// Stories for, against and neither as a bar; its parts are as long as they are many.
export function balance({positive, negative, neutral}) {
  const part = (count, sign) => {
    const made = element("span", {class: sign});
    made.style.flexGrow = count;
    return count === 0 ? null : made;
  };
  return element("span", {class: "balance", role: "img", "aria-label": `${positive} for, ${negative} against, ${neutral} neither`},
    part(positive, "for"), part(neutral, "neutral"), part(negative, "against"));
}

const quotes_of = (edge, is_fit) => edge.quotes.filter(is_fit).map((claim) => quotation(claim, triple_of(edge)));

/// Quotes of the edges that take a side that `is_wanted`, for and against beside each other.
const quotes_by_side = (edges, is_fit, is_wanted) => side_by_side(edges.flatMap((edge) =>
  edge.quotes.filter((claim) => is_fit(claim) && is_wanted(claim.sign)).map((claim) => ({claim, ...triple_of(edge)}))));

/// The quotes of an edge, and where its pair is contested what stands against them.
function edge_quotes(edge, others, is_fit) {
  const is_opposite = (sign) => sign !== "neutral" && sign !== edge.sign;
  return [...quotes_of(edge, is_fit),
    ...(edge.pair.contested && edge.sign !== "neutral" ? [element("h3", {}, "The other side"), quotes_by_side(others, is_fit, is_opposite)] : [])];
}

const pair_quotes = (pair, is_fit) =>
  (pair.contested ? [quotes_by_side(pair.parts, is_fit, () => true)] : pair.parts.flatMap((edge) => quotes_of(edge, is_fit)));

/// Why not all quotes of the edges are shown.
function what_is_missing(edges, is_fit) {
  const filtered = edges.flatMap(({quotes}) => quotes.filter((claim) => !is_fit(claim))).length;
  const left_out = edges.reduce((sum, {claims, quotes}) => sum + claims - quotes.length, 0);
  return [
    filtered > 0 ? element("p", {class: "quiet"}, `${counted(filtered, "quote")} of other days or outlets not shown: see the filters`) : null,
    left_out > 0 ? element("p", {class: "quiet"}, `${counted(left_out, "claim")} more not in this file`) : null];
}

function link_details(link, context) {
  const {on_choose, is_fit} = context;
  const pair = link.pair ?? link;
  const others = pair.parts.filter((edge) => edge !== link && link.pair);
  const numbers = [tally_text(link), `belief ${link.belief.toFixed(2)}`, `polarity ${link.polarity > 0 ? "+" : ""}${link.polarity}`];
  return [
    element("h2", {class: "triple"}, vertex_button(link.actor, on_choose), " ", stance_mark(link.label, link.sign), " ", vertex_button(link.subject, on_choose)),
    element("p", {class: "quiet"}, numbers.join(" · ")),
    pair.contested ? element("p", {class: "contested note"}, `Contested: reports say both for and against (${pair.positive} and ${pair.negative} of ${counted(pair.stories, "story", "stories")}).`) : null,
    others.length > 0 ? element("p", {class: "also"}, "Also:", ...others.map((edge) => chooser(edge.key, on_choose, stance_mark(edge.stance, edge.sign), ` ${edge.claims}`))) : null,
    ...(link.pair ? edge_quotes(link, others, is_fit) : pair_quotes(link, is_fit)),
    ...what_is_missing(link.parts, is_fit)];
}

function stance_rows(vertex, view, on_choose) {
  const links = [...vertex.links[view]].sort((a, b) => b.documents - a.documents);
  const other = (link) => (link.actor === vertex ? link.subject : link.actor);
  const most = Math.max(...links.map(({documents}) => documents), 1);
  const row = (link) => {
    const bar = element("span", {class: `bar ${link.sign}`});
    bar.style.width = `${Math.max((100 * link.documents) / most, 2)}%`;
    return element("li", {}, chooser(link.key, on_choose, stance_mark(link.label, link.sign), ` ${name_of(other(link))}`),
      element("span", {class: "track"}, bar), element("span", {class: "number"}, link.documents));
  };
  return element("ul", {class: "bars"}, ...links.slice(0, kMostRows).map(row),
    links.length > kMostRows ? element("li", {class: "quiet"}, `and ${links.length - kMostRows} more: see Stances`) : null);
}

function related_rows(title, related, on_choose) {
  if (!related?.length) {
    return null;
  }
  const names = (subjects, word) => (subjects.length === 0 ? "" : `${word} ${subjects.map(name_of).join("; ")}`);
  const row = ({actor, score, same, other}) => element("li", {}, vertex_button(actor, on_choose), " ",
    element("span", {class: "quiet"}, [names(same, "same side on"), names(other, "other side on")].filter(Boolean).join(" · "), ` (${score.toFixed(2)})`));
  return element("section", {}, element("h3", {}, title), element("ul", {class: "related"}, ...related.map(row)));
}

function alias_list(aliases) {
  const text = aliases.join(" · ");
  return aliases.length === 0 ? null : text.length < 120 ? element("p", {class: "quiet"}, `also: ${text}`)
    : element("details", {class: "quiet"}, element("summary", {}, `also ${aliases.length} other names`), element("p", {}, text));
}

function vertex_details(vertex, {view, on_choose}) {
  const about = [vertex.kind === "actor" ? vertex.type || "actor" : "subject", vertex.only_in && `only in ${vertex.only_in}`].filter(Boolean).join(", ");
  return [
    element("h2", {}, name_of(vertex)),
    element("p", {class: "quiet"}, `${about} · ${tally_text(vertex)}`),
    alias_list(vertex.aliases),
    balance(vertex),
    element("h3", {}, vertex.kind === "actor" ? "Stances, by documents" : "Who says what of it, by documents"),
    stance_rows(vertex, view, on_choose),
    related_rows("Allies", vertex.allies, on_choose),
    related_rows("Opponents", vertex.opponents, on_choose)];
}

/// Fills the panel; `context` is {view, on_choose(key), is_fit(claim)}.
export function show_details(panel, thing, context) {
  const close = element("button", {type: "button", class: "close", "aria-label": "Close", onclick: () => context.on_choose("")}, "✕");
  const content = thing === null ? [] : [close, ...(is_vertex(thing) ? vertex_details(thing, context) : link_details(thing, context))];
  panel.replaceChildren(...content.filter((part) => part !== null));
  panel.classList.toggle("open", thing !== null);
}
