import type { PersonalDataKind } from '../../../../shared/core/people/personalDataKinds.ts';
import { at, index, int, json, primaryKey, table, text } from '../../db/columns.ts';
import type { Person } from './person.ts';

/** People who were erased, or are to be: when, by whom, and how much there was of each kind. */
export const erasures = table(
  'erasures',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    state: text('state').$type<'running' | 'done'>().notNull(),
    /**
     * The person to be erased; afterwards the ids of their visitors until nothing is on its way any more, then null.
     */
    person: json<Person>('person'),
    by: text('by').$type<'staff' | 'visitor' | 'restore'>().notNull(),
    staffId: text('staff_id'),
    counts: json<Partial<Record<PersonalDataKind, number>>>('counts').notNull(),
    requestedAt: at('requested_at').notNull(),
    doneAt: at('done_at'),
  },
  (erasure) => [
    primaryKey({ columns: [erasure.siteId, erasure.id] }),
    index('erasures_requested').on(erasure.siteId, erasure.requestedAt),
  ],
);

/**
 * Keyed hashes of erased people's ids, addresses and secrets. They tell that something that arrives late is theirs, and
 * nothing else.
 */
export const erasedHashes = table(
  'erased_hashes',
  {
    siteId: text('site_id').notNull(),
    hash: text('hash').notNull(),
    at: at('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.siteId, row.hash] })],
);

/** Counts of erased rows by the day they were made on: reports keep their totals. */
export const erasedCounts = table(
  'erased_counts',
  {
    siteId: text('site_id').notNull(),
    kind: text('kind').notNull(),
    /** `YYYY-MM-DD`, UTC. */
    day: text('day').notNull(),
    count: int('count').notNull(),
  },
  (row) => [primaryKey({ columns: [row.siteId, row.kind, row.day] })],
);
