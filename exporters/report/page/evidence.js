// Claims with their sentences.

import {counted, element} from "./page.js";
import {citation_of, copy} from "./citation.js";

const kSigns = {for: "+", against: "−", neutral: "·", contested: "±"};

/// A stance with its colour and sign.
export const stance_mark = (label, sign) => element("span", {class: `stance ${sign}`}, element("i", {"aria-hidden": "true"}, kSigns[sign]), label);

const quote_part = (part) => (typeof part === "string" ? part : element("mark", {class: part[0]}, part[1]));

function source_of({document, line}) {
  const {title, outlet, date, name, url} = document;
  const link = url ? element("a", {href: url, target: "_blank", rel: "noopener noreferrer"}, title || url) : title;
  return element("p", {class: "source"}, link, " ", element("span", {class: "quiet"}, [outlet, date].filter(Boolean).join(", ")),
    " ", element("span", {class: "place"}, `${name}:${line}`));
}

function copy_button(claim, triple) {
  const button = element("button", {type: "button", class: "link copy", onclick: async () => {
    await copy(citation_of(claim, triple));
    button.textContent = "copied";
    setTimeout(() => (button.textContent = "copy as citation"), 1500);
  }}, "copy as citation");
  return button;
}

function remarks_on(claim) {
  const speaker = claim.quote.some((part) => part[0] === "speaker") || !claim.speaker ? "" : `speaker: “${claim.speaker}”`;
  return [claim.modality, claim.via && `via ${claim.via}`, claim.judged_by && `as ${claim.judged_by} says`, speaker,
    `rule ${claim.rule}${claim.entry ? ` (${claim.entry})` : ""}`, `certainty ${claim.certainty.toFixed(2)}`].filter(Boolean).join(" · ");
}

/// One claim; `triple` has the names {actor, stance, subject}.
export const quotation = (claim, triple) => element("article", {class: `quotation ${claim.sign}`},
  element("blockquote", {}, ...claim.quote.map(quote_part)),
  source_of(claim),
  element("p", {class: "remarks quiet"}, remarks_on(claim), " · ", copy_button(claim, triple)));

const labelled = (said) => element("div", {}, element("p", {class: "who"},
  `${said.actor} `, stance_mark(said.stance, said.claim.sign), ` ${said.subject}`), quotation(said.claim, said));

/// Claims of one or several actors, for and against beside each other: [{claim, actor, stance, subject}].
export function side_by_side(said) {
  const column = (sign, title) => {
    const own = said.filter(({claim}) => claim.sign === sign);
    return own.length === 0 ? null : element("div", {class: "side"},
      element("h4", {}, stance_mark(title, sign)), ...own.map(labelled));
  };
  return element("div", {class: "sides"}, column("for", "for"), column("against", "against"), column("neutral", "neither"));
}

/// "3 claims in 2 documents of 2 outlets, 2025-03-04 to 2025-05-02"
export function tally_text({claims, documents, stories, outlets, first, last}) {
  const days = !first ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const told = stories < documents ? ` (${counted(stories, "story", "stories")})` : "";
  return `${counted(claims, "claim")} in ${counted(documents, "document")}${told} of ${counted(outlets, "outlet")}${days}`;
}
