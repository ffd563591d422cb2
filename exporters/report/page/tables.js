// The same as tables: every stance, every actor, every subject.

import {counted, element} from "./page.js";
import {name_of} from "./data.js";
import {stance_mark} from "./evidence.js";
import {balance, chooser} from "./details.js";

const kRows = 200;

const compare = (a, b) => (typeof a === "number" ? b - a : String(a).localeCompare(String(b), "en"));

/// A table that is sorted by a click on a column's head. A column is {title, value(row), cell(row), is_number}.
function table(caption, columns, rows) {
  const on_paper = rows.length > kRows ? element("span", {class: "print-only"}, `, the first ${kRows}`) : null;
  const made = element("table", {}, element("caption", {}, caption, on_paper));
  let sorted = rows;
  let limit = kRows;
  const fill = (by, is_reversed) => {
    const head = columns.map((column) => {
      const is_by = column === by;
      const order = is_by ? (is_reversed !== Boolean(column.is_number) ? "descending" : "ascending") : "none";
      return element("th", {scope: "col", class: column.is_number ? "number" : "", "aria-sort": order},
        element("button", {type: "button", class: "link", onclick: () => sort(column, is_by && !is_reversed)}, column.title));
    });
    const cells = (row) => columns.map((column) => element("td", {class: column.is_number ? "number" : "", "data-title": column.title}, column.cell?.(row) ?? column.value(row)));
    const more = sorted.length <= limit ? null : element("tfoot", {}, element("tr", {}, element("td", {colspan: columns.length},
      element("button", {type: "button", onclick: () => { limit = Infinity; fill(by, is_reversed); }}, `Show all ${sorted.length.toLocaleString("en")}`))));
    made.replaceChildren(made.caption, element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...sorted.slice(0, limit).map((row) => element("tr", {}, ...cells(row)))), ...(more ? [more] : []));
  };
  const sort = (column, is_reversed) => {
    sorted = [...rows].sort((a, b) => compare(column.value(a), column.value(b)) * (is_reversed ? -1 : 1));
    fill(column, is_reversed);
  };
  fill(null, false);
  return element("div", {class: "scroll"}, made);
}

const number_column = (title, value, cell) => ({title, value, cell, is_number: true});

const day = (date) => element("span", {class: "day"}, date);

const date_columns = [
  {title: "first", value: ({first}) => first ?? "", cell: ({first}) => day(first)},
  {title: "last", value: ({last}) => last ?? "", cell: ({last}) => day(last)}];

/// The shown links as rows.
export function link_table(shown, on_choose) {
  const rows = shown.map(({link}) => link).sort((a, b) => b.stories - a.stories || b.documents - a.documents || b.claims - a.claims);
  return table(counted(rows.length, "stance"), [
    {title: "actor", value: ({actor}) => name_of(actor), cell: ({actor}) => chooser(actor.id, on_choose, name_of(actor))},
    {title: "stance", value: ({label}) => label, cell: ({key, label, sign}) => chooser(key, on_choose, stance_mark(label, sign))},
    {title: "subject", value: ({subject}) => name_of(subject), cell: ({subject}) => chooser(subject.id, on_choose, name_of(subject))},
    number_column("polarity", ({polarity}) => polarity, ({polarity}) => (polarity > 0 ? `+${polarity}` : polarity).toString()),
    number_column("belief", ({belief}) => belief, ({belief}) => belief.toFixed(2)),
    number_column("claims", ({claims}) => claims),
    number_column("documents", ({documents}) => documents),
    number_column("outlets", ({outlets}) => outlets),
    ...date_columns], rows);
}

/// The actors or subjects of the shown links as rows; each with its strongest stances.
export function vertex_table(shown, kind, on_choose) {
  const links_of = new Map();
  for (const {link} of shown) {
    links_of.set(link[kind], [...(links_of.get(link[kind]) ?? []), link]);
  }
  const rows = [...links_of.keys()].sort((a, b) => b.documents - a.documents || b.claims - a.claims);
  const other = kind === "actor" ? "subject" : "actor";
  const strongest = (vertex) => element("span", {class: "strongest"}, ...links_of.get(vertex).sort((a, b) => b.documents - a.documents).slice(0, 3)
    .map((link) => chooser(link.key, on_choose, stance_mark(link.label, link.sign), ` ${name_of(link[other])}`)));
  return table(counted(rows.length, kind), [
    {title: kind, value: name_of, cell: (vertex) => chooser(vertex.id, on_choose, name_of(vertex))},
    ...(kind === "actor" ? [{title: "kind", value: ({type}) => type ?? ""}] : []),
    {title: "for | neither | against", value: ({positive, negative}) => (positive - negative) / Math.max(positive + negative, 1), cell: balance},
    {title: "mostly", value: (vertex) => links_of.get(vertex)[0].label, cell: strongest},
    number_column("claims", ({claims}) => claims),
    number_column("documents", ({documents}) => documents),
    number_column("outlets", ({outlets}) => outlets),
    ...date_columns], rows);
}
