import { mainLanguage } from '../../../shared/core/languages.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import { conversationReply } from '../../../shared/inbox/schema.ts';
import * as schema from '../../../shared/inbox/startSchema.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../../shared/core/ids.ts';
import { cutAtWord } from '../../core/content/cut.ts';
import { findConversation } from '../../core/conversations/queries/conversations.ts';
import { startConversation } from '../../core/conversations/writes/starting.ts';
import { isSameEmail, writtenEmail } from '../../core/emailAddress.ts';
import { Failure } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { type SiteAddress, siteAddresses } from '../../core/mail/connected/siteAddresses.ts';
import { findTeam } from '../../core/mail/incoming/queries.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import { viewOne } from '../routes/conversation.ts';
import { findRecipient, type Recipient } from './recipient.ts';

/** Conversations that one member of staff starts: many at once, then one every few seconds. */
const starts = { perMinute: 20, burst: 40 };
/** Longest subject that is made of the first words, code units. */
const maxFirstWords = 80;

const reasons: Record<NonNullable<Recipient['shown']['mail'] | Recipient['shown']['widget']>, string> = {
  no_server: 'No mail server is set up.',
  no_address: 'There’s no email address of this contact.',
  refused: 'This contact doesn’t want emails.',
  stopped: 'This address has unsubscribed.',
  blocked: 'This contact is blocked.',
  unknown_there: 'This contact isn’t in the widget.',
};

/** The site's address that a mail goes out from. @throws Failure `invalid` for one that is not the site's */
const addressOf = async (
  ctx: Pick<Context, 'database'>,
  site: Site,
  from: string | undefined,
): Promise<SiteAddress | null> => {
  const addresses = await siteAddresses(ctx, site);
  if (from === undefined) return addresses[0] ?? null;
  const found = addresses.find(({ address }) => isSameEmail(address, from));
  if (!found)
    throw new Failure('invalid', 'This isn’t an address of the site.', { fields: { from: 'unknown' } });
  return found;
};

/** The ways to reach somebody. */
const mountOptions = (api: Api): void =>
  mount(
    api,
    contract.getComposeOptions,
    {
      access: 'staff',
      rate: 'staff',
      query: schema.composeQuery,
      reply: schema.composeOptions,
      operationId: 'getComposeOptions',
      scope: 'conversations:read',
      summary: 'Get the ways to reach a contact or an address, and what stands in the way',
    },
    async ({ ctx, site, query: { contact, email } }) => {
      const to = contact !== undefined ? { contact } : email !== undefined ? { email } : null;
      return {
        from: (await siteAddresses(ctx, site)).map(({ address }) => address),
        to: to && (await findRecipient(ctx, site, to, newId(ctx.clock.now()))).shown,
      };
    },
  );

/** Staff's own beginning of a conversation. */
export const mountStarting = (api: Api): void => {
  mountOptions(api);

  mount(
    api,
    contract.startConversation,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.startConversation,
      reply: conversationReply,
      operationId: 'startConversation',
      scope: 'conversations:write',
      summary: 'Start a conversation with a contact or an address, by email or waiting in the widget',
    },
    async ({ ctx, site, session, token, body }) => {
      const { id, by, to } = body;
      const mark = fingerprint(
        by,
        JSON.stringify(to),
        body.subject,
        body.body,
        (body.attachments ?? []).join(),
        session.staff.id,
      );
      const before = await findConversation(ctx, site.id, id);
      if (before?.fingerprint === mark) return { conversation: await viewOne(ctx, before) };
      ctx.limiter.take('start', session.staff.id, starts);
      const address = by === 'mail' ? await addressOf(ctx, site, body.from) : null;
      const recipient = await findRecipient(ctx, site, to, id);
      const obstacle = recipient.shown[by];
      if (obstacle) throw new Failure('forbidden', reasons[obstacle], { fields: { to: 'not_allowed' } });
      const visitor = by === 'widget' && recipient.inWidget ? recipient.inWidget : recipient.byMail;
      const email = 'email' in to ? writtenEmail(to.email) : null;
      const subject =
        body.subject.trim() || cutAtWord(body.body.trim().split('\n', 1)[0] ?? '', maxFirstWords);
      const row = await startConversation(
        ctx,
        site,
        visitor,
        { id: session.staff.id, via: token?.name ?? null },
        {
          id,
          kind: by === 'mail' ? 'mail' : 'chat',
          subject: subject || site.name,
          body: body.body,
          attachments: body.attachments,
          language: address?.language || recipient.shown.language || mainLanguage(site.settings),
          teamId: address ? await findTeam(ctx, site.id, address.team) : null,
          fingerprint: mark,
          identity: { name: ('name' in to && to.name) || null, email },
        },
        (tx, now) =>
          by === 'mail'
            ? [
                planJob(
                  tx,
                  site.id,
                  {
                    kind: 'mail.reply',
                    key: id,
                    payload: { conversation: id, mailbox: address?.address ?? '' },
                    runAt: now,
                  },
                  now,
                ),
              ]
            : [],
      );
      return { conversation: await viewOne(ctx, row) };
    },
  );
};
