import * as contract from '../../shared/contacts/routes.ts';
import * as schema from '../../shared/contacts/schema.ts';
import type { Context } from '../context.ts';
import { Failure, idOf, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { countLinks, findLink, maxLinks } from '../core/people/links/queries.ts';
import { insertLink, removeLink } from '../core/people/links/writes.ts';
import { describePerson } from '../core/people/links/together.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { countConversations, countOpen } from './queries/contacts.ts';
import { listStages, listValues } from './queries/values.ts';
import { readContact, replyWith, toRow } from './views.ts';

/** Visitors that one person may be linked of. */
const maxVisitors = 100;

const forStaff = { access: 'staff', rate: 'staff' } as const;

type Found = Awaited<ReturnType<typeof readContact>>;

const sideOf = async (ctx: Context, site: Site, { person, rows, first }: Found): Promise<schema.LinkSide> => {
  const [open, conversations, values, stages] = await Promise.all([
    countOpen(ctx, site.id, person.visitors),
    countConversations(ctx, site.id, person.visitors),
    listValues(ctx, person),
    listStages(ctx, person),
  ]);
  const newest = new Map(values.toReversed().map(({ attributeId, value }) => [attributeId, value]));
  return {
    ...toRow(describePerson(first, rows), open),
    customers: person.subjects,
    conversations,
    stage: stages[0]?.stageId ?? null,
    values: [...newest].map(([attribute, value]) => ({ attribute, value })),
  };
};

/** Both persons of a link that is to be, and whether they are one already, or two customers of the site. */
const readBoth = async (ctx: Context, site: Site, contact: string, other: string) => {
  const [one, two] = await Promise.all([readContact(ctx, site, contact), readContact(ctx, site, other)]);
  return {
    one,
    two,
    isSame: one.person.visitors.includes(two.first.id),
    areCustomers:
      one.person.subjects.length > 0 &&
      two.person.subjects.some((subject) => !one.person.subjects.includes(subject)),
  };
};

/** Events of both sides: whoever counts them together, or no longer, looks at each. */
const eventsOf = (ids: readonly string[]) =>
  ids.map((id) => ({ kind: 'contact.changed', visitor: id, subject: id, audience: 'staff' }) as const);

const mountPut = (api: Api): void => {
  mount(
    api,
    contract.putLink,
    {
      ...forStaff,
      scope: 'people:write',
      body: schema.saveLink,
      reply: schema.contactReply,
      operationId: 'linkContacts',
      summary: 'Link two contacts as the same person, for the team’s view; visitors see no more than before',
    },
    async ({ ctx, site, session, token, parameter, body: { other, customers } }) => {
      const id = idOf(parameter('contact'));
      const link = idOf(parameter('link'));
      const { one, two, isSame, areCustomers } = await readBoth(ctx, site, id, other);
      if (isSame) return replyWith(ctx, site, id);
      if (areCustomers && customers !== true)
        throw new Failure('invalid', 'Your site signed a different ID for each: say that you mean both.', {
          fields: { customers: 'required' },
        });
      if (one.rows.length + two.rows.length > maxVisitors || (await countLinks(ctx, site.id)) >= maxLinks)
        throw new Failure('invalid', 'These are too many to link.', { fields: { other: 'too_many' } });
      await ctx.database.commit({
        site: site.id,
        events: eventsOf([id, other]),
        write: (tx) => [
          insertLink(tx, {
            siteId: site.id,
            id: link,
            visitorId: id,
            otherId: other,
            staffId: session.staff.id,
            via: token?.name ?? null,
            at: ctx.clock.now(),
          }),
        ],
      });
      return replyWith(ctx, site, id);
    },
  );
};

/** Routes by which the team says that two contacts are one person, and takes it back. */
export const mountLinks = (api: Api): void => {
  mount(
    api,
    contract.previewLink,
    {
      ...forStaff,
      scope: 'people:read',
      reply: schema.linkPreview,
      operationId: 'previewContactLink',
      summary: 'Show what would come together if two contacts were linked as the same person',
    },
    async ({ ctx, site, parameter }) => {
      const both = await readBoth(ctx, site, idOf(parameter('contact')), idOf(parameter('other')));
      const [contact, other] = await Promise.all([sideOf(ctx, site, both.one), sideOf(ctx, site, both.two)]);
      return { contact, other, isSame: both.isSame, areCustomers: both.areCustomers };
    },
  );

  mountPut(api);

  mount(
    api,
    contract.deleteLink,
    {
      ...forStaff,
      scope: 'people:write',
      reply: schema.contactReply,
      operationId: 'separateContacts',
      summary: 'Separate two contacts that were linked; each has again what was theirs',
    },
    async ({ ctx, site, parameter }) => {
      const id = idOf(parameter('contact'));
      const { person } = await readContact(ctx, site, id);
      const link = await findLink(ctx, site.id, idOf(parameter('link')));
      if (!link) return replyWith(ctx, site, id);
      if (!person.visitors.includes(link.visitorId)) throw notFound();
      await ctx.database.commit({
        site: site.id,
        events: eventsOf([link.visitorId, link.otherId]),
        write: (tx) => [removeLink(tx, site.id, link.id)],
      });
      return replyWith(ctx, site, id);
    },
  );
};
