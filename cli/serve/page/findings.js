// What was found, line by line; the details of a sentence; what an edit changed everywhere; messages on rules.

import {byId, counted, element, sign_of, visible} from "/page.js";

const kSigns = {gained: "+", lost: "−", changed: "~", same: ""};
const kSignWords = {gained: "gained", lost: "lost", changed: "changed", same: ""};
const kPolarity = {for: "▲", against: "▼", neutral: "●"};

/// A claim's line with its stance as a coloured word; statements stay as they are.
function line_of(finding) {
  const parts = finding.text.split(" -> ");
  if (parts.length < 3) {
    return [visible(finding.text)];
  }
  const sign = finding.kind === "claim" ? sign_of(finding.polarity) : "neutral";
  const rest = parts.slice(2).join(" -> ");
  return [
    element("b", {class: "who"}, visible(parts[0])),
    element("span", {class: `stance ${sign}`}, `${kPolarity[sign]} ${visible(parts[1])}`),
    element(finding.kind === "claim" ? "b" : "span", {class: "about-what"}, visible(rest)),
  ];
}

function status_badge(status) {
  return element("span", {class: `status ${status}`, title: kSignWords[status]},
    element("span", {"aria-hidden": "true"}, kSigns[status]),
    element("span", {class: "unseen"}, kSignWords[status]));
}

/// A button that leads to a line of a rule file; plain text where the file is not on the desk.
function place_link(text, file, line, go) {
  if (file === null || file === undefined) {
    return element("span", {}, visible(text));
  }
  return element("button", {type: "button", class: "link", onclick: () => go(file, line)}, visible(text));
}

function origin_of(finding, go) {
  const parts = [place_link(finding.rule, finding.rule_file, finding.rule_line, go)];
  if (finding.list !== undefined) {
    parts.push(" · ", place_link(`@${finding.list} “${finding.entry}”`, finding.entry_file, finding.entry_line, go));
  }
  return parts;
}

const percent = (certainty) => `${Math.round(certainty * 100)} %`;

export class Findings {
  /// `on_choose(number)` when a finding is picked, `go(file, line)` to a rule.
  constructor(on_choose, go) {
    this.root = byId("findings");
    this.on_choose = on_choose;
    this.go = go;
  }

  show(article) {
    const top = this.root.scrollTop;
    const {findings} = article;
    byId("findings-count").textContent = findings.filter(({status}) => status !== "lost").length;
    this.rows = findings.map((finding, number) => this.row(finding, number));
    this.root.replaceChildren(...(this.rows.length > 0 ? this.rows :
      [element("li", {class: "empty"}, "No rule finds anything in this article.")]));
    this.root.scrollTop = top;
  }

  row(finding, number) {
    const pick = element("button", {type: "button", class: "pick", onclick: () => this.on_choose(number)},
      status_badge(finding.status), element("span", {class: "triple"}, ...line_of(finding)));
    return element("li", {class: `finding ${finding.kind} ${finding.status}`}, pick,
      element("span", {class: "origin"}, ...origin_of(finding, this.go)),
      element("span", {class: "certainty", title: "certainty: of a hundred such claims so many are right"},
        percent(finding.certainty)));
  }

  choose(number, scrolls = true) {
    this.root.querySelector(".chosen")?.classList.remove("chosen");
    if (number !== null && this.rows?.[number] !== undefined) {
      this.rows[number].classList.add("chosen");
      if (scrolls) {
        this.rows[number].scrollIntoView({block: "nearest"});
      }
    }
  }
}

/// The chosen claim and, under it, what nearly fitted in its sentence, what was beaten, and the tree.
export function show_detail(finding, sentence, go, mend) {
  const parts = [];
  if (finding !== null) {
    parts.push(element("h3", {}, ...line_of(finding)));
    parts.push(element("p", {}, "by ", ...origin_of(finding, go),
      finding.modifiers.length > 0 ? `, changed by ${finding.modifiers.join(", ")}` : ""));
    const facts = [`certainty ${percent(finding.certainty)}`];
    if (finding.kind === "claim") {
      facts.push(`polarity ${finding.polarity.toFixed(1)}`);
    }
    if (finding.speaker_by) {
      facts.push(`speaker by ${finding.speaker_by}`);
    }
    if (finding.subject_from) {
      facts.push(`subject from ${finding.subject_from}`);
    }
    parts.push(element("p", {class: "quiet"}, visible(facts.join(" · "))));
  }
  if (sentence === null) {
    parts.push(element("p", {class: "quiet"}, "Choose a claim, or a sentence of the article: here stands why it gives what it gives."));
  } else {
    parts.push(...sentence_parts(sentence, go, mend));
  }
  byId("detail").replaceChildren(...parts);
}

/// An edit that could mend a near miss, with a button that makes it in the editor.
function edit_offer(edit, mend) {
  return element("div", {class: "offer"},
    element("p", {}, element("button", {type: "button", onclick: () => mend(edit)}, "Try it"), ` ${visible(edit.purpose)}`),
    element("pre", {}, edit.text.split("\n").map(visible).join("\n")));
}

function sentence_parts(sentence, go, mend) {
  const parts = [element("h4", {}, "Near misses")];
  if (sentence.near_misses.length === 0) {
    parts.push(element("p", {class: "quiet"}, "No rule came close in this sentence."));
  }
  for (const miss of sentence.near_misses) {
    parts.push(element("div", {class: "miss"},
      element("p", {}, element("b", {}, `“${visible(miss.cue)}” `), ...origin_of(miss, go)),
      element("p", {}, visible(miss.wanted), miss.found === "" ? "" : element("span", {class: "quiet"}, `; ${visible(miss.found)}`)),
      miss.edit === undefined ? null : edit_offer(miss.edit, mend)));
  }
  if (sentence.beaten.length > 0) {
    parts.push(element("h4", {}, "Beaten"));
    for (const beaten of sentence.beaten) {
      parts.push(element("p", {class: "miss"}, element("b", {}, `“${visible(beaten.cue)}” `), ...origin_of(beaten, go),
        beaten.by === undefined ? "" : ` by ${beaten.by}`, element("span", {class: "quiet"}, ` (${visible(beaten.reason)})`)));
    }
  }
  parts.push(element("details", {}, element("summary", {}, "Words and tree"),
    element("pre", {tabindex: "0"}, sentence.tree.map(visible).join("\n"))));
  return parts;
}

/// What the edit changed in all articles.
export function show_changes(told, on_choose) {
  const {corpus, changes, rules} = told;
  const rows = changes.map((change) => element("li", {class: `finding ${change.kind} ${change.status}`},
    element("button", {type: "button", class: "pick", onclick: () => on_choose(change)},
      status_badge(change.status), element("span", {class: "triple"}, ...line_of(change))),
    element("span", {class: "origin"}, visible(change.name)),
    element("p", {class: "quote"}, visible(change.quote))));
  const total = corpus.gained + corpus.lost + corpus.changed;
  if (total === 0) {
    rows.push(element("li", {class: "empty"}, corpus.done < corpus.documents ?
      "Nothing changed so far." : "The rules as typed give what the saved rules give. Edit a rule and see here what changes."));
  } else if (total > changes.length) {
    rows.push(element("li", {class: "empty"}, `… and ${counted(total - changes.length, "more change")}`));
  }
  byId("changes").replaceChildren(...rows);
  const lines = rules.map((rule) => element("tr", {}, element("td", {}, visible(rule.rule)),
    element("td", {class: "gained"}, rule.gained > 0 ? `+${rule.gained}` : ""),
    element("td", {class: "lost"}, rule.lost > 0 ? `−${rule.lost}` : ""),
    element("td", {class: "changed"}, rule.changed > 0 ? `~${rule.changed}` : "")));
  byId("by-rule").replaceChildren(...(lines.length === 0 ? [] : [element("h4", {}, "By rule"), element("table", {}, ...lines)]));
  byId("changes-count").textContent = total > 0 ? total.toLocaleString("en") : "";
}

/// All messages on the rule files; `name_of(file)` is what people call it.
export function show_problems(diagnostics, name_of, go) {
  const rows = diagnostics.map((problem) => {
    const place = problem.file === null ? "" : `${name_of(problem.file)}:${problem.line}`;
    return element("li", {class: problem.severity},
      element("span", {class: "severity"}, problem.severity),
      place === "" ? "" : element("button", {type: "button", class: "link", onclick: () => go(problem.file, problem.line)}, visible(place)),
      element("span", {class: "message"}, `${visible(problem.message)} `, element("span", {class: "quiet"}, problem.code)),
      problem.hint === "" ? null : element("p", {class: "remedy"}, visible(problem.hint)));
  });
  byId("problems").replaceChildren(...(rows.length > 0 ? rows : [element("li", {class: "empty"}, "No problems.")]));
  byId("problems-count").textContent = diagnostics.length > 0 ? diagnostics.length : "";
  byId("problems-count").className = diagnostics.some(({severity}) => severity === "error") ? "count error" : "count";
}
