// Chips, days and numbers that choose what is shown.

import {element} from "./page.js";

/// Values of the claims, the most frequent first: [value, count].
function counts_of(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en"));
}

function chips(title, name, counts, state, change) {
  const chip = ([value]) => element("button", {type: "button", class: "chip", "aria-pressed": String(state[name].has(value)), onclick: () => {
    const chosen = new Set(state[name]);
    chosen.delete(value) || chosen.add(value);
    change({[name]: chosen});
  }}, value || "(none)");
  return counts.length < 2 ? null : element("fieldset", {"data-filter": name}, element("legend", {}, title), ...counts.map(chip));
}

function day_field(label, name, state, [first, last], change) {
  return element("label", {}, `${label} `, element("input", {type: "date", min: first, max: last, value: state[name] || (name === "from" ? first : last),
    onchange: ({target}) => change({[name]: target.value === (name === "from" ? first : last) ? "" : target.value})}));
}

/// A slider over the days that have claims.
function day_slider(name, days, state, change) {
  const resting = name === "from" ? 0 : days.length - 1;
  const found = days.findIndex((day) => day >= state[name]);
  const at = state[name] === "" || found < 0 ? resting : name === "to" && days[found] > state[name] ? Math.max(found - 1, 0) : found;
  return element("input", {type: "range", min: 0, max: days.length - 1, value: at, "aria-label": name === "from" ? "First day" : "Last day", "aria-valuetext": days[at],
    oninput: ({target}) => change({[name]: Number(target.value) === resting ? "" : days[target.value]})});
}

function day_filter(days, state, change) {
  return days.length < 2 ? null : element("fieldset", {"data-filter": "days"}, element("legend", {}, "Days"),
    day_field("from", "from", state, [days[0], days.at(-1)], change), day_slider("from", days, state, change),
    day_field("to", "to", state, [days[0], days.at(-1)], change), day_slider("to", days, state, change));
}

function weight_filter(most, state, change) {
  const shown = element("output", {}, state.min);
  return most < 2 ? null : element("fieldset", {"data-filter": "min"}, element("legend", {}, "Documents, at least"),
    element("input", {type: "range", min: 1, max: most, value: state.min, "aria-label": "Documents, at least", oninput: ({target}) => {
      shown.textContent = target.value;
      change({min: Number(target.value)});
    }}), shown);
}

/// `change(patch)` is called with what was chosen.
export function filter_fields(report, state, change) {
  const most = Math.max(1, ...report.links[state.view].map(({documents}) => documents));
  return [
    chips("Stance", "stance", counts_of(report.edges.map(({stance}) => stance)), state, change),
    chips("Outlet", "outlet", counts_of(report.documents.map(({outlet}) => outlet)), state, change),
    chips("Kind of actor", "kind", counts_of(report.vertices.filter(({kind}) => kind === "actor").map(({type}) => type ?? "")), state, change),
    day_filter(report.days, state, change),
    weight_filter(most, state, change),
    element("button", {type: "button", id: "clear", onclick: () => change({stance: new Set(), outlet: new Set(), kind: new Set(), from: "", to: "", min: 1, search: ""})}, "Clear"),
  ].filter(Boolean);
}
