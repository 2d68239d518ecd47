/* What was built, by the names of the entries: the server and the loader ask here which file is which. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { widgetBundles } from './entries.mjs';

/**
 * One chunk as Vite's manifest describes it.
 * @typedef {{ file: string, src?: string, css?: string[], imports?: string[], dynamicImports?: string[],
 *   isEntry?: boolean, isDynamicEntry?: boolean }} Chunk
 */

/** Where Vite's manifest of a bundle lies. */
const manifestFile = (widgetFolder, name) => join(widgetFolder, '.vite', `${name}.json`);

/**
 * Vite's own manifest of a bundle: chunks by their source.
 * @param {string} widgetFolder @param {string} name of the bundle
 * @returns {Record<string, Chunk>}
 */
export const readManifest = (widgetFolder, name) =>
  JSON.parse(readFileSync(manifestFile(widgetFolder, name), 'utf8'));

/**
 * The file of an entry, as a path from the widget's folder.
 * @param {string} widgetFolder @param {import('./entries.mjs').Bundle} bundle @param {string} entry
 */
const describeEntry = (widgetFolder, { name, kind, inputs }, entry) => {
  if (kind === 'script') return { file: `${entry}.js`, css: [] };
  const chunk = readManifest(widgetFolder, name)[inputs[entry]];
  if (!chunk) throw new Error(`${inputs[entry]} was not built.`);
  return { file: chunk.file, css: chunk.css ?? [] };
};

/**
 * The built file of one entry.
 * @param {string} widgetFolder @param {string} entry
 */
export const fileOfEntry = (widgetFolder, entry) => {
  const bundle = widgetBundles.find(({ inputs }) => entry in inputs);
  if (!bundle) throw new Error(`No entry is called "${entry}".`);
  return describeEntry(widgetFolder, bundle, entry).file;
};

/** Writes `entries.json`: file and styles of every entry that a browser loads. @param {string} widgetFolder */
export const writeEntryManifest = (widgetFolder) => {
  const entries = Object.fromEntries(
    widgetBundles.flatMap((bundle) =>
      Object.keys(bundle.inputs).map((entry) => [entry, describeEntry(widgetFolder, bundle, entry)]),
    ),
  );
  writeFileSync(join(widgetFolder, 'entries.json'), JSON.stringify(entries, null, 2));
};
