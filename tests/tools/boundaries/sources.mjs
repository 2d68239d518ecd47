/* Every source file of the three sides, parsed once: what it imports, and how long it and its functions are. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const slash = (path) => path.split(sep).join('/');

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {string | null} target the file of the repository; null for a package
 * @property {boolean} isType nothing of it is there at run time
 *
 * @typedef {object} Source
 * @property {string} file path from the repository's root
 * @property {string} text
 * @property {number} lines
 * @property {Import[]} imports
 * @property {{ name: string, line: number, lines: number }[]} functions
 */

/** Offsets at which lines begin, to tell lines from offsets. */
const lineStarts = (text) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};
const lineOf = (starts, offset) => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
};

const importsOf = (file, module, text) => {
  const found = [];
  const add = (specifier, isType) =>
    found.push({
      specifier,
      target: specifier.startsWith('.')
        ? slash(relative(root, join(root, dirname(file), specifier))).replace(/\?.*$/, '')
        : null,
      isType,
    });
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const specifier = /^['"](.+)['"]$/.exec(written)?.[1];
    if (specifier) add(specifier, false);
  }
  return found;
};

const functionsOf = (program, starts) => {
  const found = [];
  /** The names of variables and properties that functions are given to. */
  const names = new Map();
  const enter = (node) => {
    const line = lineOf(starts, node.start);
    const lines = lineOf(starts, node.end) - line + 1;
    found.push({ name: node.id?.name ?? names.get(node) ?? '(anonymous)', line, lines });
  };
  new Visitor({
    VariableDeclarator: ({ id, init }) => init && names.set(init, id.name),
    Property: ({ key, value }) => names.set(value, key.name ?? key.value),
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
  }).visit(program);
  return found;
};

/** @returns {Source[]} */
export const readSources = () =>
  ['shared', 'server', 'widget'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(({ parentPath }) => !parentPath.includes('node_modules'))
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
      .map((entry) => {
        const file = slash(relative(root, join(entry.parentPath, entry.name)));
        const text = readFileSync(join(root, file), 'utf8');
        const starts = lineStarts(text);
        const lines = starts.length - (text.endsWith('\n') ? 1 : 0);
        if (file.endsWith('.css')) return { file, text, lines, imports: [], functions: [] };
        const { program, module, errors } = parseSync(file, text);
        if (errors.length) throw new Error(`${file}: ${errors[0].message}`);
        return {
          file,
          text,
          lines,
          imports: importsOf(file, module, text),
          functions: functionsOf(program, starts),
        };
      }),
  );
