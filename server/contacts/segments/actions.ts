import * as contract from '../../../shared/contacts/segments/routes.ts';
import * as schema from '../../../shared/contacts/segments/schema.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { derivedId } from '../../core/derivedId.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { readContact, toRow } from '../views.ts';
import { insertStage } from '../writes.ts';
import { countCalls, findCall, findRefusal, listWaitingCalls } from './queries/kept.ts';
import { listOpenOf, type MemberRow, pageOfMembers, readAllowed } from './queries/members.ts';
import { refreshTraits } from './refresh.ts';
import { insertCalls, replaceRefusals, setOutcome } from './writes.ts';

/** Contacts that one action is for. */
const maxMembers = 1_000;

/** Open conversations that one call gives. */
const maxConversations = 500;

const reads = { access: 'staff', rate: 'staff', scope: 'people:read' } as const;
const writes = { access: 'staff', rate: 'staff', scope: 'people:write' } as const;

/** Contacts of a rule, as many as one action is for. @throws Failure `invalid` where there are more */
const membersOf = async (ctx: Context, siteId: string, rule: schema.SegmentRule): Promise<MemberRow[]> => {
  await refreshTraits(ctx, siteId);
  const members = await pageOfMembers(ctx, siteId, rule, '', maxMembers + 1);
  if (members.length > maxMembers)
    throw new Failure('invalid', `This is possible for at most ${maxMembers} contacts.`, {
      fields: { rule: 'too_many' },
    });
  return members;
};

const contactEvent = (id: string) =>
  ({ kind: 'contact.changed', visitor: id, subject: id, audience: 'staff' }) as const;

const mountStage = (api: Api): void => {
  mount(
    api,
    contract.stageSegment,
    {
      ...writes,
      body: schema.bulkStage,
      reply: schema.bulkReply,
      operationId: 'stageSegment',
      summary: 'Set the stage of all contacts that a rule fits',
    },
    async ({ ctx, site, session, token, body: { rule, stage } }) => {
      if (stage !== null && !site.settings.contacts.stages.some((one) => one.id === stage))
        throw new Failure('invalid', 'There’s no such stage.', { fields: { stage: 'unknown' } });
      const changed = (await membersOf(ctx, site.id, rule)).filter(({ traits }) => traits.stageId !== stage);
      const now = ctx.clock.now();
      if (changed.length > 0)
        await ctx.database.commit({
          site: site.id,
          events: changed.map(({ row }) => contactEvent(row.id)),
          write: (tx) =>
            changed.map(({ row }) =>
              insertStage(tx, {
                siteId: site.id,
                id: newId(now),
                visitorId: row.id,
                stageId: stage,
                staffId: session.staff.id,
                via: token?.name ?? null,
                at: now,
              }),
            ),
        });
      return { changed: changed.length };
    },
  );
};

const mountCallLists = (api: Api): void => {
  mount(
    api,
    contract.makeCallList,
    {
      ...writes,
      body: schema.makeCalls,
      reply: schema.makeCallsReply,
      operationId: 'makeCallList',
      summary: 'Make a list of calls to the contacts that a rule fits; who wants no calls isn’t on it',
    },
    async ({ ctx, site, session, body: { id, rule, name, text } }) => {
      const before = await countCalls(ctx, site.id, id);
      if (before > 0) return { calls: before };
      const members = await membersOf(ctx, site.id, { ...rule, purpose: 'call' });
      const now = ctx.clock.now();
      if (members.length > 0)
        await ctx.database.write((tx) => [
          insertCalls(
            tx,
            members.map(({ row }) => ({
              siteId: site.id,
              id: derivedId('call', id, row.id),
              listId: id,
              list: name,
              offer: text,
              visitorId: row.id,
              outcome: null,
              note: '',
              staffId: session.staff.id,
              createdAt: now,
              at: now,
            })),
          ),
        ]);
      return { calls: members.length };
    },
  );

  mount(
    api,
    contract.listCallList,
    {
      ...reads,
      reply: schema.callList,
      operationId: 'listCallList',
      summary: 'List the calls that are still to be made from lists of contacts',
    },
    async ({ ctx, site }) => {
      await refreshTraits(ctx, site.id);
      const rows = await listWaitingCalls(ctx, site.id);
      const known = await ctx.visitorTraits(
        site.id,
        rows.map(({ row }) => row.id),
      );
      return {
        waiting: rows.length,
        calls: rows.map(({ call, row }) => ({
          id: call.id,
          list: call.list,
          text: call.offer,
          contact: toRow(row, 0),
          phone: known.find(({ visitorId, phone }) => phone && visitorId === row.id)?.phone ?? null,
          outcome: call.outcome,
          note: call.note,
          at: call.at,
        })),
      };
    },
  );
};

const mountOutcome = (api: Api): void => {
  mount(
    api,
    contract.putOutcome,
    {
      ...writes,
      body: schema.saveOutcome,
      reply: done,
      operationId: 'saveCallOutcome',
      summary: 'Say how a call of a list ended; who declines is called no more',
    },
    async ({ ctx, site, session, parameter, body: { outcome, note } }) => {
      const call = await findCall(ctx, site.id, idOf(parameter('call')));
      if (!call) throw notFound();
      const { person } = await readContact(ctx, site, call.visitorId);
      const before = await findRefusal(ctx, person);
      const now = ctx.clock.now();
      await ctx.database.commit({
        site: site.id,
        events: [contactEvent(call.visitorId)],
        write: (tx) => [
          setOutcome(tx, site.id, call.id, { outcome, note, staffId: session.staff.id, at: now }),
          ...(outcome === 'declined'
            ? replaceRefusals(tx, person.visitors, {
                siteId: site.id,
                visitorId: call.visitorId,
                noCalls: true,
                noMails: before?.noMails ?? false,
                staffId: session.staff.id,
                at: now,
              })
            : []),
        ],
      });
      return { done: true as const };
    },
  );
};

const mountPermissions = (api: Api): void => {
  mount(
    api,
    contract.getPermissions,
    {
      ...reads,
      reply: schema.permissions,
      operationId: 'getContactPermissions',
      summary: 'Whether a contact may be called, and written to beyond their own conversations',
    },
    async ({ ctx, site, parameter }) => {
      const { first } = await readContact(ctx, site, idOf(parameter('contact')));
      await refreshTraits(ctx, site.id);
      return readAllowed(ctx, site.id, first.id);
    },
  );

  mount(
    api,
    contract.putPermissions,
    {
      ...writes,
      body: schema.permissions,
      reply: schema.permissions,
      operationId: 'saveContactPermissions',
      summary:
        'Say whether a contact may be called and written to; an unsubscribed address stays unsubscribed',
    },
    async ({ ctx, site, session, parameter, body }) => {
      const { person, first } = await readContact(ctx, site, idOf(parameter('contact')));
      const row = {
        siteId: site.id,
        visitorId: first.id,
        noCalls: !body.calls,
        noMails: !body.mails,
        staffId: session.staff.id,
        at: ctx.clock.now(),
      };
      await ctx.database.commit({
        site: site.id,
        events: [contactEvent(first.id)],
        write: (tx) => replaceRefusals(tx, person.visitors, row),
      });
      await refreshTraits(ctx, site.id);
      return readAllowed(ctx, site.id, first.id);
    },
  );
};

const mountOpen = (api: Api): void => {
  mount(
    api,
    contract.listOpen,
    {
      ...reads,
      body: schema.openConversations,
      reply: schema.openConversationsReply,
      operationId: 'listSegmentConversations',
      summary: 'List the open conversations of all contacts that a rule fits, to assign or label them',
    },
    async ({ ctx, site, body: { rule } }) => {
      const members = await membersOf(ctx, site.id, rule);
      const found = await listOpenOf(
        ctx,
        site.id,
        members.map(({ row }) => row.id),
        maxConversations + 1,
      );
      return { conversations: found.slice(0, maxConversations), isMore: found.length > maxConversations };
    },
  );
};

/** Actions on segments: stages, lists of calls; and who may be called and written to. */
export const mountSegmentActions = (api: Api): void => {
  mountStage(api);
  mountOpen(api);
  mountCallLists(api);
  mountOutcome(api);
  mountPermissions(api);
};
