import { isAtLeast } from '../../shared/core/people/roles.ts';
import { listTeams, membersAmong } from './queries/teams.ts';
import { listSearches } from './queries/savedSearches.ts';
import { cannedReplyChanged } from './cannedReplySearch.ts';
import { listReplies } from './queries/cannedReplies.ts';
import { listLabels } from './queries/labels.ts';
import { deleteTeam, saveTeam } from './writes/teams.ts';
import { deleteSearch, insertSearch, updateSearch } from './writes/savedSearches.ts';
import { deleteReply, saveReply } from './writes/cannedReplies.ts';
import { done as doneSchema } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/inbox/routes.ts';
import * as schema from '../../shared/inbox/schema.ts';
import { unknownVariables } from '../../shared/inbox/variables.ts';
import type { Context } from '../context.ts';
import type { Decisive, NewEvent, Queries, Statement } from '../core/db/database.ts';
import { UniqueViolation } from '../core/db/database.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { deleteLabel, saveLabel } from './writes/labels.ts';

const done = { done: true as const };
const forStaff = { access: 'staff', rate: 'staff' } as const;
const forAdmins = { ...forStaff, role: 'admin' } as const;

/** Of each a site has so many at the most: they are all loaded with the inbox. */
const max = { labels: 200, teams: 100, searches: 50, replies: 1_000 };

const tooMany = (field: string) =>
  new Failure('invalid', 'You’ve reached the limit. Delete one first.', { fields: { [field]: 'too_many' } });

/** Writes what every open inbox shows, and says so. @throws Failure `conflict` where a name is taken */
const commitTools = async (
  ctx: Context,
  site: string,
  field: string,
  write: (tx: Queries) => (Statement | Decisive)[],
  more: readonly NewEvent[] = [],
): Promise<void> => {
  try {
    await ctx.database.commit({
      site,
      events: [{ kind: 'inbox.changed', audience: 'staff' }, ...more],
      write,
    });
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw new Failure('conflict', 'This name is already taken.', {
      fields: { [field]: 'not_allowed' },
    });
  }
};

/** Labels. */
const mountLabels = (api: Api): void => {
  mount(
    api,
    contract.putLabel,
    {
      ...forStaff,
      body: schema.saveLabel,
      reply: schema.labelReply,
      operationId: 'saveLabel',
      scope: 'settings:write',
      summary: 'Create a label, or change one as an admin',
    },
    async ({ ctx, site, parameter, body, role }) => {
      const id = parameter('label');
      const known = await listLabels(ctx, site.id);
      const before = known.find((label) => label.id === id);
      const isSame = before?.name === body.name && before.colour === body.colour;
      if (before && !isSame && !isAtLeast(role, 'admin'))
        throw new Failure('forbidden', 'Only admins can change existing labels.');
      if (!before && known.length >= max.labels) throw tooMany('name');
      if (!isSame)
        await commitTools(ctx, site.id, 'name', (tx) => [saveLabel(tx, site.id, id, body, ctx.clock.now())]);
      return { label: { id, ...body } };
    },
  );

  mount(
    api,
    contract.deleteLabel,
    {
      ...forAdmins,
      reply: doneSchema,
      operationId: 'deleteLabel',
      scope: 'settings:write',
      summary: 'Delete a label and remove it everywhere',
    },
    async ({ ctx, site, parameter }) => {
      await commitTools(ctx, site.id, 'name', (tx) => deleteLabel(tx, site.id, parameter('label')));
      return done;
    },
  );
};

/** Teams. */
const mountTeams = (api: Api): void => {
  mount(
    api,
    contract.putTeam,
    {
      ...forAdmins,
      body: schema.saveTeam,
      reply: schema.teamReply,
      operationId: 'saveTeam',
      scope: 'settings:write',
      summary: 'Create or change a team',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('team');
      const members = await membersAmong(ctx, site.id, body.members);
      if (body.members.some((one) => !members.has(one)))
        throw new Failure('invalid', 'Teams can only include people on this site.', {
          fields: { members: 'not_allowed' },
        });
      const known = await listTeams(ctx, site.id);
      if (known.length >= max.teams && !known.some((team) => team.id === id)) throw tooMany('name');
      await commitTools(ctx, site.id, 'name', (tx) => saveTeam(tx, site.id, id, body, ctx.clock.now()));
      return { team: { id, name: body.name, members: [...new Set(body.members)] } };
    },
  );

  mount(
    api,
    contract.deleteTeam,
    {
      ...forAdmins,
      reply: doneSchema,
      operationId: 'deleteTeam',
      scope: 'settings:write',
      summary: 'Delete a team and unassign its conversations',
    },
    async ({ ctx, site, parameter }) => {
      await commitTools(ctx, site.id, 'name', (tx) => deleteTeam(tx, site.id, parameter('team')));
      return done;
    },
  );
};

/** Saved searches. */
const mountSaved = (api: Api): void => {
  mount(
    api,
    contract.putSearch,
    {
      ...forStaff,
      body: schema.saveSearch,
      reply: schema.searchReply,
      operationId: 'saveSearch',
      scope: null,
      person: 'A saved search is a person’s own.',
      summary: 'Save a search for yourself',
    },
    async ({ ctx, site, session, parameter, body }) => {
      const id = parameter('search');
      const { id: me } = session.staff;
      const known = await listSearches(ctx, site.id, me);
      const isKnown = known.some((search) => search.id === id);
      if (!isKnown && known.length >= max.searches) throw tooMany('name');
      await ctx.database.write((tx) =>
        isKnown
          ? [updateSearch(tx, site.id, me, id, body)]
          : [insertSearch(tx, site.id, me, id, body, ctx.clock.now())],
      );
      // Another person's id is as good as taken.
      if (!(await listSearches(ctx, site.id, me)).some((search) => search.id === id)) throw notFound();
      return { search: { id, ...body } };
    },
  );

  mount(
    api,
    contract.deleteSearch,
    {
      ...forStaff,
      reply: doneSchema,
      operationId: 'deleteSearch',
      scope: null,
      person: 'A saved search is a person’s own.',
      summary: 'Delete one of your saved searches',
    },
    async ({ ctx, site, session, parameter }) => {
      await ctx.database.write((tx) => [deleteSearch(tx, site.id, session.staff.id, parameter('search'))]);
      return done;
    },
  );
};

const cannedReplyEvent = (subject: string): NewEvent => ({
  kind: cannedReplyChanged,
  subject,
  audience: 'staff',
});

/** Canned replies. */
const mountCannedReplies = (api: Api): void => {
  mount(
    api,
    contract.listCannedReplies,
    {
      ...forStaff,
      reply: schema.cannedReplies,
      operationId: 'listCannedReplies',
      scope: 'content:read',
      summary: 'List canned replies',
    },
    async ({ ctx, site }) => ({ replies: await listReplies(ctx, site.id) }),
  );

  mount(
    api,
    contract.putCannedReply,
    {
      ...forAdmins,
      body: schema.saveCannedReply,
      reply: schema.cannedReplyReply,
      operationId: 'saveCannedReply',
      scope: 'content:write',
      summary: 'Create or change a canned reply',
    },
    async ({ ctx, site, parameter, body }) => {
      const id = parameter('reply');
      if (unknownVariables(body.body).length)
        throw new Failure('invalid', `There’s no variable ${unknownVariables(body.body)[0]}.`, {
          fields: { body: 'unknown' },
        });
      const known = await listReplies(ctx, site.id);
      if (known.length >= max.replies && !known.some((reply) => reply.id === id)) throw tooMany('title');
      await commitTools(
        ctx,
        site.id,
        'shortcut',
        (tx) => [saveReply(tx, site.id, id, body, ctx.clock.now())],
        [cannedReplyEvent(id)],
      );
      return { reply: { id, ...body } };
    },
  );

  mount(
    api,
    contract.deleteCannedReply,
    {
      ...forAdmins,
      reply: doneSchema,
      operationId: 'deleteCannedReply',
      scope: 'content:write',
      summary: 'Delete a canned reply',
    },
    async ({ ctx, site, parameter }) => {
      const id = parameter('reply');
      await commitTools(ctx, site.id, 'shortcut', (tx) => [deleteReply(tx, site.id, id)], [
        cannedReplyEvent(id),
      ]);
      return done;
    },
  );
};

/** Routes of the inbox's settings: labels, teams, canned replies, saved searches. */
export const mountInboxSettings = (api: Api): void => {
  mountLabels(api);
  mountTeams(api);
  mountSaved(api);
  mountCannedReplies(api);
};
