import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import type { Context } from '../context.ts';
import type { Job, JobResult, NewJob } from '../core/jobs/work.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { compiledRules } from './compiled.ts';
import { firingsOf, writeFirings } from './fire.ts';
import type { Happened, Said } from './happened.ts';
import { readKnown } from './known.ts';
import { lastSaid } from './queries.ts';

const minute = 60_000;
const done: JobResult = { kind: 'done' };

/** The kind of the jobs that look whether what time brings has come. */
export const timeKind = 'rules.time';

/** A look at whether anything was said since a message. */
export const idleJob = ({ row, message, at }: Said, minutes: number): NewJob => ({
  kind: timeKind,
  key: `idle ${minutes} ${message}`,
  payload: { conversation: row.id, message, minutes, on: 'idle' },
  runAt: at + minutes * minute,
});

/** A look at whether a promise still stands shortly before it ends; null where nothing was promised. */
export const promiseJob = (row: ConversationRow, minutes: number): NewJob | null =>
  row.promiseAt === null
    ? null
    : {
        kind: timeKind,
        key: `promise ${minutes} ${row.id} ${row.promiseAt}`,
        payload: { conversation: row.id, promise: row.promiseAt, minutes, on: 'promise' },
        runAt: row.promiseAt - minutes * minute,
      };

/** Whether a look finds what it was planned for. */
const hasCome = async (ctx: Context, row: ConversationRow, { payload }: Job): Promise<boolean> => {
  if (row.held || row.mergedInto !== null || row.status === 'closed') return false;
  if (payload['on'] === 'promise') return row.promiseAt === payload['promise'] && row.waitingFor === 'staff';
  // What was put aside waits for something else.
  return row.status === 'open' && (await lastSaid(ctx, row.siteId, row.id)) === payload['message'];
};

/** Holds rules against what came with time: nothing was said for so long, or a promise is about to end. */
export const lookAtTime: JobHandler = async (ctx, job) => {
  const { siteId, key, payload } = job;
  const rules = await compiledRules(ctx, siteId);
  const site = rules && (await ctx.sites.byId(siteId));
  const row = site && (await findConversation(ctx, siteId, String(payload['conversation'])));
  if (!rules || !site || !row || !(await hasCome(ctx, row, job))) return done;
  const now = ctx.clock.now();
  const happened: Happened = {
    triggers: [payload['on'] === 'promise' ? 'promise' : 'idle'],
    minutes: Number(payload['minutes']),
    row,
    text: '',
    anchor: key,
    at: now,
  };
  const [known = {}] = await readKnown(ctx, site, rules, [happened]);
  const runs = firingsOf(rules, happened, known, now);
  return { kind: 'done', write: (tx) => writeFirings(tx, runs, now) };
};
