import { DateTime } from 'luxon';
import * as contract from '../../shared/callbacks/routes.ts';
import * as schema from '../../shared/callbacks/schema.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { intervalsFrom } from '../core/people/sites/hours.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { toCallbackViews, toHistoryView } from './views.ts';
import { readDialler } from './dialler.ts';
import { type CallbackRow, findCallback, listDueBetween, listMissed } from './queries.ts';
import { type Actor, takeStep } from './steps.ts';

/** Days that a telephony system looks ahead, milliseconds. */
const ahead = 24 * 3_600_000;

const refuse = (field: string, code: 'required' | 'unknown' | 'not_allowed'): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

const callbackOf = async (ctx: Context, site: Site, callback: string): Promise<CallbackRow> => {
  const row = await findCallback(ctx, site.id, callback);
  if (!row) throw notFound();
  return row;
};

const replyOf = async (ctx: Context, site: Site, row: CallbackRow): Promise<schema.StaffCallbackReply> => ({
  call: assertPresent(
    (await toCallbackViews(ctx, site.id, [row], mainLanguage(site.settings)))[0],
    'one row has one view',
  ),
  history: await toHistoryView(ctx, row),
});

/** Takes a step for staff or for their telephony. */
const step = async (
  {
    ctx,
    site,
    parameter,
    body,
  }: Pick<Call<'staff', schema.TakeStep, unknown>, 'ctx' | 'site' | 'parameter' | 'body'>,
  actor: Actor,
): Promise<schema.StaffCallbackReply> => {
  const row = await callbackOf(ctx, site, parameter('callback'));
  const { id, note } = body;
  let staff: { id: string; name: string } | undefined;
  if (body.step === 'reassign') {
    if (!body.staff) throw refuse('staff', 'required');
    staff = (await listColleagues(ctx, site.id)).find((one) => one.id === body.staff);
    if (!staff) throw refuse('staff', 'unknown');
  }
  let slot: schema.Slot | undefined;
  if (body.step === 'reschedule') {
    if (body.start === undefined) throw refuse('start', 'required');
    // Staff know what they can do: the schedule binds visitors alone, the calendar everybody.
    const now = ctx.clock.now();
    if (body.start < now || body.start > now + 366 * ahead) throw refuse('start', 'not_allowed');
    slot = { start: body.start, end: body.start + site.settings.callback.slotMinutes * 60_000 };
  }
  return replyOf(
    ctx,
    site,
    await takeStep(ctx, site, row.id, { id, step: body.step, note, actor, staff, slot }),
  );
};

/** Callbacks in the inbox. */
const mountInboxCallbacks = (api: Api): void => {
  mount(
    api,
    contract.getCallbackDay,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.dayQuery,
      reply: schema.callbackDay,
      operationId: 'listCallbacks',
      scope: 'conversations:read',
      summary: 'Get a day of the call schedule, with calls missed before it',
    },
    async ({ ctx, site, query }) => {
      const { hours, slotMinutes, perSlot } = site.settings.callback;
      const day = DateTime.fromISO(query.day, { zone: hours.zone }).startOf('day');
      const from = day.toMillis();
      const until = day.plus({ days: 1 }).toMillis();
      const open: schema.Slot[] = [];
      for (const [start, end] of intervalsFrom(hours, from)) {
        if (start >= until) break;
        // The night before may go on into this day, and this day into the next.
        if (end > from) open.push({ start: Math.max(start, from), end: Math.min(end, until) });
      }
      const language = mainLanguage(site.settings);
      const missed = await listMissed(ctx, site.id, Math.min(from, ctx.clock.now()));
      return {
        day: query.day,
        zone: hours.zone,
        from,
        until,
        hours: open,
        slotMinutes,
        perSlot,
        calls: await toCallbackViews(ctx, site.id, await listDueBetween(ctx, site.id, from, until), language),
        missed: await toCallbackViews(ctx, site.id, missed, language),
      };
    },
  );

  mount(
    api,
    contract.getStaffCallback,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.staffCallbackReply,
      operationId: 'getStaffCallback',
      scope: 'conversations:read',
      summary: 'Get a call with its history',
    },
    async ({ ctx, site, parameter }) =>
      replyOf(ctx, site, await callbackOf(ctx, site, parameter('callback'))),
  );

  mount(
    api,
    contract.postCallbackStep,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.takeStep,
      reply: schema.staffCallbackReply,
      operationId: 'recordCallbackStep',
      scope: 'conversations:write',
      summary: 'Accept a call, make it, or record how it went',
    },
    async (call) => step(call, { kind: 'staff', id: call.session.staff.id, name: call.session.staff.name }),
  );
};

/** Callbacks for a dialler, by its token. */
const mountDialler = (api: Api): void => {
  mount(
    api,
    contract.listDiallerCallbacks,
    {
      access: 'public',
      rate: 'read',
      reply: schema.diallerList,
      operationId: 'listDiallerCallbacks',
      summary: 'List the next day’s calls, for a telephony system',
    },
    async ({ ctx, site, read }) => {
      await readDialler(ctx, site, read('authorization'));
      const now = ctx.clock.now();
      const rows = await listDueBetween(ctx, site.id, now - ahead, now + ahead);
      return { calls: await toCallbackViews(ctx, site.id, rows, mainLanguage(site.settings)) };
    },
  );

  mount(
    api,
    contract.postDiallerStep,
    {
      access: 'public',
      rate: 'event',
      body: schema.takeStep,
      reply: schema.staffCallbackReply,
      operationId: 'reportDiallerStep',
      summary: 'Report what a telephony system did with a call',
    },
    async (call) => {
      await readDialler(call.ctx, call.site, call.read('authorization'));
      return step(call, { kind: 'dialler', id: null, name: '' });
    },
  );
};

/** Staff routes of callbacks, and those a telephony system uses. */
export const mountCallbacksForStaff = (api: Api): void => {
  mountInboxCallbacks(api);
  mountDialler(api);
};
