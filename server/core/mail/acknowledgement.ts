import { mainLanguage } from '../../../shared/core/languages.ts';
import { assertPresent } from '../assertPresent.ts';
import { findConversation } from '../conversations/queries/conversations.ts';
import { derivedId } from '../derivedId.ts';
import type { JobHandler } from '../jobs/handlers.ts';
import type { NewJob } from '../jobs/work.ts';
import { zoneFor } from '../pages/dates.ts';
import { fill } from '../pages/texts.ts';
import { findVisitorRow, hasProven } from '../people/visitors/queries.ts';
import { hashAddress, messageIdOf } from './addresses.ts';
import { addressOf, senderOf } from './byMail.ts';
import type { SiteAddress } from './connected/siteAddresses.ts';
import { deliver, stopLink } from './deliver.ts';
import { findMail, isStopped, makeMail } from './queries.ts';
import { mailLanguage, mailTime } from './texts.ts';

const day = 24 * 3_600_000;

/** One answer of ours to an address, mailbox and day, however many conversations it opens: two machines soon fall silent. */
const keyOf = (address: string, mailbox: string, now: number): string =>
  `${hashAddress(address)} ${Math.floor(now / day)}${mailbox && ` ${mailbox}`}`;

/** The job that tells who wrote a mail that it arrived. */
export const acknowledgementJob = (
  given: { conversation: string; address: string; at: SiteAddress },
  now: number,
): NewJob => {
  const mailbox = given.at.mailbox?.id ?? '';
  return {
    kind: 'mail.acknowledge',
    key: keyOf(given.address, mailbox, now),
    payload: { conversation: given.conversation, mailbox },
    runAt: now,
  };
};

/**
 * Tells a person that their mail arrived, by when they hear from us, and that people read it. Nothing that they wrote is in
 * it: the address may be somebody else's.
 */
export const sendAcknowledgement: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  const visitor = row && (await findVisitorRow(ctx, job.siteId, row.visitorId));
  const address = visitor?.email;
  if (!site || !row || !address || visitor.blockedAt !== null || row.held || row.firstReplyAt !== null)
    return { kind: 'done' };
  const id = derivedId(
    'acknowledgement',
    site.id,
    keyOf(address, String(job.payload['mailbox'] ?? ''), row.createdAt),
  );
  let mail = await findMail(ctx, site.id, id);
  if (mail?.state === 'sent') return { kind: 'done' };
  if (!mail) {
    if (await isStopped(ctx, site.id, address)) return { kind: 'done' };
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id,
        kind: 'acknowledgement',
        conversationId: row.id,
        address,
        messageId: messageIdOf(ctx, id),
        state: 'sending',
      },
      { siteId: site.id, address, visitorId: visitor.id, isProven: hasProven(visitor, address) },
    );
    // Told tomorrow, it would be news to nobody.
    if (!made) return { kind: 'done' };
    mail = assertPresent(await findMail(ctx, site.id, id), 'the mail was just made');
  }
  const language = mailLanguage(row.language, mainLanguage(site.settings));
  const { texts, tag } = language;
  const at = await addressOf(ctx, site, row);
  const team = at?.name || site.settings.teamName || site.name;
  const zone = zoneFor(row.zone, site.settings.hours.zone);
  const promised =
    row.promiseAt === null
      ? fill(texts.acknowledgementText, { team })
      : fill(texts.acknowledgementPromise, { team, time: mailTime(row.promiseAt, tag, zone) });
  const own = (at?.acknowledgement ?? '').split('\n').filter((text) => text.trim() !== '');
  return deliver(ctx, mail, {
    fromName: team,
    ...(await senderOf(ctx, site, row)),
    automatic: 'auto-replied',
    subject: fill(texts.acknowledgementSubject, { team }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      // Whatever the owner's words are: by when, and that people read it, is said.
      paragraphs: [...own, promised, texts.acknowledgementHuman],
      quotes: [],
      action: null,
      footer: [],
      stop: { label: texts.stop, href: stopLink(ctx, mail.id) },
    },
  });
};
