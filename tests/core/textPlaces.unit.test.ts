import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* Every place of a text, `{name}`, is filled where it is shown: one that is not would be read by people. */

const files = ['server', 'shared', 'widget'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')]));

/** Places of each text by its name, and where it stands. */
const texts = new Map<string, { file: string; places: string[] }[]>();
for (const [file, source] of sources) {
  if (!/texts\/(?:later\/)?en\.ts$|texts\.ts$/.test(file)) continue;
  for (const [, name = '', text, forms] of source.matchAll(
    /^\s+'?([\w.]+)'?:\s*(?:'((?:[^'\\]|\\.)*)'|\{([^}]*)\})/gm,
  )) {
    const places = [...(text ?? forms ?? '').matchAll(/\{(\w+)\}/g)].map(([, place]) => place!);
    texts.set(name, [...(texts.get(name) ?? []), { file, places }]);
  }
}

test('what fills a text has every name that stands in it', () => {
  const missing: string[] = [];
  let seen = 0;
  for (const [file, source] of sources)
    for (const [, byFill, byKey, given = ''] of source.matchAll(
      /(?:fill\(\s*[\w.]+\.(\w+),|\.get\(\s*'(\w+)',)\s*\{([^{}]*)\}/g,
    )) {
      const name = byFill ?? byKey ?? '';
      // What is spread into it, or has objects and calls of its own, is for the types.
      if (!texts.has(name) || /\.\.\.|`/.test(given)) continue;
      seen += 1;
      const names = new Set(given.split(',').map((part) => part.trim().split(':')[0]!.trim()));
      const folder = file.split('/').slice(0, 2).join('/');
      const known = texts.get(name)!;
      const near = known.filter((one) => one.file.startsWith(folder));
      const candidates = near.length ? near : known;
      if (!candidates.some(({ places }) => places.every((place) => names.has(place))))
        missing.push(`${file}: ${name} gets ${[...names].join(', ')}`);
    }
  expect(seen).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('German says du to everybody', () => {
  const formal: string[] = [];
  for (const [file, source] of sources)
    if (/texts\/(?:later\/)?de\.ts$/.test(file))
      // At the start of a sentence it may be somebody else; within one it is the reader, called formally.
      for (const line of source.split('\n'))
        if (/(?<=[\p{L},] )(?:Sie|Ihr|Ihre[nmrs]?|Ihnen)\b/u.test(line))
          formal.push(`${file}: ${line.trim()}`);
  expect(formal).toEqual([]);
});
