import { excerpt } from '../content/markdown.ts';
import { zoneFor } from '../pages/dates.ts';
import { toMessageViews, listMessages } from '../conversations/queries/messages.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import type { ConversationRow } from '../conversations/queries/conversations.ts';
import { fill } from '../pages/texts.ts';
import type { Site } from '../people/sites/sites.ts';
import { replyAddress } from './addresses.ts';
import { stopLink } from './deliver.ts';
import type { Letter, Quote } from './letter.tsx';
import type { MailRow } from './queries.ts';
import { resumeToken } from './signing.ts';
import { type MailLanguage, mailTime } from './texts.ts';

const day = 24 * 3_600_000;
/** A link back works for so long, milliseconds. */
const linkLifetime = 14 * day;

/** The name that mails of a site are from. */
export const teamOf = (site: Site): string => site.settings.teamName || site.name;

/**
 * Lists messages of staff and system to the visitor in some places of the log.
 * @param byMail true where there is no page on which they would see what was said automatically
 */
export const saidTo = async (
  ctx: Context,
  row: ConversationRow,
  { after, upTo, byMail = false }: { after: number; upTo: number; byMail?: boolean },
): Promise<Message[]> => {
  const rows = await listMessages(ctx, row.siteId, row.id, false);
  return toMessageViews(
    ctx,
    row.siteId,
    rows.filter(
      ({ seq, authorKind, system, removed, mail }) =>
        removed?.what !== 'message' &&
        // Those are mails of their own.
        !mail?.cc &&
        !mail?.bcc &&
        seq > after &&
        seq <= upTo &&
        (authorKind === 'staff' ||
          system?.kind === 'promise_moved' ||
          (byMail && system?.kind === 'auto_reply')),
    ),
  );
};

/** @param attached files that go with the mail, and need no words */
export const quoteOf = (
  site: Site,
  row: ConversationRow,
  language: MailLanguage,
  message: Message,
  attached: ReadonlySet<string> = new Set(),
): Quote => {
  const { texts, tag } = language;
  const named = message.attachments.filter(({ id }) => !attached.has(id));
  const { author, notice } = message;
  const zone = zoneFor(row.zone, site.settings.hours.zone);
  return {
    who: author.kind === 'visitor' ? author.name || texts.you : author.name || teamOf(site),
    when: mailTime(message.at, tag, zone),
    rich:
      notice?.kind === 'promise_moved'
        ? [
            {
              tag: 'p',
              children: [
                fill(texts.promiseMoved, {
                  team: teamOf(site),
                  time: mailTime(Number(notice.values['at']), tag, zone),
                }),
              ],
            },
          ]
        : message.rich,
    files: named.length ? fill(texts.files, { names: named.map(({ name }) => name).join(', ') }) : '',
  };
};

/** Code units of a question that goes to an address which may be somebody else's. */
const maxUnproven = 200;

/** The question before some replies, as it is quoted below them. */
export const questionOf = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  language: MailLanguage,
  given: { before: number; isProven: boolean },
): Promise<Quote | null> => {
  const rows = await listMessages(ctx, row.siteId, row.id, false);
  const asked = rows.findLast(
    ({ seq, authorKind, removed }) => authorKind === 'visitor' && !removed && seq < given.before,
  );
  const [message] = asked ? await toMessageViews(ctx, row.siteId, [asked]) : [];
  if (!message) return null;
  const quote = quoteOf(site, row, language, message);
  // As with the subject: nobody's mailbox is filled with what a stranger wrote.
  return given.isProven
    ? quote
    : { ...quote, rich: [{ tag: 'p', children: [excerpt(message.rich, maxUnproven)] }], files: '' };
};

export const letterOf = (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  mail: MailRow,
  language: MailLanguage,
  more: {
    messages: Message[];
    /** The question they answer. */
    question?: Quote | null;
    paragraphs?: string[];
    linkBack: boolean;
    mayStop: boolean;
    attached?: ReadonlySet<string>;
    /** Stands below in the place of why they get it: they know, for they wrote. */
    signature?: string;
  },
): Letter => {
  const { texts, tag } = language;
  const answers = replyAddress(ctx, mail.id) !== null;
  const token = resumeToken(
    ctx,
    {
      siteId: site.id,
      visitorId: row.visitorId,
      conversationId: row.id,
      endsAt: mail.createdAt + linkLifetime,
    },
    mail.id,
  );
  return {
    language,
    accent: site.settings.theme.accent,
    paragraphs: more.paragraphs ?? [],
    quotes: more.messages.map((message) => quoteOf(site, row, language, message, more.attached)),
    // What somebody sees of a mail in a list is its first words: they are the message's.
    isMessage: more.question !== undefined,
    question: more.question ?? null,
    action: more.linkBack
      ? {
          label: texts.continue,
          // After the `#`: it reaches no server's log, and no other page as a referrer.
          href: `${ctx.config.publicUrl}/sites/${site.key}/resume?lang=${tag}#${token}`,
          note: texts.continueOnce,
        }
      : null,
    ...(more.signature !== undefined && {
      signature: more.signature.split('\n').filter((text) => text.trim() !== ''),
    }),
    footer:
      more.signature === undefined
        ? [...(answers ? [texts.replyHint] : []), fill(texts.whyVisitor, { team: teamOf(site) })]
        : [],
    stop: more.mayStop ? { label: texts.stop, href: stopLink(ctx, mail.id) } : null,
  };
};
