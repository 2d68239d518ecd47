import type { Context } from '../../../context.ts';
import { listMessages } from '../../conversations/queries/messages.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import type { Site } from '../../people/sites/sites.ts';
import { mainLanguage } from '../../../../shared/core/languages.ts';
import { bareLine, markerEdge } from '../reading/quoteLines.ts';
import type { OwnText } from '../reading/splitReply.ts';
import { mailLanguage } from '../texts.ts';

/** Messages, newest first, and lines of each, by which a quote is known. */
const maxMessages = 30;
const maxLines = 100;

/** Addresses, links and marks that only mails of ours have, lower case. */
export const ownMarks = (ctx: Context, site: Site): string[] => {
  const { publicUrl, mail } = ctx.config;
  const reply = mail.replyAddress;
  return [
    markerEdge,
    `${publicUrl}/mail/`,
    `${publicUrl}/sites/${site.key}/resume`,
    `${publicUrl}/questions/`,
    ...(reply ? [`${reply.slice(0, reply.lastIndexOf('@'))}+`] : []),
  ].map((mark) => mark.toLowerCase());
};

/**
 * Text that only a mail of ours about this conversation contains: it tells a quote, whatever the mail program made of
 * it.
 */
export const ownText = async (ctx: Context, site: Site, row: ConversationRow): Promise<OwnText> => {
  const messages = (await listMessages(ctx, site.id, row.id, false)).slice(-maxMessages);
  const { texts } = mailLanguage(row.language, mainLanguage(site.settings));
  const lines = [
    ...messages.flatMap(({ body }) => body.split('\n', maxLines)),
    texts.replyHint,
    texts.continueOnce,
    texts.transcriptText,
  ];
  return { lines: [...new Set(lines.map(bareLine))], marks: ownMarks(ctx, site) };
};
