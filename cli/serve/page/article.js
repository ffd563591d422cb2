// The article at the left: its text with the words of claims marked, sentences that can be chosen.

import {byId, element, visible} from "/page.js";

const kParts = ["statement", "subject", "speaker", "cue"];

export class Article {
  /// `on_choose(sentence, finding or null)` is called when the user picks a sentence or a marked span.
  constructor(on_choose) {
    this.root = byId("text");
    this.on_choose = on_choose;
    this.sentence = null;
    this.root.addEventListener("click", (event) => this.click(event));
    this.root.addEventListener("keydown", (event) => this.key_down(event));
  }

  /// Shows an article as the program tells it. The place and the chosen sentence are kept for the same article.
  show(article) {
    const is_same = this.article?.id === article.id;
    const top = is_same ? this.root.scrollTop : 0;
    this.article = article;
    this.runs = new Map();  // finding -> its elements
    this.sentences = new Map();
    byId("title").textContent = visible(article.title || article.name);
    const about = [article.outlet, article.date, article.title ? article.name : ""].filter((part) => part !== "");
    byId("source").textContent = visible(about.join(" · "));
    this.root.replaceChildren(...article.paragraphs.map((paragraph) => this.paragraph(paragraph)));
    this.root.scrollTop = top;
    this.sentence = is_same && this.sentences.has(this.sentence) ? this.sentence : null;
    this.mark_sentence();
  }

  paragraph({class: kind, runs}) {
    const made = element(kind === "headline" ? "h3" : "p", {class: kind});
    let holder = made;
    let current;
    for (const run of runs) {
      if (run.s !== current) {
        current = run.s;
        holder = made;
        if (current !== undefined) {
          holder = element("span", {class: "sentence"});
          holder.sentence = current;
          this.sentences.set(current, holder);
          made.append(holder);
        }
      }
      holder.append(run.m === undefined ? run.t : this.run(run));
    }
    return made;
  }

  run({t: text, m: marks}) {
    const findings = this.article.findings;
    const shown = marks.filter(([finding]) => findings[finding].status !== "lost");
    const classes = new Set(shown.map(([, part]) => part));
    if (shown.some(([finding, part]) => part === "cue" && findings[finding].status === "gained")) {
      classes.add("gained");
    }
    const made = element("span", {class: ["mark", ...classes].join(" ")}, text);
    // The innermost part counts when somebody clicks on it.
    const order = [...marks].sort((a, b) => kParts.indexOf(b[1]) - kParts.indexOf(a[1]));
    made.finding = order[0][0];
    made.title = [...new Set(order.map(([finding]) => visible(findings[finding].text)))].slice(0, 3).join("\n");
    for (const [finding, part] of marks) {
      this.runs.set(finding, [...(this.runs.get(finding) ?? []), [made, part]]);
    }
    return made;
  }

  /// Marks the words of a finding and scrolls to its cue; null: of none.
  choose(finding, scrolls = true) {
    for (const chosen of this.root.querySelectorAll(".chosen")) {
      chosen.classList.remove("chosen", "chosen-speaker", "chosen-cue", "chosen-subject", "chosen-statement");
    }
    const runs = finding === null ? [] : this.runs.get(finding) ?? [];
    for (const [run, part] of runs) {
      run.classList.add("chosen", `chosen-${part}`);
    }
    if (finding !== null) {
      this.sentence = this.article.findings[finding].sentence;
      this.mark_sentence();
      const cue = runs.find(([, part]) => part === "cue")?.[0];
      if (scrolls) {
        cue?.scrollIntoView({block: "center"});
      }
    }
  }

  mark_sentence() {
    this.root.querySelector(".sentence.current")?.classList.remove("current");
    this.sentences.get(this.sentence)?.classList.add("current");
  }

  click(event) {
    const sentence = event.target.closest(".sentence");
    if (sentence !== null && document.getSelection().isCollapsed) {
      const run = event.target.closest(".mark");
      this.pick(sentence.sentence, run === null ? null : run.finding);
    }
  }

  pick(sentence, finding) {
    this.sentence = sentence;
    this.mark_sentence();
    this.on_choose(sentence, finding);
  }

  key_down(event) {
    const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const numbers = [...this.sentences.keys()];
    const at = numbers.indexOf(this.sentence);
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), numbers.length - 1);
    if (numbers.length > 0) {
      this.sentences.get(numbers[next]).scrollIntoView({block: "nearest"});
      const first = this.article.findings.findIndex((finding) => finding.sentence === numbers[next]);
      this.pick(numbers[next], first < 0 ? null : first);
    }
  }
}
