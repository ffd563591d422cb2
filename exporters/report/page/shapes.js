// The shapes of nodes and lines on the screen, and which of them is at a point.

/// In pixels: nodes keep their size on the screen, however far away they are seen from.
export const radius_of = (vertex) => 3.5 + Math.sqrt(vertex.size);

export const width_of = (weight) => Math.min(1.2 + Math.log2(Math.max(weight, 1)) * 0.9, 6);

/// How far each link bends to the side, in pixels: links of one pair lie side by side, a single one is straight.
export function bends_of(links) {
  const ranks = new Map();
  const of_pair = (link) => `${link.actor.id} ${link.subject.id}`;
  links.forEach((link) => ranks.set(of_pair(link), (ranks.get(of_pair(link)) ?? 0) + 1));
  const counts = new Map(ranks);
  return links.map((link) => {
    const rank = ranks.get(of_pair(link)) - 1;
    ranks.set(of_pair(link), rank);
    return (rank - (counts.get(of_pair(link)) - 1) / 2) * 34;
  });
}

/// The point that pulls the line from `a` to `b` to its side, and the middle of the line.
export function curve_of(a, b, bend) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const side = {x: -(b.y - a.y) / length, y: (b.x - a.x) / length};
  const reach = Math.sign(bend) * Math.min(Math.abs(bend), length * 0.4);
  const middle = {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
  return {pull: {x: middle.x + 2 * side.x * reach, y: middle.y + 2 * side.y * reach},
    middle: {x: middle.x + side.x * reach, y: middle.y + side.y * reach}};
}

function distance_to_segment(point, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.min(Math.max(((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/// From a point to a line as it is drawn: {from, to, pull}.
export function distance_to_line(point, {from, to, pull}) {
  const kPieces = 10;
  let nearest = Infinity;
  let before = from;
  for (let piece = 1; piece <= kPieces; ++piece) {
    const t = piece / kPieces;
    const at = (axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * pull[axis] + t ** 2 * to[axis];
    const next = {x: at("x"), y: at("y")};
    nearest = Math.min(nearest, distance_to_segment(point, before, next));
    before = next;
  }
  return nearest;
}

/// The node or line of a drawn picture at a point, `slack` pixels around it; null where there is none.
export function thing_at({nodes, lines}, point, slack) {
  const near = nodes.map((node) => ({thing: node.vertex, distance: Math.hypot(point.x - node.x, point.y - node.y) - node.radius}));
  const node = near.reduce((best, one) => (one.distance < best.distance ? one : best), {distance: slack / 2});
  if (node.thing) {
    return node.thing;
  }
  const candidates = lines.filter(({from, to, pull}) => Math.min(from.x, to.x, pull.x) - slack < point.x &&
    point.x < Math.max(from.x, to.x, pull.x) + slack && Math.min(from.y, to.y, pull.y) - slack < point.y &&
    point.y < Math.max(from.y, to.y, pull.y) + slack);
  const line = candidates.reduce((best, one) => {
    const distance = distance_to_line(point, one);
    return distance < best.distance ? {thing: one.link, distance} : best;
  }, {distance: slack});
  return line.thing ?? null;
}
