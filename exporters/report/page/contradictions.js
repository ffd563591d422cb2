// Who is for and against the same, and what is reported differently.

import {counted, element} from "./page.js";
import {side_by_side, stance_mark} from "./evidence.js";

const kShown = 40;

function contradiction({kinds, actor, subject, before, after, proofs, all_proofs}) {
  const change = before ? ` between ${before} and ${after}` : "";
  const left_out = all_proofs - proofs.length;
  return element("article", {class: "contradiction"},
    element("h3", {}, `${actor} on ${subject}`),
    element("p", {class: "quiet"}, `${kinds.join(", ")}${change}`),
    side_by_side(proofs),
    left_out > 0 ? element("p", {class: "quiet"}, `${counted(left_out, "quote")} more not in this file`) : null);
}

/// Those whose actor or subject is found, by `is_found({name, aliases})`.
export const found_contradictions = ({contradictions}, is_found) =>
  contradictions.filter(({actor, subject}) => [actor, subject].some((name) => is_found({name, aliases: []})));

/// `found` of the report's contradictions, as a list.
export function contradiction_list(report, found, is_filtered) {
  const list = element("div", {}, ...found.slice(0, kShown).map(contradiction));
  const more = found.length > kShown ? element("button", {type: "button", onclick: () => {
    list.append(...found.slice(kShown).map(contradiction));
    more.remove();
  }}, `Show all ${found.length.toLocaleString("en")}`) : null;
  const left_out = report.all_contradictions - report.contradictions.length;
  return [
    element("p", {class: "quiet"}, `${counted(found.length, "contradiction")}: an actor `, stance_mark("for", "for"), " and ", stance_mark("against", "against"),
      " the same subject, or one statement that outlets report differently. Read the sentences: some are mistakes of the rules."),
    left_out > 0 ? element("p", {class: "quiet"}, `${left_out.toLocaleString("en")} with fewer claims are not in this file.`) : null,
    is_filtered ? element("p", {class: "quiet"}, "The search chooses here, the filters do not: both sides are shown.") : null,
    list, more].filter(Boolean);
}
