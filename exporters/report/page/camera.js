// Where the graph is seen from: {x, y} is in the middle of the picture, `scale` pixels are one unit. The graph's y points
// up, the screen's down.

export const to_screen = (camera, size, point) =>
  ({x: (point.x - camera.x) * camera.scale + size.width / 2, y: (camera.y - point.y) * camera.scale + size.height / 2});

export const to_graph = (camera, size, point) =>
  ({x: (point.x - size.width / 2) / camera.scale + camera.x, y: camera.y - (point.y - size.height / 2) / camera.scale});

export const panned = (camera, dx, dy) => ({...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale});

/// Nearer by that factor; what is at `at` on the screen stays there.
export function zoomed(camera, size, factor, at = {x: size.width / 2, y: size.height / 2}) {
  const scale = Math.min(Math.max(camera.scale * factor, 0.01), 20);
  const fixed = to_graph(camera, size, at);
  const moved = to_graph({...camera, scale}, size, at);
  return {x: camera.x + fixed.x - moved.x, y: camera.y + fixed.y - moved.y, scale};
}

export const bounds_of = (points) => points.reduce((box, {x, y}) => ({left: Math.min(box.left, x), right: Math.max(box.right, x),
  bottom: Math.min(box.bottom, y), top: Math.max(box.top, y)}), {left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity});

/// Of a thousand points or more without the hundredth that is outermost at each side.
function inner_bounds_of(points) {
  const cut = points.length < 1000 ? 0 : Math.floor(points.length / 100);
  const inner = (axis) => points.map((point) => point[axis]).sort((a, b) => a - b).slice(cut, points.length - cut);
  const [xs, ys] = [inner("x"), inner("y")];
  return {left: xs[0], right: xs.at(-1), bottom: ys[0], top: ys.at(-1)};
}

/// All points, of which there is one at least, with room for labels around them; of very many all but the outermost.
export function fitted(points, size) {
  const bounds = inner_bounds_of(points);
  const margin = {x: Math.min(70, size.width * 0.14), y: 50};
  const scale = Math.min((size.width - 2 * margin.x) / Math.max(bounds.right - bounds.left, 1),
    (size.height - 2 * margin.y) / Math.max(bounds.top - bounds.bottom, 1), 3);
  return {x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2, scale: Math.max(scale, 0.01)};
}
