import { assertPresent } from '../../core/assertPresent.ts';
import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { ofConversation, type RowChange } from '../../core/conversations/writes/changes.ts';
import { and, eq } from 'drizzle-orm';
import type { Notice } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { noticeEvent, type NewNotice } from '../../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { conversationLabels, conversations } from '../../core/conversations/tables.ts';
import { changed, letInEvent } from '../../core/conversations/changes.ts';
import type { Decisive, NewEvent, Queries, Statement } from '../../core/db/database.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { keepAssignment } from '../assign/queries.ts';

/** A change to one conversation, beyond what it is already. */
export interface Planned {
  row: RowChange;
  notices: { visibility: 'public' | 'note'; notice: Notice }[];
  added: string[];
  removed: string[];
  wakeAt: number | null;
}

const ofLabel = (row: ConversationRow, labelId: string) =>
  and(
    eq(conversationLabels.siteId, row.siteId),
    eq(conversationLabels.conversationId, row.id),
    eq(conversationLabels.labelId, labelId),
  );

const labelStatements = (
  tx: Queries,
  row: ConversationRow,
  added: string[],
  removed: string[],
): Statement[] => [
  ...added.map((labelId) =>
    tx
      .insert(conversationLabels)
      .values({
        siteId: row.siteId,
        conversationId: row.id,
        labelId,
        held: row.held,
        status: row.status,
        promiseAt: row.promiseAt,
        lastMessageAt: row.lastMessageAt,
      })
      .onConflictDoNothing(),
  ),
  ...removed.map((labelId) => tx.delete(conversationLabels).where(ofLabel(row, labelId))),
];

export const labelsOn = async (ctx: Context, row: ConversationRow): Promise<Set<string>> => {
  const rows = await ctx.database.read
    .select({ id: conversationLabels.labelId })
    .from(conversationLabels)
    .where(and(eq(conversationLabels.siteId, row.siteId), eq(conversationLabels.conversationId, row.id)));
  return new Set(rows.map(({ id }) => id));
};

type Given = Omit<Planned, 'wakeAt'> & { wakeAt?: number | null; givenBackBy?: string | undefined };

/** Writes a change, and gives the conversation as it is then. */
export const commitChange = async (
  ctx: Context,
  row: ConversationRow,
  given: Given,
): Promise<ConversationRow> => {
  await writeChange(ctx, row, given);
  return assertPresent(await findConversation(ctx, row.siteId, row.id), 'it was just written');
};

/**
 * Writes a change of the row, what goes with it, and lines of the thread that say so, in one commit.
 * @returns false where a decisive statement among it changed nothing
 */
export const writeChange = async (
  ctx: Context,
  row: ConversationRow,
  given: Given,
  also: {
    notices?: readonly NewNotice[];
    events?: readonly NewEvent[];
    write?(tx: Queries): (Statement | Decisive)[];
  } = {},
): Promise<boolean> => {
  const now = ctx.clock.now();
  const notices: NewNotice[] = [
    // First what is said, then what was done.
    ...(also.notices ?? []),
    ...given.notices.map((notice) => ({ id: newId(now), ...notice })),
  ];
  const { wakeAt, givenBackBy } = given;
  const { applied } = await ctx.database.commit({
    site: row.siteId,
    events: [
      ...notices.map((notice) => noticeEvent(row, notice)),
      changed(row),
      ...(notices.some(({ notice }) => notice.kind === 'let_in') ? [letInEvent(row)] : []),
      ...(also.events ?? []),
    ],
    write: (tx, seq) => [
      ...(also.write?.(tx) ?? []),
      // Before the row: triggers carry its change on to its labels.
      ...labelStatements(tx, row, given.added, given.removed),
      ...(Object.keys(given.row).length
        ? [tx.update(conversations).set(given.row).where(ofConversation(row.siteId, row.id))]
        : []),
      // So that the rules do not give it to them again at once.
      ...(givenBackBy
        ? [
            keepAssignment(
              tx,
              { siteId: row.siteId, conversationId: row.id, staffId: givenBackBy, state: 'passed' },
              now,
            ),
          ]
        : []),
      ...notices.flatMap((notice, place) => insertNotice(tx, row, notice, seq + place, now)),
      ...(wakeAt != null
        ? [
            planJob(
              tx,
              row.siteId,
              {
                kind: 'inbox.wake',
                // The same time again, after it was undone, is another job.
                key: `${row.id} ${wakeAt} ${notices[0]?.id ?? ''}`,
                payload: { conversation: row.id, until: wakeAt },
                runAt: wakeAt,
              },
              now,
            ),
          ]
        : []),
    ],
  });
  return applied;
};
