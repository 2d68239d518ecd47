import { z } from 'zod';
import { visitorThread as threadSchema } from '../../../shared/core/conversations/schema.ts';
import * as contract from '../../../shared/core/mail/routes.ts';
import { mailList, setAsideList } from '../../../shared/core/mail/schema.ts';
import { assertPresent } from '../assertPresent.ts';
import { findConversation } from '../conversations/queries/conversations.ts';
import { visitorThread } from '../conversations/routes.ts';
import { Failure, notFound } from '../http/failure.ts';
import { type Api, mount } from '../http/mount.ts';
import { readBearer } from '../people/visitors/visitor.ts';
import { listMailsOf, listSetAsideOf } from './queries.ts';
import { mountMailLog } from './mailLog.ts';
import { mountOriginal } from './originals/originalRoute.ts';
import { resume } from './resume.ts';

/** A conversation's mails for staff, and the way back into it from a mail. */
export const mountMail = (api: Api): void => {
  mountMailLog(api);
  mountOriginal(api);

  mount(
    api,
    contract.listMails,
    {
      access: 'staff',
      rate: 'staff',
      reply: mailList,
      operationId: 'listConversationMails',
      scope: 'conversations:read',
      summary: 'List a conversation’s emails: sent, not sent, received',
    },
    async ({ ctx, site, parameter }) => {
      const row = await findConversation(ctx, site.id, parameter('conversation'));
      if (!row) throw notFound();
      const rows = await listMailsOf(ctx, site.id, row.id);
      return {
        mails: rows.map(({ id, kind, staffId, state, createdAt, at }) => ({
          id,
          kind,
          with: staffId === null ? ('visitor' as const) : ('staff' as const),
          state,
          createdAt,
          at,
        })),
      };
    },
  );

  mount(
    api,
    contract.listSetAside,
    {
      access: 'staff',
      rate: 'staff',
      reply: setAsideList,
      operationId: 'listSetAsideMails',
      scope: 'conversations:read',
      summary: 'List incoming emails that became no message, with the reason of each',
    },
    async ({ ctx, site }) => {
      const rows = await listSetAsideOf(ctx, site.id);
      return {
        mails: rows.map(({ siteId: _, conversationId, ...mail }) => ({
          ...mail,
          conversation: conversationId,
        })),
      };
    },
  );

  mount(
    api,
    contract.postResume,
    {
      access: 'newcomer',
      rate: 'write',
      body: z.strictObject({ token: z.string().min(1).max(700) }),
      reply: threadSchema,
      operationId: 'resumeConversation',
      summary: 'Continue a conversation on another device, with the link from an email',
    },
    async ({ ctx, site, visitor, body, read }) => {
      const row = await resume(ctx, site, body.token, visitor.isNew ? null : visitor, () => {
        // Two visitors do not become one: the browser makes a new secret for this.
        if (!visitor.isNew) throw new Failure('conflict', 'This secret belongs to another visitor.');
        return assertPresent(readBearer(read('authorization')), 'a visitor is known by it');
      });
      return visitorThread(ctx, site.id, row);
    },
  );
};
