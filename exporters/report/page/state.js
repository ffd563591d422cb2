// What the page shows is one value: the hash of the address says it, so that a link leads to the same view.

export const kTabs = ["graph", "stances", "actors", "subjects", "timeline", "contradictions"];

/// Sets of a filter name what stays; an empty one leaves everything.
export const kFilters = ["stance", "outlet", "kind"];

export const start_state = (view) => ({view, tab: "graph", chosen: "", search: "", from: "", to: "", min: 1,
  stance: new Set(), outlet: new Set(), kind: new Set()});

export function state_of(hash, start) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const one_of = (values, name) => (values.includes(given.get(name)) ? given.get(name) : start[name]);
  const state = {...start, view: one_of(["stance", "net"], "view"), tab: one_of(kTabs, "tab"),
    min: Math.max(1, Math.trunc(Number(given.get("min"))) || 1)};
  for (const name of ["chosen", "search", "from", "to"]) {
    state[name] = given.get(name) ?? "";
  }
  for (const name of kFilters) {
    state[name] = new Set(given.getAll(name));
  }
  return state;
}

/// Only what differs from the start.
export function hash_of(state, start) {
  const said = new URLSearchParams();
  for (const name of ["view", "tab", "chosen", "search", "from", "to", "min"]) {
    if (state[name] !== start[name]) {
      said.set(name, state[name]);
    }
  }
  for (const name of kFilters) {
    state[name].forEach((value) => said.append(name, value));
  }
  const hash = said.toString();
  return hash === "" ? "" : `#${hash}`;
}

/// How many filters are set, beside the search.
export const count_filters = (state) =>
  kFilters.filter((name) => state[name].size > 0).length + Number(state.from !== "" || state.to !== "") + Number(state.min > 1);
