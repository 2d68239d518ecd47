import { mainLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { messageIdOf } from '../core/mail/addresses.ts';
import { deliver, stopLink } from '../core/mail/deliver.ts';
import { findMail, isStopped, makeMail, type MailRow, setMailState } from '../core/mail/queries.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findReturning, type Returning } from './queries.ts';
import { signInTexts } from './texts.ts';
import { codeOf, linkLifetime, tokenOf } from './tokens.ts';

/** The job that mails a link. */
export const linkJobKind = 'signIn.link';

const done: JobResult = { kind: 'done' };

/** The mail: its link, and not a word that anybody wrote. */
const sendLetter = (
  ctx: Context,
  site: Site,
  mail: MailRow,
  found: Returning,
  wanted: { language: string; hasCode: boolean },
): Promise<JobResult> => {
  const language = mailLanguage(wanted.language, mainLanguage(site.settings));
  const texts = signInTexts(language.tag);
  const team = site.settings.teamName || site.name;
  const token = tokenOf(ctx, mail, found);
  return deliver(ctx, mail, {
    fromName: team,
    subject: fill(texts.subject, { team }),
    isFirst: true,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: wanted.hasCode
        ? [fill(texts.code, { code: codeOf(ctx, mail.id) }), texts.codeText]
        : [fill(texts.text, { team })],
      quotes: [],
      action: {
        label: texts.button,
        // After the `#`: it reaches no server's log, and no other page as a referrer.
        href: `${ctx.config.publicUrl}/sites/${site.key}/resume?lang=${language.tag}#${token}`,
        note: wanted.hasCode ? texts.codeNote : texts.note,
      },
      footer: [texts.why],
      stop: { label: texts.stop, href: stopLink(ctx, mail.id) },
    },
  });
};

/**
 * Mails a link, where the request found somebody: looked at again, because they may have been blocked or erased since. A
 * link that comes too late is of no use, so nothing is tried again for longer than it works.
 */
export const sendLink: JobHandler = async (ctx, job) => {
  const { conversation, language, at, code } = job.payload;
  const site = await ctx.sites.byId(job.siteId);
  if (!site || !conversation) return done;
  const isLate = Number(at) + linkLifetime <= ctx.clock.now();
  let mail = await findMail(ctx, site.id, job.id);
  const found = isLate ? null : await findReturning(ctx, site.id, { conversationId: String(conversation) });
  const address = found?.email;
  if (!found || !address) {
    const kept = mail;
    return kept ? { kind: 'done', write: (tx) => [setMailState(tx, kept, 'failed', ctx.clock.now())] } : done;
  }
  if (!mail) {
    if (await isStopped(ctx, site.id, address)) return done;
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id: job.id,
        kind: 'sign_in',
        conversationId: found.conversationId,
        address,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
      },
      { siteId: site.id, address, visitorId: found.visitorId, isProven: true },
    );
    // With enough mails for today, a link tomorrow helps nobody.
    if (!made) return done;
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  return sendLetter(ctx, site, mail, found, { language: String(language), hasCode: code === 1 });
};
