import { newId } from '../../shared/core/ids.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import type { Context } from '../context.ts';
import { readMailLogo } from '../core/brand/mailLogo.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { letterHtml, letterText } from '../core/mail/letter.tsx';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { hasReplied } from './queries/checklist.ts';
import { listColleagues } from './queries/people.ts';

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

/** Test mails of one site: they cost a mail server's good name. */
const testMails = { perMinute: 1, burst: 5 };

/** @throws Failure `unavailable` with what the mail server said in the log: no job tries it again */
const sendTestMail = async (ctx: Context, site: Site, to: string): Promise<void> => {
  if (!ctx.mailer.isConfigured) throw new Failure('conflict', 'No mail server is set up (SMTP_URL).');
  const language = mailLanguage(mainLanguage(site.settings));
  const { texts } = language;
  const letter = {
    language,
    accent: site.settings.theme.accent,
    paragraphs: [fill(texts.testText, { site: site.name })],
    quotes: [],
    action: { label: texts.openInbox, href: `${ctx.config.publicUrl}/inbox`, note: '' },
    footer: [fill(texts.whyStaff, { site: site.name })],
    stop: null,
  };
  const logo = await readMailLogo(ctx, site);
  const messageId = `<${newId()}@${ctx.config.mail.from.split('@').at(-1)}>`;
  try {
    await ctx.mailer.send({
      from: { name: site.name, address: ctx.config.mail.from },
      sender: ctx.config.mail.from,
      to,
      replyTo: undefined,
      subject: `[${site.name}] ${texts.testSubject}`,
      text: letterText(letter),
      html: letterHtml(letter, logo),
      logo,
      messageId,
      inReplyTo: messageId,
      references: [],
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Foyer': 'test' },
    });
  } catch (err) {
    ctx.log.warn({ err, site: site.id }, 'a test mail was not sent');
    throw new Failure('unavailable', 'The mail server didn’t take it. The log has the reason.');
  }
};

/** Routes of a new site's checklist, and of a test mail. */
export const mountChecklist = (api: Api): void => {
  mount(
    api,
    contract.getChecklist,
    {
      ...forAdmins,
      reply: schema.checklist,
      operationId: 'getChecklist',
      scope: 'settings:read',
      summary: 'See what a new site still waits for',
    },
    async ({ ctx, site }) => ({
      snippetSeen: (await ctx.installations.list(site.id)).some(({ allowed }) => allowed),
      hasMail: ctx.mailer.isConfigured,
      colleagueInvited: (await listColleagues(ctx, site.id)).length > 1,
      firstReply: await hasReplied(ctx, site.id),
    }),
  );

  mount(
    api,
    contract.postTestMail,
    {
      ...forAdmins,
      reply: schema.testMailReply,
      operationId: 'sendTestMail',
      scope: null,
      person: 'It goes to the address of whoever asks.',
      summary: 'Send yourself a test email',
    },
    async ({ ctx, site, session }) => {
      ctx.limiter.take('test mail', site.id, testMails);
      await sendTestMail(ctx, site, session.staff.email);
      return { to: session.staff.email };
    },
  );
};
