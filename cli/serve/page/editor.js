// A plain editor: one element a line, so that messages stand under the line they are about and the text below moves
// down. The lines are the truth; what the browser would do to the elements is prevented and done to the lines.

const kPause = 900;  // milliseconds; typing that goes on without such a pause is one step of undo

/// Cuts a line of YAML into [text, class] for colours.
function coloured(line) {
  const comment = /(^|\s)#.*$/.exec(line);
  const code = comment === null ? line : line.slice(0, comment.index + comment[1].length);
  const key = /^(\s*(?:- )?)([\w.-]+\??)(:)(?=\s|$)/.exec(code);
  const pieces = [];
  if (key === null) {
    pieces.push([code, ""]);
  } else {
    pieces.push([key[1], ""], [key[2], "key"], [code.slice(key[1].length + key[2].length), ""]);
  }
  if (comment !== null) {
    pieces.push([line.slice(code.length), "comment"]);
  }
  return pieces.filter(([text]) => text !== "");
}

/// The pieces, with those between the columns of `faults` marked: [text, class, severity].
function with_faults(pieces, faults) {
  for (const {begin, end, severity} of faults) {
    let at = 0;
    const cut = [];
    for (const [text, kind, old] of pieces) {
      const from = Math.min(Math.max(begin - at, 0), text.length);
      const to = Math.min(Math.max(end - at, from), text.length);
      cut.push([text.slice(0, from), kind, old], [text.slice(from, to), kind, severity], [text.slice(to), kind, old]);
      at += text.length;
    }
    pieces = cut.filter(([text]) => text !== "");
  }
  return pieces;
}

/// UTF-16 offset of a column in code points, from 1.
function offset_of(line, column) {
  let offset = 0;
  for (const character of line) {
    if (--column < 1) {
      break;
    }
    offset += character.length;
  }
  return offset;
}

/// The message under a caret; what is no error needs no caret, the line under its words is enough.
function with_caret({column, length, severity, text}) {
  const caret = " ".repeat(Math.max(column - 1, 0)) + "^" + "~".repeat(Math.max(length - 1, 0));
  return severity === "error" ? `${caret}\n${text}` : text;
}

const is_before = (a, b) => a.line < b.line || (a.line === b.line && a.column < b.column);

export class Editor {
  /// `on_input` is called after each change by the user.
  constructor(root, on_input) {
    this.root = root;
    this.on_input = on_input;
    this.lines = [""];
    this.messages = new Map();
    this.line_end = "\n";
    this.forget();
    root.addEventListener("beforeinput", (event) => this.before_input(event));
    root.addEventListener("compositionend", () => this.take_elements());
    root.addEventListener("keydown", (event) => this.key_down(event));
    root.addEventListener("copy", (event) => this.copy(event));
    root.addEventListener("cut", (event) => this.copy(event) && this.type(this.selection(), ""));
    root.addEventListener("drop", (event) => event.preventDefault());
  }

  get text() {
    return this.lines.join(this.line_end);
  }

  /// Shows another text and forgets what could be undone.
  show(text) {
    this.line_end = text.includes("\r\n") ? "\r\n" : "\n";
    this.lines = text.split(/\r?\n/);
    this.messages = new Map();
    this.forget();
    this.root.replaceChildren(...this.lines.map((line) => this.line_element(line, [])));
    this.root.scrollTop = 0;
  }

  /// Puts messages under lines: {line, column, length, severity, text}.
  tell(messages) {
    const by_line = new Map();
    for (const message of messages) {
      by_line.set(message.line, [...(by_line.get(message.line) ?? []), message]);
    }
    const before = this.messages;
    this.messages = by_line;
    for (const number of new Set([...before.keys(), ...by_line.keys()])) {
      if (JSON.stringify(before.get(number)) !== JSON.stringify(by_line.get(number))) {
        this.draw(number - 1);
      }
    }
  }

  /// Scrolls to a line and marks it for a while.
  reveal(number) {
    const line = this.root.children[number - 1];
    if (line === undefined) {
      return;
    }
    this.root.querySelector(".revealed")?.classList.remove("revealed");
    line.classList.add("revealed");
    const wanted = line.offsetTop - this.root.clientHeight / 3;
    this.root.scrollTo({top: Math.max(wanted, 0)});
  }

  // ---- elements

  line_element(line, messages) {
    const made = document.createElement("div");
    made.className = "line";
    this.fill(made, line, messages);
    return made;
  }

  fill(made, line, messages) {
    const faults = messages.map((message) => {
      const begin = offset_of(line, message.column);
      return {begin, end: Math.max(offset_of(line, message.column + message.length), begin), severity: message.severity};
    });
    const nodes = with_faults(coloured(line), faults).map(([text, kind, severity]) => {
      if (kind === "" && severity === undefined) {
        return document.createTextNode(text);
      }
      const piece = document.createElement("span");
      piece.className = `${kind} ${severity ?? ""}`.trim();
      piece.textContent = text;
      return piece;
    });
    made.replaceChildren(...(nodes.length === 0 ? [document.createElement("br")] : nodes));
    if (messages.length === 0) {
      delete made.dataset.message;
      delete made.dataset.severity;
    } else {
      made.dataset.message = messages.map(with_caret).join("\n");
      made.dataset.severity = messages.some((message) => message.severity === "error") ? "error" : "warning";
    }
  }

  draw(index) {
    const made = this.root.children[index];
    if (made !== undefined && this.lines[index] !== undefined) {
      const kept = this.has_focus() ? this.selection() : null;
      this.fill(made, this.lines[index], this.messages.get(index + 1) ?? []);
      if (kept !== null) {
        this.select(kept.begin, kept.end);
      }
    }
  }

  has_focus() {
    return document.activeElement === this.root;
  }

  // ---- places: {line, column}, both from 0, columns in UTF-16 units

  place_of(node, offset) {
    if (node === this.root) {
      return offset < this.lines.length ? {line: offset, column: 0} : this.end();
    }
    let line = node;
    while (line !== null && line.parentNode !== this.root) {
      line = line.parentNode;
    }
    if (line === null) {
      return this.end();
    }
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, offset);
    const index = Array.prototype.indexOf.call(this.root.children, line);
    return {line: index, column: Math.min(range.toString().length, this.lines[index]?.length ?? 0)};
  }

  node_at({line, column}) {
    const element = this.root.children[line];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (column <= node.length) {
        return [node, column];
      }
      column -= node.length;
    }
    return [element, 0];
  }

  end() {
    return {line: this.lines.length - 1, column: this.lines.at(-1).length};
  }

  range_of(range) {
    const begin = this.place_of(range.startContainer, range.startOffset);
    const end = this.place_of(range.endContainer, range.endOffset);
    return is_before(end, begin) ? {begin: end, end: begin} : {begin, end};
  }

  selection() {
    const selection = document.getSelection();
    if (selection.rangeCount === 0 || !this.root.contains(selection.anchorNode)) {
      return {begin: this.end(), end: this.end()};
    }
    return this.range_of(selection.getRangeAt(0));
  }

  select(begin, end = begin) {
    document.getSelection().setBaseAndExtent(...this.node_at(begin), ...this.node_at(end));
  }

  between({begin, end}) {
    if (begin.line === end.line) {
      return this.lines[begin.line].slice(begin.column, end.column);
    }
    return [this.lines[begin.line].slice(begin.column), ...this.lines.slice(begin.line + 1, end.line),
      this.lines[end.line].slice(0, end.column)].join("\n");
  }

  // ---- changes

  /// Puts `text` in the place of the range and gives the place behind it.
  replace({begin, end}, text) {
    const fresh = text.split("\n");
    fresh[0] = this.lines[begin.line].slice(0, begin.column) + fresh[0];
    const last = {line: begin.line + fresh.length - 1, column: fresh.at(-1).length};
    fresh[fresh.length - 1] += this.lines[end.line].slice(end.column);
    const gone = end.line - begin.line + 1;
    this.lines = [...this.lines.slice(0, begin.line), ...fresh, ...this.lines.slice(end.line + 1)];
    this.move_messages(end.line + 1, fresh.length - gone);
    const elements = fresh.map((line, index) => this.line_element(line, this.messages.get(begin.line + index + 1) ?? []));
    const old = Array.from(this.root.children).slice(begin.line, end.line + 1);
    old[0].before(...elements);
    old.forEach((line) => line.remove());
    return last;
  }

  /// Messages below a change move with their lines until new ones come.
  move_messages(line, by) {
    if (by !== 0) {
      this.messages = new Map([...this.messages].map(([number, of]) => [number > line ? number + by : number, of]));
    }
  }

  type(range, text) {
    text = text.replace(/\r\n?/g, "\n");
    const removed = this.between(range);
    if (removed === "" && text === "") {
      return;
    }
    const after = this.replace(range, text);
    this.remember({begin: range.begin, removed, inserted: text, after});
    this.select(after);
    this.show_caret(after);
    this.on_input();
  }

  /// Puts lines below the line of that number, or in its place; can be undone like what was typed.
  edit_line(number, adds, text) {
    const line = Math.min(number, this.lines.length) - 1;
    const end = {line, column: this.lines[line].length};
    this.root.focus();
    this.type({begin: adds ? end : {line, column: 0}, end}, adds ? `\n${text}` : text);
  }

  show_caret({line}) {
    this.root.children[line]?.scrollIntoView({block: "nearest"});
  }

  forget() {
    this.done = [];
    this.undone = [];
    this.last_time = 0;
  }

  remember(step) {
    const now = performance.now();
    const last = this.done.at(-1);
    const goes_on = last !== undefined && now - this.last_time < kPause && step.removed === "" && last.removed === "" &&
      step.inserted !== "\n" && last.after.line === step.begin.line && last.after.column === step.begin.column;
    if (goes_on) {
      last.inserted += step.inserted;
      last.after = step.after;
    } else {
      this.done.push(step);
    }
    this.undone = [];
    this.last_time = now;
  }

  undo() {
    const step = this.done.pop();
    if (step !== undefined) {
      const after = this.replace({begin: step.begin, end: step.after}, step.removed);
      this.undone.push(step);
      this.go_on(after);
    }
  }

  redo() {
    const step = this.undone.pop();
    if (step !== undefined) {
      const lines = step.removed.split("\n");
      const end = {line: step.begin.line + lines.length - 1,
        column: lines.length === 1 ? step.begin.column + lines[0].length : lines.at(-1).length};
      this.done.push({...step, after: this.replace({begin: step.begin, end}, step.inserted)});
      this.go_on(this.done.at(-1).after);
    }
  }

  go_on(place) {
    this.last_time = 0;
    this.select(place);
    this.show_caret(place);
    this.on_input();
  }

  // ---- what the browser tells

  key_down(event) {
    const is_command = (event.ctrlKey || event.metaKey) && !event.altKey;
    const letter = event.key.toLowerCase();
    if (is_command && letter === "z") {
      event.preventDefault();
      event.shiftKey ? this.redo() : this.undo();
    } else if (is_command && letter === "y") {
      event.preventDefault();
      this.redo();
    }
  }

  before_input(event) {
    const kind = event.inputType;
    if (event.isComposing || kind === "insertCompositionText" || kind === "deleteCompositionText") {
      return;  // the browser's own until the composition ends
    }
    event.preventDefault();
    const target = event.getTargetRanges()[0];
    const range = target === undefined ? this.selection() : this.range_of(target);
    if (kind === "insertParagraph" || kind === "insertLineBreak") {
      const line = this.lines[range.begin.line].slice(0, range.begin.column);
      this.type(range, "\n" + /^ */.exec(line)[0]);
    } else if (kind.startsWith("insert")) {
      this.type(range, event.data ?? event.dataTransfer?.getData("text/plain") ?? "");
    } else if (kind.startsWith("delete")) {
      this.type(range, "");
    } else if (kind === "historyUndo") {
      this.undo();
    } else if (kind === "historyRedo") {
      this.redo();
    }
  }

  /// After a composition the elements are ahead of the lines.
  take_elements() {
    const place = this.selection().end;
    const now = Array.from(this.root.children, (line) => line.textContent);
    const whole = {begin: {line: 0, column: 0}, end: this.end()};
    const removed = this.between(whole);
    const inserted = now.join("\n");
    if (removed !== inserted) {
      this.lines = now;
      this.remember({begin: whole.begin, removed, inserted, after: this.end()});
      this.draw(place.line);
      this.on_input();
    }
  }

  copy(event) {
    const text = this.between(this.selection());
    if (text === "") {
      return false;
    }
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    return true;
  }
}
