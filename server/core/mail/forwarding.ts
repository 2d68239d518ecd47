import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../assertPresent.ts';
import { findConversation, type ConversationRow } from '../conversations/queries/conversations.ts';
import { findMessages, toMessageViews } from '../conversations/queries/messages.ts';
import { addStaffMessage } from '../conversations/writes/messages.ts';
import { canonicalEmail, isSameEmail, writtenEmail } from '../emailAddress.ts';
import { Failure } from '../http/failure.ts';
import type { JobHandler } from '../jobs/handlers.ts';
import type { JobResult } from '../jobs/work.ts';
import { planJob } from '../jobs/queries.ts';
import { findVisitorRow } from '../people/visitors/queries.ts';
import { messageIdOf } from './addresses.ts';
import { addressOf, filesOf, senderOf } from './byMail.ts';
import { deliver } from './deliver.ts';
import { findOwners } from './incoming/queries.ts';
import { findMail, isStopped, listThread, makeMail } from './queries.ts';
import { mailLanguage } from './texts.ts';
import { letterOf, teamOf } from './visitorLetter.ts';

const hour = 3_600_000;
const done: JobResult = { kind: 'done' };

/** Messages of a conversation that may leave it: what was said with the visitor, and is still there. */
const findForwarded = async (ctx: Context, row: ConversationRow, ids: readonly string[]) =>
  (await findMessages(ctx, row.siteId, [...ids]))
    .filter(
      ({ conversationId, visibility, authorKind, removed }) =>
        conversationId === row.id && visibility === 'public' && authorKind !== 'system' && !removed,
    )
    .sort((one, other) => one.seq - other.seq);

/**
 * Forwards messages of a conversation to somebody outside it, with words for them. It stands in the conversation as a
 * note: nothing of it, and nothing that comes back, is the visitor's.
 * @throws Failure `invalid` for the visitor, an address of ours, or messages that cannot be forwarded; `forbidden` for one
 * that unsubscribed
 */
export const forward = async (
  ctx: Context,
  row: ConversationRow,
  staff: { id: string; name: string; via?: string | null },
  given: { id: string; email: string; body: string; messages: readonly string[] },
) => {
  const visitor = await findVisitorRow(ctx, row.siteId, row.visitorId);
  const isOurs =
    isSameEmail(given.email, ctx.config.mail.from) ||
    (await findOwners(ctx, [canonicalEmail(given.email)])).length > 0;
  if (isOurs || (visitor?.email && isSameEmail(visitor.email, given.email)))
    throw new Failure('invalid', 'Forward it to somebody else.', { fields: { email: 'not_allowed' } });
  const site = await ctx.sites.byId(row.siteId);
  if (!ctx.mailer.isConfigured && !(site && (await senderOf(ctx, site, row)).by))
    throw new Failure('forbidden', 'No mail server is set up.', { fields: { email: 'not_allowed' } });
  if (await isStopped(ctx, row.siteId, given.email))
    throw new Failure('forbidden', 'This address has unsubscribed.', { fields: { email: 'not_allowed' } });
  const chosen = new Set(given.messages);
  if ((await findForwarded(ctx, row, [...chosen])).length < chosen.size)
    throw new Failure('invalid', 'A message can’t be forwarded any more.', {
      fields: { messages: 'unknown' },
    });
  const now = ctx.clock.now();
  return addStaffMessage(
    ctx,
    row,
    staff,
    {
      id: given.id,
      body: given.body,
      visibility: 'note',
      mail: { to: [{ name: '', address: writtenEmail(given.email) }], forwarded: [...chosen] },
    },
    (tx) => [
      planJob(
        tx,
        row.siteId,
        { kind: 'mail.forward', key: given.id, payload: { conversation: row.id }, runAt: now },
        now,
      ),
    ],
  );
};

/** Sends what was forwarded, as one mail with its files. */
export const sendForward: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const [note] = await findMessages(ctx, job.siteId, [job.key]);
  const row = note && (await findConversation(ctx, job.siteId, note.conversationId));
  const to = note?.mail?.to?.[0];
  if (!site || !row || !note || !to || note.removed?.what === 'message') return done;
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id: job.id,
        kind: 'forward',
        conversationId: row.id,
        address: to.address,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
      },
      // Chosen by hand, by one of the team.
      { siteId: site.id, address: to.address, visitorId: null, isProven: true },
    );
    if (!made) return { kind: 'later', at: ctx.clock.now() + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  const said = note.body.trim() === '' ? [] : [note];
  const messages = await toMessageViews(ctx, site.id, [
    ...said,
    ...(await findForwarded(ctx, row, note.mail?.forwarded ?? [])),
  ]);
  const by = (await toMessageViews(ctx, site.id, [note]))[0]?.author.name;
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const { files, attached } = await filesOf(ctx, site.id, messages);
  const address = await addressOf(ctx, site, row);
  const before = await listThread(ctx, site.id, row.id, to.address, mail.id);
  return deliver(ctx, mail, {
    fromName: by ? `${by} (${address?.name || teamOf(site)})` : address?.name || teamOf(site),
    subject: `Fwd: ${row.subject}`,
    isFirst: before.length === 0,
    ...(await senderOf(ctx, site, row)),
    automatic: 'no',
    files,
    letter: letterOf(ctx, site, row, mail, language, {
      messages,
      question: null,
      linkBack: false,
      mayStop: false,
      attached,
      signature: address?.signature ?? '',
    }),
  });
};
