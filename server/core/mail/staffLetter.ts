import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { readMailLogo } from '../brand/mailLogo.ts';
import { Hopeless } from '../jobs/runner.ts';
import type { Job } from '../jobs/work.ts';
import type { Site } from '../people/sites/sites.ts';
import { letterHtml, letterText } from './letter.tsx';
import { Refused } from './mailer.ts';
import { mailLanguage } from './texts.ts';
import { pay, type Postage } from './writes/budget.ts';

/** A letter to a person who answers, of no conversation; nobody reads what is answered to it. */
export interface StaffLetter {
  /** The kind of mail, for filters: the header `X-Foyer`. */
  kind: string;
  to: string;
  postage: Postage;
  subject: string;
  paragraphs: string[];
  action: { label: string; href: string; note: string };
  footer: string;
}

/** The language that letters of a site are in. */
export const letterLanguage = (site: Site) => mailLanguage(mainLanguage(site.settings));

/**
 * Sends a letter as a job's work.
 * @throws Hopeless when it is refused for good, or the address has had enough; Error for now
 */
export const sendStaffLetter = async (
  ctx: Context,
  { id, attempts }: Pick<Job, 'id' | 'attempts'>,
  site: Site,
  { kind, to, postage, subject, paragraphs, action, footer }: StaffLetter,
): Promise<void> => {
  // Once: a mail server that is away costs no budget.
  if (attempts <= 1 && !(await pay(ctx, postage)))
    throw new Hopeless('this address has had enough mails for today');
  if (!ctx.mailer.isConfigured) throw new Hopeless('no mail server is set up (SMTP_URL)');
  const letter = {
    language: letterLanguage(site),
    accent: site.settings.theme.accent,
    paragraphs,
    quotes: [],
    action,
    footer: [footer],
    stop: null,
  };
  const logo = await readMailLogo(ctx, site);
  const messageId = `<${id}@${ctx.config.mail.from.split('@').at(-1)}>`;
  try {
    await ctx.mailer.send({
      from: { name: site.name, address: ctx.config.mail.from },
      sender: ctx.config.mail.from,
      to,
      replyTo: undefined,
      subject: `[${site.name}] ${subject}`,
      text: letterText(letter),
      html: letterHtml(letter, logo),
      logo,
      messageId,
      inReplyTo: messageId,
      references: [],
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Foyer': kind },
    });
  } catch (error) {
    if (error instanceof Refused) throw new Hopeless(error.message);
    throw error;
  }
};
