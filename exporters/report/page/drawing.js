// Draws the graph: actors are circles, subjects squares. A line's colour says for, against or neither, and so does its
// stroke: for is whole, against dashed, neutral dotted, and contested a double line.

import {name_of} from "./data.js";
import {bounds_of, to_screen} from "./camera.js";
import {bends_of, curve_of, radius_of, width_of} from "./shapes.js";

const kDashes = {for: [], against: [8, 5], neutral: [2, 4], contested: []};
const kManyLines = 12000;  // dashes take long and are too fine to be seen then
const kManyMoving = 800;
const kLabelledLines = 70;
const kNames = 500;  // of the biggest nodes in the picture
const kLineHeight = 15;
const kBadgedLength = 50;
const kFaded = 0.2;
const kRoomy = 62;  // pixels between nodes; closer ones are drawn smaller
const kSmallest = 0.36;

/// How far a node is from the next one, where all are spread evenly.
function distance_of(vertices) {
  const {left, right, bottom, top} = bounds_of(vertices);
  return Math.sqrt(Math.max(right - left, 1) * Math.max(top - bottom, 1) / Math.max(vertices.length, 1));
}

/// Nodes and lines of links that are shown: [{link, weight}], the nodes that are named first the biggest.
export function scene_of(shown) {
  const links = shown.map(({link}) => link);
  const bends = bends_of(links);
  const vertices = [...new Set(links.flatMap(({actor, subject}) => [actor, subject]))].sort((a, b) => b.size - a.size);
  return {vertices, distance: distance_of(vertices), lines: shown.map(({link, weight}, index) => ({link, bend: bends[index], width: width_of(weight)}))};
}

/// What of the scene is on the screen, in pixels.
export function picture_of(scene, camera, size) {
  const places = new Map(scene.vertices.map((vertex) => [vertex, to_screen(camera, size, vertex)]));
  const is_seen = (left, right, top, bottom) => right > -60 && left < size.width + 60 && bottom > -60 && top < size.height + 60;
  const shrinking = Math.min(Math.max((scene.distance * camera.scale) / kRoomy, kSmallest), 1);
  const nodes = scene.vertices.map((vertex) => ({vertex, ...places.get(vertex), radius: radius_of(vertex) * shrinking}))
    .filter(({x, y}) => is_seen(x, x, y, y));
  const lines = scene.lines.map(({link, bend, width}) => ({link, width, from: places.get(link.actor), to: places.get(link.subject), bend}))
    .filter(({from, to}) => is_seen(Math.min(from.x, to.x), Math.max(from.x, to.x), Math.min(from.y, to.y), Math.max(from.y, to.y)))
    .map((line) => ({...line, ...curve_of(line.from, line.to, line.bend)}));
  return {nodes, lines, size};
}

/// What is chosen or pointed at, and what belongs to it.
export function focus_of(thing, scene) {
  if (!thing) {
    return null;
  }
  const belongs = (link) => link === thing || link.pair === thing || link === thing.pair || link.actor === thing || link.subject === thing;
  const links = scene.lines.map(({link}) => link).filter(belongs);
  return {thing, links: new Set(links), vertices: new Set([thing, ...links.flatMap(({actor, subject}) => [actor, subject])])};
}

function trace(context, {from, to, pull}) {
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(pull.x, pull.y, to.x, to.y);
}

/// Lines of one look are one stroke: twenty thousand strokes would take a second.
function paint_lines(context, lines, theme, has_dashes) {
  const looks = new Map();
  for (const line of lines) {
    const width = Math.round(line.width * 2) / 2;
    const look = `${line.link.sign} ${width}`;
    if (!looks.has(look)) {
      looks.set(look, {sign: line.link.sign, width, lines: []});
    }
    looks.get(look).lines.push(line);
  }
  for (const {sign, width, lines: alike} of looks.values()) {
    context.beginPath();
    alike.forEach((line) => trace(context, line));
    context.setLineDash(has_dashes ? kDashes[sign] : []);
    context.strokeStyle = theme[sign];
    context.lineWidth = sign === "contested" ? width + 3 : width;
    context.stroke();
    if (sign === "contested") {
      context.strokeStyle = theme.ground;
      context.lineWidth = Math.max(width - 0.5, 1.2);
      context.stroke();
    }
  }
  context.setLineDash([]);
}

function paint_node(context, {vertex, x, y, radius}, theme) {
  context.beginPath();
  if (vertex.kind === "actor") {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    context.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  }
  context.fillStyle = vertex.kind === "subject" ? theme.subject : vertex.only_in ? theme.unnamed : theme.actor;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = theme.outline;
  context.stroke();
}

function paint_nodes(context, nodes, theme, is_near) {
  for (let index = nodes.length - 1; index >= 0; --index) {
    context.globalAlpha = is_near(nodes[index].vertex) ? 1 : kFaded * 1.5;
    paint_node(context, nodes[index], theme);
  }
  context.globalAlpha = 1;
}

/// Keeps texts from covering each other: a text that would is not drawn.
class FreeSpace {
  constructor(width) {
    this.width = width;
    this.rows = new Map();
  }

  take({left, right, top}) {
    const row = Math.floor(top / kLineHeight);
    const taken = [row - 1, row, row + 1].flatMap((near) => this.rows.get(near) ?? []);
    const is_free = taken.every((other) => right < other.left || other.right < left || Math.abs(top - other.top) >= kLineHeight);
    if (is_free) {
      this.rows.set(row, [...(this.rows.get(row) ?? []), {left, right, top}]);
    }
    return is_free;
  }
}

/// Measuring a text takes longer than drawing it.
const widths = new Map();

function width_in(context, text) {
  const key = `${context.font} ${text}`;
  if (!widths.has(key)) {
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

const shortened = (name) => (name.length > 34 ? `${name.slice(0, 32)}…` : name);

function paint_text(context, text, x, y, theme) {
  context.lineWidth = 3.5;
  context.strokeStyle = theme.ground;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/// Around `x`, or as near as it fits into the picture.
function paint_label(context, space, {text, x, y, must}, theme) {
  const half = width_in(context, text) / 2 + 2;
  const middle = 0 < x && x < space.width ? Math.max(Math.min(x, space.width - half), half) : x;
  if (space.take({left: middle - half, right: middle + half, top: y}) || must) {
    paint_text(context, text, middle, y, theme);
  }
}

function paint_names(context, nodes, space, theme, focus) {
  context.font = `600 12px ${theme.font}`;
  context.fillStyle = theme.ink;
  const is_near = ({vertex}) => focus?.vertices.has(vertex);
  const named = (focus ? nodes.filter(is_near) : nodes).slice(0, kNames);
  for (const node of named.sort((a, b) => Number(b.vertex === focus?.thing) - Number(a.vertex === focus?.thing))) {
    const label = {text: shortened(name_of(node.vertex)), x: node.x, y: node.y + node.radius + 3, must: node.vertex === focus?.thing};
    paint_label(context, space, label, theme);
  }
}

function paint_stances(context, lines, space, theme, focus) {
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.quiet;
  const named = focus ? lines.filter(({link}) => focus.links.has(link)) : lines;
  if (named.length > kLabelledLines) {
    return;
  }
  for (const {link, from, to, middle} of named) {
    const is_long = Math.hypot(to.x - from.x, to.y - from.y) > width_in(context, link.label) + 40;
    if (is_long || link === focus?.thing) {
      paint_label(context, space, {text: link.label, x: middle.x, y: middle.y - 7, must: link === focus?.thing}, theme);
    }
  }
}

/// A sign in the middle of each pair that is contested, where its stances are lines of their own.
function paint_badges(context, lines, theme) {
  const pairs = new Map(lines.filter(({link}) => link.pair?.contested).map((line) => [line.link.pair, line]));
  context.font = `700 11px ${theme.font}`;
  for (const {from, to} of pairs.values()) {
    const middle = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2};
    if (Math.hypot(to.x - from.x, to.y - from.y) > kBadgedLength) {
      context.beginPath();
      context.arc(middle.x, middle.y, 7, 0, 2 * Math.PI);
      context.fillStyle = theme.contested;
      context.fill();
      context.fillStyle = "#ffffff";
      context.fillText("±", middle.x, middle.y - 6);
    }
  }
}

/// `is_moving` while somebody pans or zooms: what takes long is left for when it rests.
export function paint(context, picture, theme, focus, is_moving) {
  const {nodes, lines, size} = picture;
  context.clearRect(0, 0, size.width, size.height);
  context.lineCap = "butt";
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "top";
  const is_near = (link) => focus === null || focus.links.has(link);
  const has_dashes = lines.length < (is_moving ? kManyMoving : kManyLines);
  if (focus !== null) {
    context.globalAlpha = kFaded;
    paint_lines(context, lines.filter(({link}) => !is_near(link)), theme, has_dashes);
    context.globalAlpha = 1;
  }
  const near = lines.filter(({link}) => is_near(link));
  paint_lines(context, near.map((line) => (line.link === focus?.thing ? {...line, width: line.width + 2} : line)), theme, has_dashes);
  paint_nodes(context, nodes, theme, (vertex) => focus === null || focus.vertices.has(vertex));
  paint_badges(context, near, theme);
  const space = new FreeSpace(size.width);
  paint_names(context, nodes, space, theme, focus);
  paint_stances(context, lines, space, theme, focus);
}
