import * as contract from '../../shared/invitations/routes.ts';
import * as schema from '../../shared/invitations/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { commitRevised, refuseOlder } from '../core/db/revised.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { requireMember } from '../core/people/staff/requireMember.ts';
import { firstName } from '../core/people/names.ts';
import { liftOf } from '../core/prompts/lift.ts';
import { refuseSlowRule } from '../core/prompts/patterns.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  findInvitation,
  findInvitations,
  insertInvitation,
  type InvitationRow,
  removeInvitation,
  updateInvitation,
} from './queries.ts';
import { textFor } from './rules.ts';

/** Each costs every visitor bytes with the settings. */
const max = 50;

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

const toView = async (ctx: Context, site: Site, rows: InvitationRow[]) => {
  const counts = await countExposures(ctx, site.id);
  return rows.map(({ id, name, fromId, opens, texts, rule, revision, changedAt }) => {
    const own = counts.get(id) ?? noExposures();
    return {
      id,
      name,
      from: fromId,
      opens,
      texts,
      rule,
      revision,
      changedAt,
      counts: own,
      lift: rule.goal && liftOf(own.goalsShown, own.shown, own.goalsHeld, own.held),
    };
  });
};

const viewNow = async (ctx: Context, site: Site, id: string) => {
  const row = await findInvitation(ctx, site.id, id);
  return row && (await toView(ctx, site, [row]))[0];
};

/** Routes of a visitor's invitations. */
const mountInvitation = (api: Api): void => {
  mount(
    api,
    contract.getInvitation,
    {
      access: 'public',
      rate: 'read',
      query: schema.invitationQuery,
      reply: schema.invitationShown,
      operationId: 'getInvitation',
      summary: 'Get an invitation while it’s shown',
    },
    async ({ ctx, site, parameter, query, headers }) => {
      const row = await findInvitation(ctx, site.id, parameter('invitation'));
      headers.set('cache-control', 'no-store');
      if (!row?.rule.on || !site.settings.prompts.on) return { invitation: null };
      const text = textFor(row, query.language);
      const { features } = site.settings;
      if (!text || (row.opens !== 'ask' && !features[row.opens])) return { invitation: null };
      if (row.rule.conditions.online && !(await ctx.hasRoom(site.id))) return { invitation: null };
      const people = await listColleagues(ctx, site.id);
      const from = people.find(({ id }) => id === row.fromId);
      return {
        invitation: {
          ...text,
          from: from ? firstName(from.name) : site.settings.teamName || site.name,
          opens: row.opens === 'ask' ? 'home' : row.opens,
        },
      };
    },
  );
};

/** All invitations of a site, with what they brought. */
const mountListing = (api: Api): void => {
  mount(
    api,
    contract.listInvitations,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.invitationList,
      operationId: 'listInvitations',
      scope: 'content:read',
      summary: 'List invitations with their results',
    },
    async ({ ctx, site }) => ({
      invitations: await toView(ctx, site, await findInvitations(ctx, site.id)),
    }),
  );
};

/** Saving and deleting an invitation. */
const mountChanges = (api: Api): void => {
  mount(
    api,
    contract.putInvitation,
    {
      ...forAdmins,
      body: schema.saveInvitation,
      reply: schema.invitationReply,
      operationId: 'saveInvitation',
      scope: 'content:write',
      summary: 'Create or change an invitation, under an ID chosen by the browser',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('invitation');
      const { draft, revision } = body;
      await refuseSlowRule(draft.rule, 'draft.rule');
      await requireMember(ctx, site.id, draft.from, 'draft.from');
      const all = await findInvitations(ctx, site.id);
      const before = all.find((one) => one.id === id);
      if (!before && all.length >= max)
        throw new Failure('invalid', 'You’ve reached the limit. Delete one first.', {
          fields: { id: 'too_many' },
        });
      const current = () => viewNow(ctx, site, id);
      await refuseOlder(before?.revision ?? 0, revision, current);
      const now = ctx.clock.now();
      const row: InvitationRow = {
        siteId: site.id,
        id,
        name: draft.name,
        fromId: draft.from,
        opens: draft.opens,
        texts: draft.texts,
        rule: draft.rule,
        revision: revision + 1,
        createdAt: before?.createdAt ?? now,
        changedAt: now,
      };
      await commitRevised(
        ctx,
        { site: site.id, kind: 'prompts.changed', subject: id },
        (tx) => [before ? updateInvitation(tx, row, revision) : insertInvitation(tx, row)],
        current,
      );
      return { invitation: assertPresent((await toView(ctx, site, [row]))[0], 'one row has one view') };
    },
  );

  mount(
    api,
    contract.deleteInvitation,
    {
      ...forAdmins,
      body: schema.removeInvitation,
      reply: schema.removedReply,
      operationId: 'deleteInvitation',
      scope: 'content:write',
      summary: 'Delete an invitation and keep its counts',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('invitation');
      await commitRevised(
        ctx,
        { site: site.id, kind: 'prompts.changed', subject: id },
        (tx) => [removeInvitation(tx, site.id, id, body.revision)],
        () => viewNow(ctx, site, id),
      );
      return { done: true as const };
    },
  );
};

/** Messages of the team that come by themselves, and lead to an answer, a chat or a call. */
export const mountInvitations = (api: Api): void => {
  mountInvitation(api);
  mountListing(api);
  mountChanges(api);
};
