import { ownValue } from '../../shared/core/own.ts';
import * as contract from '../../shared/callbacks/routes.ts';
import * as schema from '../../shared/callbacks/schema.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { visitorThread } from '../core/conversations/routes.ts';
import { notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { callbackCalendar } from './calendar.ts';
import { toCallbackView } from './views.ts';
import { guessCountry, listCountries } from './numbers.ts';
import { findCallback, findStep, listBooked } from './queries.ts';
import { calendarText } from './stateText.ts';
import { findTime, requestCallback, takeNumberOf } from './request.ts';
import { freeSlots, isOpen, soonFrom } from './slots.ts';
import { type Actor, takeStep } from './steps.ts';

/** The public form of a request, in a language. @param accepted the `Accept-Language` header */
export const callbackForm = async (
  ctx: Context,
  site: Site,
  language: string,
  accepted: string,
): Promise<schema.CallbackForm> => {
  const rules = site.settings.callback;
  const now = ctx.clock.now();
  return {
    soon: soonFrom(rules, now),
    open: isOpen(rules, now),
    slots: freeSlots(rules, now, await listBooked(ctx, site.id, now)),
    zone: rules.hours.zone,
    countries: listCountries(rules, language),
    country: guessCountry(rules, accepted, mainLanguage(site.settings)),
    topics: rules.topics.map(({ key, names }) => ({
      key,
      name: ownValue(names, language) ?? Object.values(names)[0] ?? key,
    })),
    consent: ownValue(rules.consent, language) ?? Object.values(rules.consent).find(Boolean) ?? '',
  };
};

const ownCallback = async ({ ctx, site, visitor, parameter }: Call<'visitor', unknown, unknown>) => {
  const row = await findCallback(ctx, site.id, parameter('callback'), visitor.id);
  if (!row) throw notFound();
  return row;
};

/** Moves a call to a time that can be had. @throws Failure as {@link findTime} and {@link takeStep} */
export const moveCallback = async (
  ctx: Context,
  site: Site,
  callbackId: string,
  actor: Actor,
  { id, when }: schema.MoveCallback,
) => {
  const find = () => findTime(ctx, site, when);
  // Sent again after it was done: its time is taken, by itself.
  const before = await findStep(ctx, site.id, id);
  if (before) return takeStep(ctx, site, callbackId, { id, step: 'reschedule', actor });
  const { start, end } = await find();
  return takeStep(
    ctx,
    site,
    callbackId,
    { id, step: 'reschedule', actor, slot: { start, end }, perSlot: site.settings.callback.perSlot },
    async () => {
      await find();
    },
  );
};

/** Asking for a call. */
const mountRequest = (api: Api): void => {
  mount(
    api,
    contract.getCallbackForm,
    {
      access: 'public',
      rate: 'read',
      query: schema.formQuery,
      reply: schema.callbackForm,
      operationId: 'getCallbackForm',
      summary: 'Get the available call times and the form’s fields',
    },
    async ({ ctx, site, query, read }) => {
      if (!site.settings.features.callback) throw notFound();
      return callbackForm(ctx, site, query.language, read('accept-language') ?? '');
    },
  );

  mount(
    api,
    contract.postCheckNumber,
    {
      access: 'public',
      rate: 'suggest',
      body: schema.checkNumber,
      reply: schema.numberReply,
      operationId: 'checkPhoneNumber',
      summary: 'Check whether a number can be called, and how it’s written',
    },
    async ({ site, body }) => {
      const { number, written, country } = takeNumberOf(site, body.number, body.country);
      return { number, written, country };
    },
  );

  mount(
    api,
    contract.postCallback,
    {
      access: 'newcomer',
      rate: 'write',
      body: schema.requestCallback,
      reply: schema.requestReply,
      operationId: 'createCallback',
      summary: 'Request a call',
    },
    async ({ ctx, site, visitor, body, address, read }) => {
      const row = await requestCallback(ctx, site, visitor, body, address, read);
      const conversation = assertPresent(
        await findConversation(ctx, site.id, row.id),
        'a call has its conversation’s id',
      );
      return {
        call: await toCallbackView(ctx, row),
        thread: await visitorThread(ctx, site.id, conversation),
      };
    },
  );
};

/** Routes of a visitor's own call: its state, calendar entry, new time and cancellation. */
const mountOwnCallbacks = (api: Api): void => {
  mount(
    api,
    contract.getCallback,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.callbackReply,
      operationId: 'getCallback',
      summary: 'Get the state of a call',
    },
    async (call) => ({ call: await toCallbackView(call.ctx, await ownCallback(call)) }),
  );

  mount(
    api,
    contract.getCallbackCalendar,
    {
      access: 'visitor',
      rate: 'read',
      reply: schema.calendarReply,
      operationId: 'getCallbackCalendar',
      summary: 'Get a call as a calendar entry',
    },
    async (call) => {
      const { ctx, site, visitor } = call;
      const row = await ownCallback(call);
      const calendar = callbackCalendar(ctx, site, row, calendarText(site, row, row.language), visitor.email);
      if (calendar === null) throw notFound();
      return { calendar };
    },
  );

  mount(
    api,
    contract.postMoveCallback,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.moveCallback,
      reply: schema.callbackReply,
      operationId: 'moveCallback',
      summary: 'Move a call to another time',
    },
    async (call) => {
      const { ctx, site, visitor, body } = call;
      const actor = { kind: 'visitor', id: visitor.id, name: visitor.name ?? '' } as const;
      const row = await moveCallback(ctx, site, (await ownCallback(call)).id, actor, body);
      return { call: await toCallbackView(ctx, row) };
    },
  );

  mount(
    api,
    contract.postCancelCallback,
    {
      access: 'visitor',
      rate: 'write',
      body: schema.cancelCallback,
      reply: schema.callbackReply,
      operationId: 'cancelCallback',
      summary: 'Cancel a call',
    },
    async (call) => {
      const { ctx, site, visitor, body } = call;
      const actor = { kind: 'visitor', id: visitor.id, name: visitor.name ?? '' } as const;
      const row = await takeStep(ctx, site, (await ownCallback(call)).id, { ...body, step: 'cancel', actor });
      return { call: await toCallbackView(ctx, row) };
    },
  );
};

/** Visitors' callback routes: request, look at, move, cancel. */
export const mountCallbacks = (api: Api): void => {
  mountRequest(api);
  mountOwnCallbacks(api);
};
