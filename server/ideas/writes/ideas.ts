import { and, eq } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { type IdeaRow, ofIdea } from '../queries/ideas.ts';
import { ideas, ideaSteps, ideaVersions } from '../tables.ts';

/** Stores an idea; decisive: whether its id was free. */
export const insertIdea = (tx: Queries, values: typeof ideas.$inferInsert): Decisive =>
  decisive(tx.insert(ideas).values(values).onConflictDoNothing());

export const updateIdea = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<Omit<IdeaRow, 'siteId' | 'id'>>,
): Statement => tx.update(ideas).set(change).where(ofIdea(siteId, id));

/** Keeps what an idea said before it is changed. */
export const keepVersion = (tx: Queries, values: typeof ideaVersions.$inferInsert): Statement =>
  tx.insert(ideaVersions).values(values);

export const forgetVersions = (tx: Queries, siteId: string, ideaId: string): Statement =>
  tx.delete(ideaVersions).where(and(eq(ideaVersions.siteId, siteId), eq(ideaVersions.ideaId, ideaId)));

/** Adds a step to an idea's history; decisive: whether its id was free. */
export const insertStep = (tx: Queries, values: typeof ideaSteps.$inferInsert): Decisive =>
  decisive(tx.insert(ideaSteps).values(values).onConflictDoNothing());

/** Makes an idea, and all that were merged into it, part of another. */
export const linkMerged = (tx: Queries, siteId: string, id: string, into: string): Statement[] => [
  tx
    .update(ideas)
    .set({ mergedInto: into })
    .where(and(eq(ideas.siteId, siteId), eq(ideas.mergedInto, id))),
  updateIdea(tx, siteId, id, { mergedInto: into }),
];
