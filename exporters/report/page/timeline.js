// Who said what when: the months as bars, and below them a line for each stance with a dot for each document.

import {counted, element} from "./page.js";
import {is_vertex, name_of} from "./data.js";
import {stance_mark} from "./evidence.js";
import {chooser} from "./details.js";

const kStrips = 60;
const kDay = 86_400_000;

const day_number = (date) => Date.parse(date) / kDay;

/// The months with their claims; a click on one filters by it.
function month_bars(months, on_range) {
  const dated = months.filter(({month}) => month !== "undated");
  const most = Math.max(...dated.map(({claims}) => claims), 1);
  const bar = ({month, claims, documents}) => {
    const stack = element("span", {class: "stack"});
    stack.style.height = `${(100 * claims) / most}%`;
    const text = `${month}: ${counted(claims, "claim")} in ${counted(documents, "document")}`;
    return element("button", {type: "button", class: "month", title: text, "aria-label": `${text}; show only this month`,
      onclick: () => on_range(`${month}-01`, last_day(month))}, element("span", {class: "column"}, stack), element("small", {}, month));
  };
  return dated.length < 2 ? null : element("div", {class: "scroll"}, element("div", {class: "months"}, ...dated.map(bar)));
}

function last_day(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function strip(link, documents, first, days, on_choose) {
  const dates = [...new Set(link.parts.flatMap((edge) => edge.in.map((number) => `${documents[number].date ?? ""} ${edge.sign}`)))].filter((text) => !text.startsWith(" "));
  const dot = (text) => {
    const [date, sign] = text.split(" ");
    const made = element("i", {class: `dot ${sign}`, title: date});
    made.style.left = `${(100 * (day_number(date) - first)) / days}%`;
    return made;
  };
  return element("li", {}, chooser(link.key, on_choose, `${name_of(link.actor)} `, stance_mark(link.label, link.sign), ` ${name_of(link.subject)}`),
    element("span", {class: "strip"}, ...dates.map(dot)));
}

/// `shown` links, those with most documents first, or of them those of a vertex that is chosen; `on_range(from, to)`
/// filters by days.
export function timeline(report, shown, {chosen, on_choose, on_range}) {
  const is_wanted = ({link}) => link.first && (!chosen || !is_vertex(chosen) || link.actor === chosen || link.subject === chosen);
  const dated = shown.filter(is_wanted).sort((a, b) => b.weight - a.weight || b.link.claims - a.link.claims);
  if (dated.length === 0) {
    return [element("p", {class: "quiet"}, "No claim that fits the filters has a date.")];
  }
  const [from, to] = [report.days[0], report.days.at(-1)];
  const days = Math.max(day_number(to) - day_number(from), 1);
  const strips = dated.slice(0, kStrips).map(({link}) => strip(link, report.documents, day_number(from), days, on_choose));
  const bars = month_bars(report.months, on_range);
  const left_out = dated.length > kStrips ? `the ${kStrips} with most documents of ${dated.length.toLocaleString("en")}` : counted(dated.length, "stance");
  return [bars && element("h3", {}, "All claims, by month"), bars, element("h3", {}, `Documents by day: ${left_out}`),
    element("div", {class: "days"}, element("span", {}, from), element("span", {}, to)), element("ul", {class: "strips"}, ...strips)].filter(Boolean);
}
