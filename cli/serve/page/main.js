// Puts the parts of the page together: what is chosen, what is typed, what the program says to it.

import {get, post} from "/api.js";
import {Article} from "/article.js";
import {Chooser} from "/chooser.js";
import {Editor} from "/editor.js";
import {Findings, show_changes, show_detail, show_problems} from "/findings.js";
import {Graph} from "/graph.js";
import {after_pause, byId, counted, element, visible} from "/page.js";

const kTypingPause = 180;  // milliseconds without a key before the edit is checked and run
const kPollPause = 300;

const shown = {article: 0, articles: 0, file: null, finding: null, sentence: null, revision: -1, files: []};

const article = new Article((sentence, finding) => choose(finding, sentence, {scrolls_article: false}));
const findings = new Findings((number) => choose_with_rule(number), go_to);
const graph = new Graph(() => shown.article, (evidence) => show_evidence(evidence));
const editor = new Editor(byId("editor"), () => edited());
new Chooser((number) => show_article(number));

// ---- telling of trouble

function notice(text) {
  byId("notice").textContent = visible(text);
  byId("notice").hidden = text === "";
}

/// Runs what asks the program; what goes wrong is told on the page.
const guarded = (action) => async (...values) => {
  try {
    return await action(...values);
  } catch (trouble) {
    notice(trouble.message);
    return undefined;
  }
};

// ---- articles

const show_article = guarded(async (number, cue = null) => {
  const told = await get("article", {article: number});
  const is_same = shown.article === number && article.article !== undefined;
  const before = shown.finding === null ? null : article.article?.findings[shown.finding];
  shown.article = number;
  article.show(told);
  findings.show(told);
  byId("chosen").textContent = visible(told.title || told.name);
  document.title = `${told.title || told.name} – Stancegraph`;
  if (cue !== null) {
    const found = told.findings.findIndex((finding) => finding.cue === cue);
    return choose(found < 0 ? null : found, told.findings[found]?.sentence ?? null, {});
  }
  // After an edit the same finding stays chosen, if it is still there.
  const same = is_same && before ? told.findings.findIndex(({text, cue: at}) => text === before.text && at === before.cue) : -1;
  return choose(same < 0 ? null : same, is_same ? shown.sentence : null, {scrolls_article: false, scrolls_findings: false});
});

const step = (by) => () => show_article((shown.article + by + shown.articles) % shown.articles);
byId("previous").addEventListener("click", step(-1));
byId("next").addEventListener("click", step(1));

function show_evidence(evidence) {
  make_large(false);
  show_tab("findings");
  show_article(evidence.article, evidence.cue);
}

// ---- findings and sentences

const choose = guarded(async (number, sentence, {scrolls_article = true, scrolls_findings = true}) => {
  shown.finding = number;
  shown.sentence = sentence;
  findings.choose(number, scrolls_findings);
  article.choose(number, scrolls_article);
  const finding = number === null ? null : article.article.findings[number];
  if (sentence === null) {
    return show_detail(finding, null, go_to, make_edit);
  }
  const told = await get("sentence", {article: shown.article, sentence});
  if (sentence === shown.sentence) {
    show_detail(finding, told, go_to, make_edit);
  }
  return undefined;
});

/// From the list: the evidence on the left, the rule on the right.
async function choose_with_rule(number) {
  const finding = article.article.findings[number];
  await choose(number, finding.sentence, {scrolls_findings: false});
  if (finding.rule_file !== null) {
    await go_to(finding.rule_file, finding.rule_line);
  }
}

// ---- rule files

async function go_to(file, line) {
  make_large(false);
  if (file !== shown.file) {
    await show_file(file);
  }
  editor.reveal(line);
}

/// Makes an edit that was offered, as if it were typed.
async function make_edit({file, line, adds, text}) {
  await go_to(file, line);
  editor.edit_line(line, adds, text);
  editor.reveal(adds ? line + 1 : line);
}

const show_file = guarded(async (file) => {
  await send_edit();
  const told = await get("file", {file});
  shown.file = file;
  shown.saved = told.saved;
  shown.sent = told.text;
  byId("file").value = file;
  editor.show(told.text);
  notice("");
  tell_file();
});

const name_of = (file) => shown.files[file]?.name ?? "?";

function fill_files() {
  const groups = new Map();
  shown.files.forEach((file, number) => {
    const group = groups.get(file.folder) ?? element("optgroup", {label: visible(file.folder)});
    groups.set(file.folder, group);
    const is_edited = number === shown.file ? editor.text !== shown.saved : file.edited;
    group.append(element("option", {value: number}, `${is_edited ? "● " : ""}${visible(file.name)}${file.editable ? "" : "  (try only)"}`));
  });
  byId("file").replaceChildren(...groups.values());
  if (shown.file !== null) {
    byId("file").value = shown.file;
  }
}

function tell_buttons() {
  const file = shown.files[shown.file];
  const is_edited = editor.text !== shown.saved;
  byId("save").disabled = !is_edited || !file.editable;
  byId("save").title = file.editable ? "Ctrl+S" : "Shipped rules can be tried, not saved: start with --rules and a folder of yours";
  byId("reread").disabled = !is_edited;
}

/// Save and discard, and the messages under the lines, as the file stands.
function tell_file() {
  tell_buttons();
  const here = shown.state.diagnostics.filter((problem) => problem.file === shown.file);
  editor.tell(here.map((problem) => ({
    line: problem.line, column: problem.column, length: problem.length, severity: problem.severity,
    text: [`${problem.severity}[${problem.code}]: ${problem.message}`,
      ...(problem.severity !== "error" || problem.hint === "" ? [] : problem.hint.split("\n").map((line) => `help: ${line}`))]
      .map(visible).join("\n"),
  })));
}

byId("file").addEventListener("change", () => show_file(Number(byId("file").value)));

// ---- editing

const send_later = after_pause(kTypingPause, () => guarded(send_edit)());

function edited() {
  send_later();
  tell_buttons();
}

let last_turn = Promise.resolve();

/// One request that changes something after the other, in the order in which they were asked for.
function in_turn(action) {
  const turn = last_turn.then(action);
  last_turn = turn.catch(() => undefined);
  return turn;
}

/// Sends what was typed, if it is not there yet.
const send_edit = () => in_turn(async () => {
  const text = editor.text;
  if (shown.file !== null && text !== shown.sent) {
    const state = await post("edit", {file: shown.file}, text);
    shown.sent = text;
    await take_state(state);
  }
});

const save = guarded(() => in_turn(async () => {
  if (byId("save").disabled) {
    return;
  }
  const text = editor.text;
  const state = await post("save", {file: shown.file}, text);
  shown.saved = text;
  shown.sent = text;
  notice("");
  await take_state(state, true);
}));

const reread = guarded(() => in_turn(async () => {
  const state = await post("reread", {file: shown.file});
  const told = await get("file", {file: shown.file});
  shown.saved = told.saved;
  shown.sent = told.text;
  editor.show(told.text);
  notice("");
  await take_state(state, true);
}));

byId("save").addEventListener("click", save);
byId("reread").addEventListener("click", reread);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (shown.file !== null && editor.text !== shown.sent) {
    event.preventDefault();
  }
});

// ---- what the program says to the rules

async function take_state(state, is_other = false) {
  const has_changed = is_other || state.revision !== shown.revision;
  shown.state = state;
  shown.files = state.files;
  shown.revision = state.revision;
  shown.articles = state.corpus.documents;
  fill_files();
  tell_verdict(state);
  show_problems(state.diagnostics, name_of, go_to);
  if (shown.file !== null) {
    tell_file();
  }
  if (has_changed) {
    await show_article(shown.article);
    poll();
  }
}

function tell_verdict({loads, diagnostics, examples}) {
  const errors = diagnostics.filter(({severity, code}) => severity === "error" && !code.startsWith("SG14")).length;
  const verdict = byId("verdict");
  verdict.className = loads ? (examples.failed > 0 ? "warning" : "fine") : "error";
  verdict.textContent = !loads
    ? `✗ ${counted(errors, "error")}; the last good rules stay in use`
    : examples.failed > 0 ? `! ${counted(examples.failed, "example")} of ${examples.passed + examples.failed} failed`
      : `✓ ${counted(examples.passed, "example")} passed`;
}

// ---- the whole corpus

let poll_timer = 0;

const poll = guarded(async () => {
  clearTimeout(poll_timer);
  const told = await get("changes");
  show_changes(told, (change) => show_article(change.article, change.cue));
  const {gained, lost, changed, done, documents} = told.corpus;
  const badge = (number, kind, sign, title) => (number === 0 ? [] : [element("span", {class: kind, title}, `${sign}${number}`)]);
  byId("effect").replaceChildren(...badge(gained, "gained", "+", "gained over all articles"),
    ...badge(lost, "lost", "−", "lost over all articles"),
    ...badge(changed, "changed", "~", "found by another rule, or with another certainty"));
  byId("progress").textContent = done < documents ? `${done} of ${counted(documents, "article")}` : counted(documents, "article");
  if (done < documents) {
    poll_timer = setTimeout(poll, kPollPause);
  } else if (!byId("panel-graph").hidden) {
    await graph.load();
  }
});

// ---- tabs

const tabs = ["findings", "changes", "graph", "problems"];

function show_tab(name) {
  for (const tab of tabs) {
    const is_shown = tab === name;
    byId(`tab-${tab}`).setAttribute("aria-selected", is_shown);
    byId(`tab-${tab}`).tabIndex = is_shown ? 0 : -1;
    byId(`panel-${tab}`).hidden = !is_shown;
  }
  if (name === "graph") {
    guarded(() => graph.load())();
  }
}

function make_large(is_large) {
  document.body.classList.toggle("large", is_large);
  byId("larger").setAttribute("aria-pressed", is_large);
}

byId("larger").addEventListener("click", () => make_large(!document.body.classList.contains("large")));

tabs.forEach((tab, number) => {
  byId(`tab-${tab}`).addEventListener("click", () => show_tab(tab));
  byId(`tab-${tab}`).addEventListener("keydown", (event) => {
    const by = {ArrowRight: 1, ArrowLeft: tabs.length - 1}[event.key];
    if (by !== undefined) {
      const next = tabs[(number + by) % tabs.length];
      show_tab(next);
      byId(`tab-${next}`).focus();
    }
  });
});

// ---- the beginning

guarded(async () => {
  const state = await get("state");
  const own = state.files.findIndex((file) => file.editable);
  const first = state.files.findIndex((file) => /rule|stance/.test(file.name));
  await take_state(state);
  await show_file(own >= 0 ? own : Math.max(first, 0));
})();
