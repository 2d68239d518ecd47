import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { makeZip } from 'client-zip';
import {
  type PersonalDataKind,
  personalDataKinds,
} from '../../../../shared/core/people/personalDataKinds.ts';
import type { Context } from '../../../context.ts';
import { downloadName } from '../../content/attachments/kinds.ts';
import { attachmentPath } from '../../content/attachments/store.ts';
import { directionOf } from '../../../../shared/core/languages.ts';
import type { Site } from '../sites/sites.ts';
import type { KeptData, Person } from './person.ts';
import { archiveTexts } from './texts.ts';

const encoder = new TextEncoder();

/** Characters that some system takes for a folder, writes in no file's name, or shows as another name. */
const unwritable = /[/\\:*?"<>|\p{Cc}\p{Cf}]/gu;

/** Pieces of text as the bytes of a file, made as they are asked for. */
const bytesOf = (pieces: AsyncIterable<string>): ReadableStream<Uint8Array> =>
  Readable.toWeb(
    Readable.from(
      (async function* () {
        for await (const piece of pieces) yield encoder.encode(piece);
      })(),
    ),
  ) as ReadableStream<Uint8Array>;

/** Groups personal data by kind; several features may hold data of one kind. */
const byKind = (ctx: Context): [PersonalDataKind, KeptData[]][] =>
  personalDataKinds.map((kind) => [kind, ctx.personalData.filter((data) => data.kind === kind)]);

/** Everything as JSON: an array of rows for each kind. */
async function* json(ctx: Context, site: Site, person: Person): AsyncGenerator<string> {
  const head = { site: site.name, exportedAt: new Date(ctx.clock.now()).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"data":{`;
  let isFirstKind = true;
  for (const [kind, parts] of byKind(ctx)) {
    yield `${isFirstKind ? '' : ','}\n${JSON.stringify(kind)}:[`;
    isFirstKind = false;
    let isFirst = true;
    for (const part of parts)
      for await (const row of part.export(person)) {
        yield `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
        isFirst = false;
      }
    yield ']';
  }
  yield '}}\n';
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

const isTime = (name: string, value: unknown): value is number =>
  typeof value === 'number' && value > 1e11 && /(?:^at|At)$/.test(name);

const styles = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem}article{border:1px solid #8886;border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.125rem 1rem;margin:0}dt{opacity:.7;overflow-wrap:anywhere}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}`;

/** Everything on one page that any browser shows, without anything from elsewhere. */
async function* html(ctx: Context, site: Site, person: Person, language: string): AsyncGenerator<string> {
  const { tag, texts } = archiveTexts(language);
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'medium' });
  const shownValue = (name: string, value: unknown): string =>
    isTime(name, value) ? time.format(value) : typeof value === 'string' ? value : JSON.stringify(value);
  const title = texts.title.replace('{site}', site.name);
  yield `<!doctype html><html lang="${tag}" dir="${directionOf(tag)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${styles}</style><h1>${escaped(title)}</h1><p>${escaped(texts.intro.replace('{date}', time.format(ctx.clock.now())))}</p>`;
  for (const [kind, parts] of byKind(ctx)) {
    let isFirst = true;
    for (const part of parts)
      for await (const row of part.export(person)) {
        if (isFirst) yield `<h2>${escaped(texts[kind])}</h2>`;
        isFirst = false;
        const lines = Object.entries(row)
          .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
          .map(
            ([name, value]) =>
              `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(shownValue(name, value))}</dd>`,
          );
        yield `<article><dl>${lines.join('')}</dl></article>\n`;
      }
  }
}

/** The parts of the archive, each read when its turn has come. */
async function* partsOf(ctx: Context, site: Site, person: Person, language: string) {
  const lastModified = new Date(ctx.clock.now());
  yield { name: 'index.html', lastModified, input: bytesOf(html(ctx, site, person, language)) };
  yield { name: 'data.json', lastModified, input: bytesOf(json(ctx, site, person)) };
  for (const data of ctx.personalData)
    for await (const { id, name, type } of data.files?.(person) ?? []) {
      const path = attachmentPath(ctx.config.dataDirectory, site.id, id);
      if (!(await stat(path).catch(() => null))) continue;
      yield {
        name: `files/${id}-${downloadName(name, type).replace(unwritable, '_')}`,
        lastModified,
        input: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
      };
    }
}

/** Everything that is kept of a person as a zip file: readable, as data, and their files. Never whole in memory. */
export const archiveOf = (
  ctx: Context,
  site: Site,
  person: Person,
  language: string,
): ReadableStream<Uint8Array> => makeZip(partsOf(ctx, site, person, language), { buffersAreUTF8: true });
