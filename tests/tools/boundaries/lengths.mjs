/* How long files and functions may be: what does not fit a screen or four has a second thing in it. */
import { readFileSync, writeFileSync } from 'node:fs';

const maxFileLines = 300;
const maxFunctionLines = 80;
/** Over all source files. */
const maxMedian = 60;
const maxNinetieth = 200;

/** Texts, seed content, migrations and generated files are as long as what they say. */
const isContent = (file) =>
  /\/(?:texts|migrations|content\/(?:questions|conversations))[/-]/.test(file) ||
  /^server\/seed\/content\//.test(file) ||
  /\/(?:mail)?[tT]exts\.ts$/.test(file);

/**
 * What was longer when the limits came, with its lines: it may get shorter, and nothing is added. `npm run boundaries --
 * --shrink` takes in what did.
 */
const listFile = new URL('./longer.json', import.meta.url);

/** Takes what is listed out of what is too long, and complains of what has grown or needs no place in the list. */
const settleList = (tooLong, isShrinking, complain) => {
  const listed = JSON.parse(readFileSync(listFile, 'utf8'));
  for (const [name, { lines, rule }] of Object.entries(tooLong))
    if (lines > (listed[name] ?? 0)) complain(rule, name, `${lines} lines`);
  const shrunk = Object.fromEntries(
    Object.entries(listed).flatMap(([name, lines]) =>
      tooLong[name] ? [[name, Math.min(lines, tooLong[name].lines)]] : [],
    ),
  );
  if (isShrinking) writeFileSync(listFile, `${JSON.stringify(shrunk, null, 2)}\n`);
  else if (Object.keys(shrunk).length < Object.keys(listed).length)
    complain('the list of what is longer only shrinks', 'longer.json', 'run npm run boundaries -- --shrink');
  return Object.keys(shrunk).length;
};

/**
 * @param {import('./sources.mjs').Source[]} sources
 * @param {(rule: string, file: string, what: string) => void} complain
 * @param {boolean} isShrinking whether what got shorter leaves the list
 * @returns {string} the lengths in one line
 */
export const checkLengths = (sources, complain, isShrinking) => {
  const written = sources.filter(({ file }) => !isContent(file));
  const tooLong = {};
  for (const { file, lines, functions } of written) {
    if (lines > maxFileLines) tooLong[file] = { lines, rule: `a file has at most ${maxFileLines} lines` };
    for (const one of functions)
      if (one.lines > maxFunctionLines)
        tooLong[`${file}: ${one.name}`] = {
          lines: one.lines,
          rule: `a function has at most ${maxFunctionLines} lines`,
        };
  }
  const left = settleList(tooLong, isShrinking, complain);
  const lengths = written.map(({ lines }) => lines).sort((one, other) => one - other);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))];
  const [median, ninetieth, longest] = [at(0.5), at(0.9), at(1)];
  if (median > maxMedian) complain(`half of the files have at most ${maxMedian} lines`, 'all', `${median}`);
  if (ninetieth > maxNinetieth)
    complain(`nine of ten files have at most ${maxNinetieth} lines`, 'all', `${ninetieth}`);
  return `${lengths.length} files: median ${median} lines, p90 ${ninetieth}, longest ${longest}; ${left} files and functions are longer than the limits and may only shrink`;
};
