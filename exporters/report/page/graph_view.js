// The canvas: what is seen from where, and what fingers, pointer and keys do to it.

import {fitted, panned, to_screen, zoomed} from "./camera.js";
import {is_vertex, name_of} from "./data.js";
import {focus_of, paint, picture_of, scene_of} from "./drawing.js";
import {thing_at} from "./shapes.js";
import {after_pause, counted} from "./page.js";

const kClick = 5;  // pixels that a pointer may move in a click
const kSlack = {mouse: 9, pen: 12, touch: 20};

const title_of = (thing) => {
  const names = is_vertex(thing) ? [name_of(thing)] : [name_of(thing.actor), thing.label, name_of(thing.subject)];
  return `${names.join(" — ")}: ${counted(thing.claims, "claim")} in ${counted(thing.documents, "document")}`;
};

export class GraphView {
  /// `on_choose(thing)` gets a vertex or link that was clicked, or null.
  constructor(canvas, theme, on_choose) {
    Object.assign(this, {canvas, theme, on_choose, pointers: new Map(), chosen: null, hovered: null, scene: scene_of([]), camera: null, is_fitted: true});
    this.context = canvas.getContext("2d");
    this.rest_later = after_pause(120, () => {
      this.is_moving = false;
      this.redraw();
    });
    canvas.addEventListener("wheel", (event) => this.wheel(event), {passive: false});
    canvas.addEventListener("pointerdown", (event) => this.pointer_down(event));
    canvas.addEventListener("pointermove", (event) => this.pointer_move(event));
    canvas.addEventListener("pointerup", (event) => this.pointer_up(event));
    canvas.addEventListener("pointercancel", (event) => this.pointers.delete(event.pointerId));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.resize();
  }

  /// Shows these links: [{link, weight}].
  show(shown) {
    this.scene = scene_of(shown);
    this.hovered = null;
    this.camera === null ? this.fit() : this.redraw();
  }

  choose(thing) {
    this.chosen = thing;
    this.redraw();
  }

  /// Brings a vertex or link that is not in the picture into its middle.
  reveal(thing) {
    const ends = [thing.actor ?? thing, thing.subject ?? thing];
    const middle = {x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2};
    const is_seen = ({x, y}) => x > 20 && y > 20 && x < this.size.width - 20 && y < this.size.height - 20;
    if (this.size && this.camera && !is_seen(to_screen(this.camera, this.size, middle))) {
      this.move({...this.camera, ...middle});
    }
  }

  /// `density` is the number of dots in a pixel.
  resize(density = window.devicePixelRatio || 1) {
    const {clientWidth: width, clientHeight: height} = this.canvas;
    if (width > 0 && height > 0) {
      this.size = {width, height};
      this.density = density;
      this.canvas.width = Math.round(width * this.density);
      this.canvas.height = Math.round(height * this.density);
      this.is_fitted ? this.fit() : this.draw();
    }
  }

  /// Shows all, also when the canvas changes its size, until somebody moves.
  fit() {
    this.is_fitted = true;
    if (this.size && this.scene.vertices.length > 0) {
      this.camera = fitted(this.scene.vertices, this.size);
      this.redraw();
    }
  }

  zoom(factor, at) {
    this.move(zoomed(this.camera, this.size, factor, at));
  }

  pan(dx, dy) {
    this.move(panned(this.camera, dx, dy));
  }

  move(camera) {
    this.camera = camera;
    this.is_fitted = false;
    this.is_moving = true;
    this.redraw();
    this.rest_later();
  }

  /// Once a frame, however often it is asked for.
  redraw() {
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = undefined;
    if (this.size && this.camera) {
      this.picture = picture_of(this.scene, this.camera, this.size);
      this.context.setTransform(this.density, 0, 0, this.density, 0, 0);
      paint(this.context, this.picture, this.theme(), focus_of(this.chosen ?? this.hovered, this.scene), this.is_moving);
    }
  }

  // ---- pointers

  place_of(event) {
    const box = this.canvas.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
  }

  at(event) {
    return this.picture ? thing_at(this.picture, this.place_of(event), kSlack[event.pointerType] ?? kSlack.mouse) : null;
  }

  hover(thing) {
    if (this.hovered !== thing) {
      this.hovered = thing;
      this.canvas.title = thing === null ? "" : title_of(thing);
      this.canvas.classList.toggle("pointing", thing !== null);
      this.redraw();
    }
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-Math.max(-60, Math.min(event.deltaY, 60)) / 300), this.place_of(event));
  }

  pointer_down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.place_of(event));
    this.way = this.pointers.size === 1 ? 0 : Infinity;
  }

  pointer_move(event) {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) {
      this.hover(this.at(event));
      return;
    }
    const now = this.place_of(event);
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    if (others.length === 0) {
      this.way += Math.hypot(now.x - before.x, now.y - before.y);
      this.pan(now.x - before.x, now.y - before.y);
    } else {
      const distance = (place) => Math.hypot(place.x - others[0].x, place.y - others[0].y) || 1;
      this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      this.zoom(distance(now) / distance(before), {x: (now.x + others[0].x) / 2, y: (now.y + others[0].y) / 2});
    }
    this.pointers.set(event.pointerId, now);
  }

  pointer_up(event) {
    if (this.pointers.delete(event.pointerId) && this.way < kClick) {
      this.on_choose(this.at(event));
    }
  }

  key(event) {
    const actions = {ArrowLeft: () => this.pan(60, 0), ArrowRight: () => this.pan(-60, 0), ArrowUp: () => this.pan(0, 60),
      ArrowDown: () => this.pan(0, -60), "+": () => this.zoom(1.25), "=": () => this.zoom(1.25), "-": () => this.zoom(0.8),
      0: () => this.fit(), Escape: () => this.on_choose(null)};
    if (actions[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      actions[event.key]();
    }
  }
}
