import type { Context } from '../context.ts';
import type { ContactFacts } from '../core/people/contactFacts.ts';
import { findSegments, listOwnSegments } from './segments/queries/kept.ts';
import { listContactsOf, listMembersAmong, listValuesOf } from './segments/queries/facts.ts';
import { refreshTraits } from './segments/refresh.ts';

/** Facts that contacts are known by, for rules on conversations: segments, and attributes that the team keeps. */
export const contactFacts = (ctx: Context): ContactFacts => ({
  async list(siteId) {
    const site = await ctx.sites.byId(siteId);
    return {
      segments: (await listOwnSegments(ctx, siteId)).map(({ id, name }) => ({ id, name })),
      attributes: site?.settings.contacts.attributes.map(({ id, name }) => ({ id, name })) ?? [],
    };
  },
  async read(siteId, visitors, asked) {
    await refreshTraits(ctx, siteId);
    const contacts = await listContactsOf(ctx, siteId, visitors);
    const found = new Map<string, Record<string, string>>(visitors.map((visitor) => [visitor, {}]));
    const give = (contactId: string, name: string, value: string): void => {
      for (const one of contacts)
        if (one.contactId === contactId) Object.assign(found.get(one.visitorId) ?? {}, { [name]: value });
    };
    const ids = [...new Set(contacts.map(({ contactId }) => contactId))];
    for (const { id, rule } of await findSegments(ctx, siteId, asked.segments))
      for (const contact of await listMembersAmong(ctx, siteId, rule, ids))
        give(contact, `segment ${id}`, 'yes');
    // The newest last: it stands.
    for (const { contactId, attributeId, value } of await listValuesOf(ctx, siteId, ids, asked.attributes))
      give(contactId, `attribute.${attributeId}`, value);
    return found;
  },
});
