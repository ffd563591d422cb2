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

/// Those of the vertices that are found, by `is_found({name, aliases})`.
export function contradiction_list(report, is_found) {
  const fit = report.contradictions.filter(({actor, subject}) => [actor, subject].some((name) => is_found({name, aliases: []})));
  const list = element("div", {}, ...fit.slice(0, kShown).map(contradiction));
  const more = fit.length > kShown ? element("button", {type: "button", onclick: () => {
    list.append(...fit.slice(kShown).map(contradiction));
    more.remove();
  }}, `Show all ${fit.length.toLocaleString("en")}`) : null;
  const of_all = report.all_contradictions > report.contradictions.length
    ? `${fit.length} of ${report.all_contradictions.toLocaleString("en")}, those with most claims` : counted(fit.length, "contradiction");
  return [element("p", {class: "quiet"}, `${of_all}: an actor `, stance_mark("for", "for"), " and ", stance_mark("against", "against"),
    " the same subject, or one statement that outlets report differently. Read the sentences: some are mistakes of the rules."), list, more].filter(Boolean);
}
