/**
 * Files that import each other, types included, in whatever number of steps (Tarjan's strongly connected components).
 * @param {import('./sources.mjs').Source[]} sources
 * @returns {string[][]} each circle's files
 */
export const findCircles = (sources) => {
  const known = new Map(sources.map((source) => [source.file, source]));
  const places = new Map();
  const stack = [];
  const circles = [];
  const visit = (file) => {
    const state = { index: places.size, low: places.size, isOpen: true };
    places.set(file, state);
    stack.push(file);
    for (const { target } of known.get(file).imports) {
      if (target === null || !known.has(target)) continue;
      const other = places.get(target);
      if (!other) state.low = Math.min(state.low, visit(target).low);
      else if (other.isOpen) state.low = Math.min(state.low, other.index);
      if (target === file) circles.push([file]);
    }
    if (state.low < state.index) return state;
    const together = [];
    let one;
    do {
      one = stack.pop();
      places.get(one).isOpen = false;
      together.push(one);
    } while (one !== file);
    if (together.length > 1) circles.push(together.reverse());
    return state;
  };
  for (const { file } of sources) if (!places.has(file)) visit(file);
  return circles;
};
