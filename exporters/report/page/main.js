// The page: one state, and what it looks like.

import {after_pause, byId, counted, element} from "./page.js";
import {read_report, sign_name} from "./data.js";
import {count_filters, hash_of, kTabs, start_state, state_of} from "./state.js";
import {claim_filter, shown_links, vertex_search} from "./filters.js";
import {GraphView} from "./graph_view.js";
import {stance_mark} from "./evidence.js";
import {show_details} from "./details.js";
import {link_table, vertex_table} from "./tables.js";
import {timeline} from "./timeline.js";
import {contradiction_list, found_contradictions} from "./contradictions.js";
import {filter_fields} from "./filter_bar.js";

const report = read_report(byId("data").textContent);
const start = start_state(report.view);
let state = state_of(location.hash, start);
let shown = shown_links(report, state);

/// The colours of the program, and those of the page for light, dark and paper.
function read_theme() {
  const style = getComputedStyle(document.documentElement);
  const of_page = (name) => style.getPropertyValue(`--${name}`).trim();
  return {...report.colours, ground: of_page("paper"), ink: of_page("ink"), quiet: of_page("quiet"), outline: of_page("outline"), font: of_page("sans")};
}

for (const [name, colour] of Object.entries(report.colours)) {
  document.documentElement.style.setProperty(`--${name}`, colour);
}

const graph = new GraphView(byId("canvas"), read_theme, (thing) => choose(thing?.key ?? thing?.id ?? ""));

// ---- changes

function change(patch) {
  state = {...state, ...patch};
  history.replaceState(null, "", location.pathname + location.search + hash_of(state, start));
  render();
}

/// Where the focus was before something was chosen.
let opener = null;

/// A vertex or link by its key; none for "". Going back leads to what was chosen before.
function choose(chosen) {
  if (chosen === state.chosen) {
    return;
  }
  opener = state.chosen === "" ? document.activeElement : opener;
  state = {...state, chosen};
  history.pushState(null, "", location.pathname + location.search + hash_of(state, start));
  render_chosen();
  reveal_chosen();
  (chosen === "" ? opener : byId("details"))?.focus({preventScroll: true});
}

function reveal_chosen() {
  const thing = report.by_key.get(state.chosen);
  if (thing) {
    graph.reveal(thing);
  }
}

// ---- what it looks like

const context_of = () => ({view: state.view, on_choose: choose, is_fit: claim_filter(report, state)});

const on_range = (from, to) => change({from, to});

const parts = {
  stances: () => [link_table(shown, choose)],
  actors: () => [vertex_table(shown, "actor", choose)],
  subjects: () => [vertex_table(shown, "subject", choose)],
  timeline: () => timeline(report, shown, {chosen: report.by_key.get(state.chosen), on_choose: choose, on_range}),
  contradictions: () => contradiction_list(report, found_contradictions(report, vertex_search(state.search)), count_filters(state) > 0),
};

const kTitles = {stances: "Stances", actors: "Actors", subjects: "Subjects", timeline: "Timeline", contradictions: "Contradictions"};

function fill(part) {
  byId(part).replaceChildren(element("h2", {class: "print-only"}, kTitles[part]), ...parts[part]());
}

function render_tabs() {
  for (const tab of kTabs) {
    const is_shown = tab === state.tab;
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", is_shown);
    button.tabIndex = is_shown ? 0 : -1;
    byId(tab).hidden = !is_shown;
  }
  const counts = {stances: shown.length, contradictions: found_contradictions(report, vertex_search(state.search)).length,
    actors: new Set(shown.map(({link}) => link.actor)).size, subjects: new Set(shown.map(({link}) => link.subject)).size};
  Object.entries(counts).forEach(([tab, count]) => (byId(`tab-${tab}`).querySelector(".count").textContent = count.toLocaleString("en")));
}

function render_controls() {
  document.querySelectorAll("input[name=view]").forEach((input) => (input.checked = input.value === state.view));
  if (byId("search").value !== state.search) {
    byId("search").value = state.search;
  }
  byId("filter-count").textContent = count_filters(state) || "";
}

function render_filters() {
  const fields = () => [...byId("filters").querySelectorAll("button, input")];
  const focused = fields().indexOf(document.activeElement);
  byId("filters").replaceChildren(...filter_fields(report, state, change));
  fields()[focused]?.focus();
}

function render() {
  shown = shown_links(report, state);
  render_tabs();
  render_controls();
  if (document.activeElement?.type !== "range") {  // one that is being dragged must stay the same element
    render_filters();
  }
  byId("empty").hidden = shown.length > 0;
  graph.show(shown);
  render_chosen();
  if (!["graph", "timeline"].includes(state.tab)) {
    fill(state.tab);
  }
}

/// The tables stay as they are, with their order and their focus.
function render_chosen() {
  const thing = report.by_key.get(state.chosen) ?? null;
  graph.choose(thing);
  show_details(byId("details"), thing, context_of());
  if (state.tab === "timeline") {
    fill("timeline");
  }
}

function render_frame() {
  const {totals} = report;
  const left_out = totals.edges - report.edges.length;
  const days = totals.first ? ` · ${totals.first} to ${totals.last}` : "";
  const note = left_out > 0 ? ` · the ${counted(report.edges.length, "stance")} with most documents; ${left_out.toLocaleString("en")} are not in this file` : "";
  byId("totals").textContent = `${counted(totals.claims, "claim")} in ${counted(totals.documents, "document")} of ${counted(totals.outlets, "outlet")}${days}${note}`;
  const node = (kind, text) => element("li", {}, element("span", {class: `node ${kind}`}), text);
  const line = (sign) => element("li", {}, element("span", {class: `line ${sign}`}), stance_mark(sign_name(sign), sign));
  byId("legend").replaceChildren(node("actor", "actor"), node("unnamed", "unnamed actor"), node("subject", "subject"), ...["for", "against", "neutral", "contested"].map(line));
}

// ---- what people do

const search_later = after_pause(150, () => {
  change({search: byId("search").value});
  graph.fit();
});
byId("search").addEventListener("input", search_later);
document.querySelectorAll("input[name=view]").forEach((input) => input.addEventListener("change", () => change({view: input.value})));
byId("filters-toggle").addEventListener("click", () => {
  const is_open = byId("filters").hidden;
  byId("filters").hidden = !is_open;
  byId("filters-toggle").setAttribute("aria-expanded", is_open);
});
byId("filters").addEventListener("change", render_filters);
byId("zoom-in").addEventListener("click", () => graph.zoom(1.4));
byId("zoom-out").addEventListener("click", () => graph.zoom(1 / 1.4));
byId("zoom-fit").addEventListener("click", () => graph.fit());
for (const tab of kTabs) {
  byId(`tab-${tab}`).addEventListener("click", () => change({tab}));
  byId(`tab-${tab}`).addEventListener("keydown", ({key}) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[key];
    if (step) {
      change({tab: kTabs[(kTabs.indexOf(state.tab) + step + kTabs.length) % kTabs.length]});
      byId(`tab-${state.tab}`).focus();
    }
  });
}
addEventListener("popstate", () => {
  state = state_of(location.hash, start);
  render();
});
addEventListener("keydown", (event) => event.key === "Escape" && state.chosen !== "" && choose(""));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.redraw());

// On paper all parts stand one below the other.
const kDotsOnPaper = 3;
addEventListener("beforeprint", () => {
  Object.keys(parts).forEach(fill);
  document.querySelectorAll("[role=tabpanel]").forEach((panel) => (panel.hidden = false));
  document.documentElement.classList.add("on-paper");
  graph.resize(kDotsOnPaper);
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("on-paper");
  graph.resize();
  render();
});

render_frame();
render();
reveal_chosen();
