import * as contract from '../../shared/contacts/routes.ts';
import * as schema from '../../shared/contacts/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { Failure, idOf, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { fits } from './rules.ts';
import { readContact, replyWith, viewContact } from './views.ts';
import { insertStage, replaceValue } from './writes.ts';

const forStaff = { access: 'staff', rate: 'staff', scope: 'people:write' } as const;

/** Routes by which the team, or a program of theirs, says more of a contact. */
export const mountContactChanges = (api: Api): void => {
  mount(
    api,
    contract.putAttribute,
    {
      ...forStaff,
      body: schema.saveAttribute,
      reply: schema.contactReply,
      operationId: 'saveContactAttribute',
      summary: 'Set one of a contact’s attributes; an empty value takes it away',
    },
    async ({ ctx, site, session, token, parameter, body }) => {
      const id = idOf(parameter('contact'));
      const { person } = await readContact(ctx, site, id);
      const attributeId = idOf(parameter('attribute'));
      const defined = site.settings.contacts.attributes.find((one) => one.id === attributeId);
      if (!defined) throw notFound();
      const value = body.value.trim();
      const isEmpty = !hasVisibleText(value);
      if (!isEmpty && !fits(defined, value))
        throw new Failure('invalid', 'The value isn’t of the attribute’s type.', {
          fields: { value: defined.type === 'choice' ? 'unknown' : 'invalid' },
        });
      const key = { siteId: site.id, visitorId: id, attributeId };
      await ctx.database.commit({
        site: site.id,
        events: [{ kind: 'contact.changed', visitor: id, subject: id, audience: 'staff' }],
        write: (tx) =>
          replaceValue(
            tx,
            person.visitors,
            key,
            isEmpty
              ? null
              : { ...key, value, staffId: session.staff.id, via: token?.name ?? null, at: ctx.clock.now() },
          ),
      });
      return replyWith(ctx, site, id);
    },
  );

  mount(
    api,
    contract.putStage,
    {
      ...forStaff,
      body: schema.saveStage,
      reply: schema.contactReply,
      operationId: 'saveContactStage',
      summary: 'Set a contact’s stage; the ones before stay as history',
    },
    async ({ ctx, site, session, token, parameter, body: { stage } }) => {
      const id = idOf(parameter('contact'));
      const before = await viewContact(ctx, site, id);
      if (stage !== null && !site.settings.contacts.stages.some((one) => one.id === stage))
        throw new Failure('invalid', 'There’s no such stage.', { fields: { stage: 'unknown' } });
      if ((before.stages[0]?.stage ?? null) === stage) return replyWith(ctx, site, id);
      const now = ctx.clock.now();
      await ctx.database.commit({
        site: site.id,
        events: [{ kind: 'contact.changed', visitor: id, subject: id, audience: 'staff' }],
        write: (tx) => [
          insertStage(tx, {
            siteId: site.id,
            id: newId(now),
            visitorId: id,
            stageId: stage,
            staffId: session.staff.id,
            via: token?.name ?? null,
            at: now,
          }),
        ],
      });
      return replyWith(ctx, site, id);
    },
  );
};
