import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { listLoggedSites } from '../../events/prune.ts';
import { finishErasure } from './erase.ts';
import type { Person, Tombstone } from './person.ts';
import { findPerson, pageOfVisitors } from './queries/erasures.ts';
import { erasuresFile } from './tombstones.ts';
import { beginErasure, insertHashes } from './writes/erasures.ts';

const tombstone = z.object({ site: z.string(), at: z.number(), hashes: z.array(z.string()) });

/** Visitors looked at between two turns of the event loop. */
const pageSize = 500;

/** Erasures that were written down outside of the database, the oldest first. @throws Error naming a line that is none */
async function* readTombstones(file: string): AsyncGenerator<Tombstone> {
  if (!(await stat(file).catch(() => null))) return;
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    if (text === '') continue;
    let found: unknown = null;
    try {
      found = JSON.parse(text);
    } catch {
      // A line that was cut off by a crash is the last one: its erasure had not begun.
    }
    const parsed = tombstone.safeParse(found);
    if (parsed.success) yield parsed.data;
    else console.error(`${file}, line ${line}: not readable, left out`);
  }
}

const isNamed = (
  ctx: Context,
  siteId: string,
  hashes: ReadonlySet<string>,
  person: Partial<Person>,
): boolean =>
  ctx.tombstones
    .hashesOf({ siteId, visitors: [], subjects: [], emails: [], typed: [], isSelf: false, ...person }, [])
    .some((hash) => hashes.has(hash));

/** Everybody on a site who was erased and is there again. */
async function* findReturned(
  ctx: Context,
  siteId: string,
  hashes: ReadonlySet<string>,
): AsyncGenerator<Person> {
  for (let after = ''; ; ) {
    const page = await pageOfVisitors(ctx, siteId, after, pageSize);
    for (const { id, subject, emailKey } of page) {
      // An address that was only typed makes nobody of a visitor who came since.
      if (!isNamed(ctx, siteId, hashes, { visitors: [id], subjects: subject === null ? [] : [subject] }))
        continue;
      const emails =
        emailKey !== null && isNamed(ctx, siteId, hashes, { emails: [emailKey] }) ? [emailKey] : [];
      yield {
        siteId,
        visitors: [id],
        subjects: subject === null ? [] : [subject],
        emails,
        typed: [],
        isSelf: false,
      };
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.id;
  }
  const seen = new Set<string>();
  for (const data of ctx.personalData)
    for await (const email of data.addresses?.(siteId) ?? []) {
      if (seen.has(email)) continue;
      seen.add(email);
      if (!isNamed(ctx, siteId, hashes, { emails: [email] })) continue;
      const found = await findPerson(ctx, siteId, { email, isAlone: true });
      // Visitors who have the address now were looked at above.
      if (found) yield { ...found.person, visitors: [], subjects: [] };
    }
}

/**
 * Erases again everybody who was erased before: for a database from before that. Doing it twice changes nothing.
 * @returns how many people were there again
 */
export const replayErasures = async (ctx: Context): Promise<number> => {
  const bySite = new Map<string, Map<string, number>>();
  for await (const { site, at, hashes } of readTombstones(erasuresFile(ctx.config.dataDirectory))) {
    const known = bySite.get(site) ?? new Map<string, number>();
    for (const hash of hashes) if (!known.has(hash)) known.set(hash, at);
    bySite.set(site, known);
  }
  let people = 0;
  for (const siteId of await listLoggedSites(ctx)) {
    const hashes = bySite.get(siteId);
    if (!hashes) continue;
    for (const [hash, at] of hashes) await ctx.database.write((tx) => insertHashes(tx, siteId, [hash], at));
    for await (const person of findReturned(ctx, siteId, new Set(hashes.keys()))) {
      const erasure = await beginErasure(ctx, person, { by: 'restore', staffId: null, counts: {} });
      await finishErasure(ctx, erasure);
      people++;
    }
  }
  return people;
};
