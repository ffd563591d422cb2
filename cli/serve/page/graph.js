// The graph as SVG: actors are circles, subjects squares, an edge is a stance. Places come from the program.

import {get} from "/api.js";
import {after_pause, byId, counted, element, sign_of, visible} from "/page.js";

const kSpace = "http://www.w3.org/2000/svg";

function shape(name, attributes, ...children) {
  const made = document.createElementNS(kSpace, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

/// Of a vertex, in pixels: what is drawn keeps its size on the screen, however far away it is seen from.
const radius_of = (vertex) => 4 + Math.sqrt(vertex.size);
const shortened = (name) => (name.length > 32 ? `${name.slice(0, 30)}…` : name);

export class Graph {
  /// `article()` is the article shown, `on_evidence(evidence)` leads to a sentence.
  constructor(article, on_evidence) {
    this.article = article;
    this.on_evidence = on_evidence;
    this.root = byId("graph");
    this.box = {x: -500, y: -500, width: 1000, height: 1000};
    const draw_later = after_pause(200, () => this.load());
    byId("graph-search").addEventListener("input", draw_later);
    for (const scope of document.querySelectorAll("input[name=scope]")) {
      scope.addEventListener("change", () => this.load());
    }
    byId("zoom-in").addEventListener("click", () => this.zoom(0.75));
    byId("zoom-out").addEventListener("click", () => this.zoom(1 / 0.75));
    byId("zoom-fit").addEventListener("click", () => this.fit());
    this.root.addEventListener("wheel", (event) => this.wheel(event), {passive: false});
    this.root.addEventListener("pointerdown", (event) => this.pointer_down(event));
    this.root.addEventListener("pointermove", (event) => this.pointer_move(event));
    new ResizeObserver(() => this.graph && this.fit()).observe(this.root);
    this.root.addEventListener("pointerup", () => (this.grip = null));
  }

  async load() {
    const scope = document.querySelector("input[name=scope]:checked").value;
    const wanted = {search: byId("graph-search").value};
    if (scope === "article") {
      wanted.article = this.article();
    }
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const graph = await get("graph", wanted);
    if (asked === this.asked) {
      this.graph = graph;
      this.draw();
    }
  }

  draw() {
    const {vertices, edges} = this.graph;
    // Edges between the same two lie side by side.
    const seen = new Map();
    const lines = edges.map((edge) => {
      const pair = `${edge.actor} ${edge.subject}`;
      const rank = seen.get(pair) ?? 0;
      seen.set(pair, rank + 1);
      return this.edge(edge, vertices[edge.actor], vertices[edge.subject], rank);
    });
    this.labels = vertices.map((vertex) => ({vertex, made: this.label(vertex)})).sort((a, b) => b.vertex.claims - a.vertex.claims);
    this.root.replaceChildren(...lines, ...vertices.map((vertex) => this.vertex(vertex)), ...this.labels.map(({made}) => made));
    this.fit();
    this.show_edges();
  }

  edge(edge, from, to, rank) {
    const bend = (rank % 2 === 0 ? 1 : -1) * Math.ceil(rank / 2) * 60;
    const [dx, dy] = [to.x - from.x, from.y - to.y];
    const length = Math.hypot(dx, dy) || 1;
    const middle = {x: (from.x + to.x) / 2 - (dy / length) * bend, y: -(from.y + to.y) / 2 + (dx / length) * bend};
    const path = `M${from.x} ${-from.y}Q${middle.x} ${middle.y} ${to.x} ${-to.y}`;
    const text = `${from.name} ${edge.stance} ${to.name}: ${counted(edge.claims, "claim")}`;
    const made = shape("g", {class: `edge ${sign_of(edge.polarity)}`, tabindex: 0, role: "button", "aria-label": visible(text)},
      shape("path", {d: path, class: "grip"}),
      shape("path", {d: path, class: "stroke"}),
      shape("text", {x: middle.x / 2 + (from.x + to.x) / 4, y: middle.y / 2 - (from.y + to.y) / 4, class: "edge-label"}, visible(edge.stance)));
    const title = document.createElementNS(kSpace, "title");
    title.textContent = visible(text);
    made.append(title);
    made.style.setProperty("--width", 1.2 + Math.min(edge.claims, 12) / 3);
    made.addEventListener("click", () => this.choose(edge, made));
    made.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        this.choose(edge, made);
      }
    });
    return made;
  }

  vertex(vertex) {
    const made = vertex.kind === "actor" ? shape("circle", {class: "actor"}) : shape("rect", {class: "subject"});
    const title = document.createElementNS(kSpace, "title");
    title.textContent = visible(`${vertex.name || "?"}: ${counted(vertex.claims, "claim")}`);
    made.append(title);
    made.resize = (unit) => {
      const r = radius_of(vertex) * unit;
      const place = vertex.kind === "actor" ? {cx: vertex.x, cy: -vertex.y, r}
        : {x: vertex.x - r, y: -vertex.y - r, width: 2 * r, height: 2 * r, rx: 2 * unit};
      Object.entries(place).forEach(([name, value]) => made.setAttribute(name, value));
    };
    return made;
  }

  label(vertex) {
    const made = shape("text", {x: vertex.x, class: `label ${vertex.kind}`}, visible(shortened(vertex.name || "?")));
    made.resize = (unit) => made.setAttribute("y", -vertex.y + (radius_of(vertex) + 13) * unit);
    return made;
  }

  choose(edge, made) {
    this.root.querySelector(".edge.chosen")?.classList.remove("chosen");
    made.classList.add("chosen");
    const {vertices} = this.graph;
    byId("edges").replaceChildren(
      element("button", {type: "button", class: "link", onclick: () => this.show_edges()}, "‹ all edges"),
      element("h3", {}, element("b", {}, visible(vertices[edge.actor].name)), " ",
        element("span", {class: `stance ${sign_of(edge.polarity)}`}, visible(edge.stance)), " ",
        element("b", {}, visible(vertices[edge.subject].name))),
      element("p", {class: "quiet"}, `${counted(edge.claims, "claim")} · belief ${edge.belief.toFixed(2)}${edge.contested ? " · contested" : ""}`),
      ...edge.evidence.map((evidence) => element("div", {class: "miss"},
        element("p", {}, visible(evidence.quote)),
        element("button", {type: "button", class: "link", onclick: () => this.on_evidence(evidence)},
          visible([`${evidence.name}:${evidence.line}`, evidence.outlet, evidence.date].filter((part) => part !== "").join(" · "))))));
  }

  /// All edges as a list: the graph for those who cannot see or point at it.
  show_edges() {
    const {vertices, edges, all_edges} = this.graph;
    const drawn = [...this.root.querySelectorAll(".edge")];
    const by_claims = edges.map((edge, index) => ({edge, made: drawn[index]})).sort((a, b) => b.edge.claims - a.edge.claims);
    const rows = by_claims.map(({edge, made}) => element("li", {}, element("button",
      {type: "button", class: "link", onclick: () => this.choose(edge, made)},
      `${visible(vertices[edge.actor].name)} — ${visible(edge.stance)} — ${visible(vertices[edge.subject].name)}`),
    element("span", {class: "quiet"}, ` ${edge.claims}`)));
    const told = edges.length < all_edges ? `${edges.length} of ${all_edges} edges, those with the most claims` : counted(edges.length, "edge");
    byId("edges").replaceChildren(element("p", {class: "quiet"}, told), element("ul", {class: "edge-list"}, ...rows));
  }

  // ---- what is seen

  fit() {
    const {vertices} = this.graph;
    if (vertices.length === 0) {
      return;
    }
    const [left, right] = [Math.min(...vertices.map(({x}) => x)), Math.max(...vertices.map(({x}) => x))];
    const [top, bottom] = [Math.min(...vertices.map(({y}) => -y)), Math.max(...vertices.map(({y}) => -y))];
    // Room around the outermost for their labels, which are as wide on the screen whatever the graph's size.
    const {width, height} = this.root.getBoundingClientRect();
    const unit = Math.max((right - left) / Math.max(width - 190, 100), (bottom - top) / Math.max(height - 70, 60), 0.4);
    this.box = {x: (left + right - width * unit) / 2, y: (top + bottom - (height - 24) * unit) / 2,
      width: width * unit, height: height * unit};
    this.view();
  }

  view() {
    const {x, y, width, height} = this.box;
    this.root.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    const seen = this.root.getBoundingClientRect();
    const unit = Math.max(width / Math.max(seen.width, 1), height / Math.max(seen.height, 1));
    this.root.style.setProperty("--unit", unit);
    this.root.classList.toggle("far", unit > 4.5);
    for (const made of this.root.children) {
      made.resize?.(unit);
    }
    this.thin_labels(unit);
  }

  /// Where labels would cover each other, those of the greater ones stay; the others come as one zooms in.
  thin_labels(unit) {
    const taken = [];
    for (const {vertex, made} of this.labels) {
      const half = made.textContent.length * 3.4 + 3;
      const box = {left: vertex.x / unit - half, right: vertex.x / unit + half, top: -vertex.y / unit + radius_of(vertex)};
      const is_free = taken.every((other) =>
        box.right < other.left || other.right < box.left || Math.abs(box.top - other.top) > 13);
      made.classList.toggle("covered", !is_free);
      if (is_free) {
        taken.push(box);
      }
    }
  }

  zoom(factor, x = this.box.x + this.box.width / 2, y = this.box.y + this.box.height / 2) {
    const {box} = this;
    this.box = {x: x - (x - box.x) * factor, y: y - (y - box.y) * factor, width: box.width * factor, height: box.height * factor};
    this.view();
  }

  place_of(event) {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.root.getScreenCTM().inverse());
    return [place.x, place.y];
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.12 : 1 / 1.12, ...this.place_of(event));
  }

  pointer_down(event) {
    if (event.target === this.root) {
      this.grip = this.place_of(event);
      this.root.setPointerCapture(event.pointerId);
    }
  }

  pointer_move(event) {
    if (this.grip) {
      const [x, y] = this.place_of(event);
      this.box.x += this.grip[0] - x;
      this.box.y += this.grip[1] - y;
      this.view();
    }
  }
}
