import { advance, isClosed, stepsFrom } from '../../shared/callbacks/machine.ts';
import type { PastStep, StaffCallback, VisitorCallback } from '../../shared/callbacks/schema.ts';
import type { Person } from '../../shared/core/people/site.ts';
import type { Context } from '../context.ts';
import { findMessages } from '../core/conversations/queries/messages.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { firstName } from '../core/people/names.ts';
import { countryName, typeOf, writtenOf } from './numbers.ts';
import { type CallbackRow, listCallers, listSteps } from './queries.ts';

/** Steps that only the machine takes, and nobody chooses. */
const machineSteps = ['come_due', 'expire'];

const seenByVisitor = (row: CallbackRow, owner: Person | null): VisitorCallback => ({
  id: row.id,
  state: row.state,
  written: writtenOf(row.number, row.extension),
  country: row.country,
  slot:
    row.startsAt !== null && row.endsAt !== null && row.dueAt !== null
      ? { start: row.startsAt, end: row.endsAt }
      : null,
  soon: row.soon,
  by: owner && { ...owner, name: firstName(owner.name) },
  attempts: row.attempts,
  mayChange: row.state !== 'calling' && advance(row.state, 'reschedule') !== null,
  topic: row.topic,
});

const namesOf = async (ctx: Context, siteId: string): Promise<Map<string, string>> =>
  new Map((await listColleagues(ctx, siteId)).map(({ id, name }) => [id, name]));

const ownerOf = (row: CallbackRow, names: Map<string, string>): Person | null =>
  row.ownerId === null ? null : { id: row.ownerId, name: names.get(row.ownerId) ?? '' };

/** A call as its visitor sees it. */
export const toCallbackView = async (ctx: Context, row: CallbackRow): Promise<VisitorCallback> =>
  seenByVisitor(row, ownerOf(row, row.ownerId === null ? new Map() : await namesOf(ctx, row.siteId)));

/** Calls as staff see them, in the given order. @param language that country names are in */
export const toCallbackViews = async (
  ctx: Context,
  siteId: string,
  rows: CallbackRow[],
  language: string,
): Promise<StaffCallback[]> => {
  if (rows.length === 0) return [];
  const names = await namesOf(ctx, siteId);
  const callers = await listCallers(ctx, siteId, [...new Set(rows.map(({ visitorId }) => visitorId))]);
  const notes = new Map(
    (
      await findMessages(
        ctx,
        siteId,
        rows.map(({ id }) => id),
      )
    ).map(({ id, body }) => [id, body]),
  );
  return rows.map((row) => ({
    ...seenByVisitor(row, ownerOf(row, names)),
    number: row.number,
    extension: row.extension,
    type: typeOf(row.number),
    countryName: countryName(row.country, language),
    conversation: row.id,
    name: callers.get(row.visitorId)?.name ?? '',
    note: notes.get(row.id) ?? '',
    visitorZone: row.zone,
    owner: ownerOf(row, names),
    dueAt: isClosed(row.state) ? null : row.dueAt,
    createdAt: row.createdAt,
    steps: stepsFrom(row.state).filter((step) => !machineSteps.includes(step)),
  }));
};

/** A call's steps, the first first. */
export const toHistoryView = async (ctx: Context, row: CallbackRow): Promise<PastStep[]> => {
  const names = await namesOf(ctx, row.siteId);
  const callers = await listCallers(ctx, row.siteId, [row.visitorId]);
  return (await listSteps(ctx, row.siteId, row.id)).map((step) => ({
    id: step.id,
    at: step.at,
    step: step.step,
    state: step.state,
    actor: {
      kind: step.actorKind,
      name:
        step.actorKind === 'staff'
          ? (names.get(step.actorId ?? '') ?? '')
          : step.actorKind === 'visitor'
            ? (callers.get(row.visitorId)?.name ?? '')
            : '',
    },
    note: step.note,
    planned: step.planned,
  }));
};
