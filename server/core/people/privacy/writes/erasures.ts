import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../../../../shared/core/ids.ts';
import type { Context } from '../../../../context.ts';
import { decisive, type Queries, type Statement } from '../../../db/database.ts';
import { planJob } from '../../../jobs/queries.ts';
import { visitorSecrets } from '../../visitors/tables.ts';
import type { Person } from '../person.ts';
import { type ErasureRow, listSecretHashes } from '../queries/erasures.ts';
import { erasedHashes, erasures } from '../tables.ts';

export const eraseJobKind = 'person.erase';

/** The statements that write hashes down; those that are there keep their first time. */
export const insertHashes = (tx: Queries, siteId: string, hashes: string[], at: number): Statement[] =>
  hashes.length
    ? [
        tx
          .insert(erasedHashes)
          .values([...new Set(hashes)].map((hash) => ({ siteId, hash, at })))
          .onConflictDoNothing(),
      ]
    : [];

/**
 * Begins an erasure: writes down who is no more, ends their browsers' secrets, and plans the job. From here on nothing
 * of theirs is taken any more, and the job goes on after whatever happens.
 */
export const beginErasure = async (
  ctx: Context,
  person: Person,
  by: Pick<ErasureRow, 'by' | 'staffId' | 'counts'>,
): Promise<ErasureRow> => {
  const now = ctx.clock.now();
  const secrets = await listSecretHashes(ctx, person);
  const hashes = ctx.tombstones.hashesOf(person, secrets);
  const row: ErasureRow = {
    siteId: person.siteId,
    id: newId(now),
    state: 'running',
    person,
    requestedAt: now,
    doneAt: null,
    ...by,
  };
  // First the file: one that was written down and never begun is begun by who asks again, or by a restore.
  if (by.by !== 'restore') await ctx.tombstones.append({ site: person.siteId, at: now, hashes });
  await ctx.database.write((tx) => [
    decisive(tx.insert(erasures).values(row)),
    ...insertHashes(tx, person.siteId, hashes, now),
    ...(person.visitors.length
      ? [
          tx
            .delete(visitorSecrets)
            .where(
              and(
                eq(visitorSecrets.siteId, person.siteId),
                inArray(visitorSecrets.visitorId, person.visitors),
              ),
            ),
        ]
      : []),
    planJob(
      tx,
      person.siteId,
      { kind: eraseJobKind, key: row.id, payload: { erasure: row.id }, runAt: now },
      now,
    ),
  ]);
  for (const hash of secrets) ctx.live.revoke(hash);
  return row;
};

/**
 * The time by which everything let in before an erasure has arrived, milliseconds after it: an upload takes five
 * minutes at most.
 */
const arrivedAfter = 10 * 60_000;

/**
 * The statements that end an erasure. Who it was is known no more; the ids of their visitors are until what was on its
 * way has arrived. Nothing is, where no server runs.
 */
export const endErasure = (tx: Queries, { siteId, id, person, by }: ErasureRow, now: number): Statement[] => {
  const isWaiting = by !== 'restore' && person !== null && person.visitors.length > 0;
  const payload = { erasure: id, late: 1 };
  const left = isWaiting ? { ...person, subjects: [], emails: [], typed: [] } : null;
  return [
    tx
      .update(erasures)
      .set({ state: 'done', person: left, doneAt: now })
      .where(and(eq(erasures.siteId, siteId), eq(erasures.id, id))),
    ...(isWaiting
      ? [
          planJob(
            tx,
            siteId,
            { kind: eraseJobKind, key: `${id} late`, payload, runAt: now + arrivedAfter },
            now,
          ),
        ]
      : []),
  ];
};

/** The statement that forgets who was erased. */
export const forgetPerson = (tx: Queries, siteId: string, id: string): Statement =>
  tx
    .update(erasures)
    .set({ person: null })
    .where(and(eq(erasures.siteId, siteId), eq(erasures.id, id)));
