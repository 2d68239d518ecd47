import type { Context } from '../../../context.ts';
import { removeFiles } from '../../content/attachments/store.ts';
import { scrubSqlite, truncateLog } from '../../db/scrub.ts';
import type { JobHandler } from '../../jobs/handlers.ts';
import type { PersonalDataKind } from '../../../../shared/core/people/personalDataKinds.ts';
import type { ForgetAfter, KeptData, Person, PublicPages } from './person.ts';
import { emptyReplays } from '../tokens/writes/replays.ts';
import { eraseCopies } from './copies.ts';
import { type ErasureRow, findErasure } from './queries/erasures.ts';
import { beginErasure, endErasure, forgetPerson } from './writes/erasures.ts';

/** Counts a person's data of each kind. */
export const countPerson = async (
  ctx: Context,
  person: Person,
): Promise<Partial<Record<PersonalDataKind, number>>> => {
  const counts: Partial<Record<PersonalDataKind, number>> = {};
  for (const data of ctx.personalData) {
    const found = await data.count(person);
    if (found) counts[data.kind] = (counts[data.kind] ?? 0) + found;
  }
  return counts;
};

/** Counts the public pages that go with a person, and those that stay. */
export const countPages = async (ctx: Context, person: Person): Promise<PublicPages> => {
  const all = { go: 0, stay: 0 };
  for (const data of ctx.personalData) {
    const { go, stay } = (await data.pages?.(person)) ?? { go: 0, stay: 0 };
    all.go += go;
    all.stay += stay;
  }
  return all;
};

/** Erases what one feature keeps, a batch at a time. @returns whether there was anything */
export const eraseAll = async (ctx: Context, data: KeptData, person: Person): Promise<boolean> => {
  for (let batches = 0; ; batches++) {
    const batch = await data.erase(person);
    if (!batch) return batches > 0;
    for (const id of batch.files ?? []) await removeFiles(ctx.config.dataDirectory, person.siteId, id);
    const { events = [], copies = [] } = batch;
    const write: typeof batch.write = (tx, seq) => [
      ...batch.write(tx, seq),
      ...(copies.length ? eraseCopies(ctx, tx, person.siteId, copies) : []),
    ];
    if (events.length) await ctx.database.commit({ site: person.siteId, events, write });
    else await ctx.database.write((tx) => write(tx, 0));
  }
};

/** Leaves nothing in memory, in indexes and in free pages. */
export const forgetAll = async (ctx: Context, siteId: string, after: ForgetAfter): Promise<void> => {
  for (const data of ctx.personalData) await data.forget?.(siteId, after);
  ctx.responseCache.clear();
  ctx.pageCache.clear();
  await ctx.database.write((tx) => [emptyReplays(tx, siteId)]);
  await scrubSqlite(ctx.database);
};

/** Asks for a person's erasure; a job does it. */
export const requestErasure = async (
  ctx: Context,
  person: Person,
  by: Pick<ErasureRow, 'by' | 'staffId'>,
): Promise<ErasureRow> => beginErasure(ctx, person, { ...by, counts: await countPerson(ctx, person) });

/** Erases all that is kept of a person. What arrives while it runs goes in another round. @returns whether there was anything */
const eraseEverywhere = async (ctx: Context, person: Person): Promise<boolean> => {
  let isAny = false;
  for (let found = true; found; ) {
    found = false;
    for (const data of ctx.personalData) found = (await eraseAll(ctx, data, person)) || found;
    isAny ||= found;
  }
  return isAny;
};

/** Erases a person in bounded batches. One whose process dies begins again at what is left; so does whoever runs it twice. */
export const finishErasure = async (ctx: Context, erasure: ErasureRow): Promise<void> => {
  const { person, siteId } = erasure;
  if (!person || erasure.state === 'done') return;
  // All of it, whoever asked.
  await eraseEverywhere(ctx, { ...person, isSelf: false });
  await forgetAll(ctx, siteId, 'person');
  await ctx.database.write((tx) => endErasure(tx, erasure, ctx.clock.now()));
  truncateLog(ctx.database);
};

/**
 * Erases what had been on its way when a person was erased, and got in after: a request that was let in before takes as
 * long as its body does.
 */
const eraseLate = async (ctx: Context, { person, siteId, id }: ErasureRow): Promise<void> => {
  if (!person) return;
  if (await eraseEverywhere(ctx, { ...person, isSelf: false })) await forgetAll(ctx, siteId, 'person');
  await ctx.database.write((tx) => [forgetPerson(tx, siteId, id)]);
  truncateLog(ctx.database);
};

export const eraseJob: JobHandler = async (ctx, { siteId, payload }) => {
  const erasure = await findErasure(ctx, siteId, String(payload['erasure']));
  if (erasure) await (payload['late'] ? eraseLate : finishErasure)(ctx, erasure);
  return { kind: 'done' };
};
