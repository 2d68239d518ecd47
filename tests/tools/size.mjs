/* What a visitor's browser loads, brotli, from the built files; fails beyond the budget. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
execFileSync(process.execPath, ['server/tools/build.mjs', '--if-stale'], { stdio: 'inherit' });

const read = (name) => JSON.parse(readFileSync(`dist/widget/${name}.json`, 'utf8'));
const manifest = { ...read('inbox'), ...read('panel') };
const packed = (file) =>
  brotliCompressSync(readFileSync(`dist/widget/${file}`), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

/** A module with everything that it imports from the start. */
const loads = (source, seen = new Set()) => {
  const entry = manifest[source];
  if (!entry || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  for (const file of entry.css ?? []) seen.add(file);
  for (const dependency of entry.imports ?? []) loads(dependency, seen);
  return seen;
};
const sum = (files) => [...files].reduce((total, file) => total + packed(file), 0);
const locales = Object.keys(manifest).filter((source) => /^widget\/locales\/\w+\.ts$/.test(source));
const largestLocale = locales.sort((one, other) => sum(loads(other)) - sum(loads(one)))[0];

const panel = loads('widget/panel/panel.ts');
const opened = new Set([
  ...panel,
  ...loads('widget/ask/index.ts'),
  ...(largestLocale ? loads(largestLocale) : []),
]);
const features = Object.keys(manifest).filter((source) =>
  /^widget\/(?!core|inbox|loader|locales)\w+\/index\.ts$/.test(source),
);
const beyond = (source, ...known) =>
  sum([...loads(source)].filter((file) => !known.some((files) => files.has(file))));
/** All that a page with comments loads: the script tag, one module with Preact in it, one locale. */
const comments = read('comments');
const commentsFiles = [
  'foyer.js',
  comments['widget/comments/index.tsx'].file,
  Object.entries(comments)
    .filter(([source]) => source.startsWith('shared/comments/words/'))
    .map(([, { file }]) => file)
    .sort((one, other) => packed(other) - packed(one))[0],
];
const watch = read('watch')['widget/core/prompts/watch.ts'].file;
const dot = read('dot')['widget/announcements/dot.ts'].file;
const follow = loads('widget/core/conversations/entry.ts');
const inbox = loads('widget/inbox/main.tsx');

const rows = [
  ['foyer.js, launcher included', packed('foyer.js'), 2 * 1024],
  ['panel opened on home and ask, with one locale', sum(opened), 20 * 1024],
  ...features
    .filter((source) => source !== 'widget/ask/index.ts')
    .map((source) => [source, beyond(source, panel, follow), 8 * 1024]),
  ['conversations, once a visitor acts', beyond('widget/core/conversations/entry.ts', panel), 14 * 1024],
  ['a page with comments, foyer.js and the largest locale included', sum(commentsFiles), 20 * 1024],
  ['what judges when a prompt is due, in the settings where there are any', packed(watch), 3 * 1024],
  ['what marks the launcher, in the settings where there is such news', packed(dot), 1536],
  ['widget/nps/prompt.tsx', beyond('widget/nps/prompt.tsx', panel), 3 * 1024],
  ['foyer-counts.js, on list pages', packed('foyer-counts.js'), 1024],
  ['inbox, first screen', sum(inbox), 60 * 1024],
  ['console, on demand, beyond the inbox', beyond('widget/console/Console.tsx', inbox), 40 * 1024],
];
let failed = false;
for (const [what, size, budget] of rows) {
  const fits = size <= budget;
  failed ||= !fits;
  console.log(
    `size: ${fits ? 'fine' : 'TOO LARGE'}  ${String(size).padStart(6)} of ${String(budget).padStart(6)} bytes  ${what}`,
  );
}
process.exit(failed ? 1 : 0);
