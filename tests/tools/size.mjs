/* What browsers load, brotli, from the built files; fails beyond a budget, and where something has none. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { budgets } from '../../server/tools/budgets.mjs';
import { widgetBundles } from '../../server/tools/entries.mjs';
import { readManifest } from '../../server/tools/manifest.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
execFileSync(process.execPath, ['server/tools/build.mjs', '--if-stale'], { stdio: 'inherit' });

const folder = 'dist/widget';
const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file))
    sizes.set(
      file,
      brotliCompressSync(readFileSync(`${folder}/${file}`), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
      }).length,
    );
  return sizes.get(file);
};
const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0);

/** Chunks of each bundle by their source; those of a script are its entries. */
const manifests = Object.fromEntries(
  widgetBundles.map(({ name, kind, inputs }) => [
    name,
    kind === 'script'
      ? Object.fromEntries(
          Object.entries(inputs).map(([entry, source]) => [source, { file: `${entry}.js`, isEntry: true }]),
        )
      : readManifest(folder, name),
  ]),
);

/** A module with everything that it imports from the start. */
const loads = (manifest, source, seen = new Set()) => {
  const chunk = manifest[source];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const file of chunk.css ?? []) seen.add(file);
  for (const dependency of chunk.imports ?? []) loads(manifest, dependency, seen);
  return seen;
};

/** The largest of what matches, as its files. */
const largest = (pattern, own) => {
  const found = Object.entries(manifests).flatMap(([bundle, manifest]) =>
    Object.keys(manifest)
      .filter((source) => pattern.test(source) && (bundle === own || !manifests[own][source]))
      .map((source) => loads(manifest, source)),
  );
  if (!found.length) throw new Error(`size: no chunk matches ${pattern}. See server/tools/budgets.mjs.`);
  return found.sort((one, other) => sum(other) - sum(one))[0];
};

const bytesOf = (budget, source) => {
  const manifest = manifests[budget.bundle];
  const files = loads(manifest, source);
  for (const pattern of budget.with ?? [])
    for (const file of largest(pattern, budget.bundle)) files.add(file);
  const { inputs } = widgetBundles.find(({ name }) => name === budget.bundle);
  const before = budget.alone
    ? []
    : [
        Object.values(inputs)[0],
        ...Object.keys(manifest).filter((one) => budget.after?.some((p) => p.test(one))),
      ];
  for (const one of before) for (const file of loads(manifest, one)) files.delete(file);
  return sum(files);
};

/** Sizes under each budget. */
const found = new Map(budgets.map((budget) => [budget, []]));
const unbudgeted = [];
for (const [bundle, manifest] of Object.entries(manifests))
  for (const [source, chunk] of Object.entries(manifest)) {
    if (!chunk.isEntry && !chunk.isDynamicEntry) continue;
    const budget = budgets.find((one) => one.bundle === bundle && one.source.test(source));
    if (budget) found.get(budget).push({ source, size: bytesOf(budget, source) });
    else unbudgeted.push(`${source} (${bundle})`);
  }

let failed = false;
const say = (verdict, size, max, what) =>
  console.log(`size: ${verdict}  ${String(size).padStart(6)} of ${String(max).padStart(6)} bytes  ${what}`);
for (const [budget, chunks] of found) {
  const [first] = chunks.sort((one, other) => other.size - one.size);
  if (!first) {
    failed = true;
    console.log(`size: UNUSED  no chunk falls under "${budget.what}"`);
    continue;
  }
  const name =
    chunks.length === 1 ? budget.what : `${budget.what}: largest of ${chunks.length}, ${first.source}`;
  if (first.size <= budget.max) say('fine', first.size, budget.max, name);
  for (const { source, size } of chunks.filter(({ size }) => size > budget.max)) {
    failed = true;
    say('TOO LARGE', size, budget.max, `${budget.what}: ${source}`);
  }
}
for (const source of unbudgeted) {
  failed = true;
  console.log(`size: NO BUDGET  ${source}`);
}
process.exit(failed ? 1 : 0);
