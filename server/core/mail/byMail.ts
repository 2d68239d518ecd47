import { readFile } from 'node:fs/promises';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { attachmentPath } from '../content/attachments/store.ts';
import type { ConversationRow } from '../conversations/queries/conversations.ts';
import { canonicalEmail, isSameEmail } from '../emailAddress.ts';
import type { Site } from '../people/sites/sites.ts';
import { isInBrowser } from '../people/visitors/queries.ts';
import type { ConnectedMailbox } from './connected/queries.ts';
import { type SiteAddress, siteAddresses } from './connected/siteAddresses.ts';
import { findMailboxOf } from './incoming/queries.ts';
import type { MailAttachment } from './mailer.ts';

/* What is different about a conversation that began with a mail: there is no page on which its visitor would see a reply. */

/** Bytes of files that go with one mail, before they are encoded: what every mail server takes. */
export const maxFileBytes = 10 * 1024 * 1024;

/** True when a mail is the only way to its visitor: they wrote one, and were never in a browser. */
export const isByMail = async (ctx: Context, row: ConversationRow): Promise<boolean> =>
  row.kind === 'mail' && !(await isInBrowser(ctx, row.siteId, row.visitorId));

/** The address of the site that a conversation's mail came in at, while the site has it. */
export const addressOf = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
): Promise<SiteAddress | null> => {
  const mailbox = row.kind === 'mail' ? await findMailboxOf(ctx, site.id, row.id) : null;
  return mailbox === null
    ? null
    : ((await siteAddresses(ctx, site)).find(({ address }) => isSameEmail(address, mailbox)) ?? null);
};

const domainOf = (address: string): string =>
  canonicalEmail(address).slice(canonicalEmail(address).lastIndexOf('@') + 1);

/**
 * The sender of a mail of such a conversation: the address that people wrote to, where the mail server may send as it.
 * One with a mailbox of its own is sent by that. Where it is of another domain, who receives it could not tell it from a forgery; then replies are asked for there.
 */
export const senderOf = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
): Promise<{ from?: string; replyTo?: string; by?: ConnectedMailbox }> => {
  const found = await addressOf(ctx, site, row);
  if (!found) return {};
  const { address, mailbox } = found;
  if (mailbox) return { from: address, by: mailbox };
  if (domainOf(address) === domainOf(ctx.config.mail.from)) return { from: address };
  return ctx.config.mail.replyAddress === undefined ? { replyTo: address } : {};
};

/** Reads a file's bytes. @returns null when it is gone */
const readBytes = async (ctx: Context, siteId: string, { id }: Attachment): Promise<Buffer | null> => {
  try {
    return await readFile(attachmentPath(ctx.config.dataDirectory, siteId, id));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
};

/** Files of some messages, as they go with a mail, as long as they fit; what does not is told in words. */
export const filesOf = async (
  ctx: Context,
  siteId: string,
  messages: readonly Message[],
): Promise<{ files: MailAttachment[]; attached: Set<string> }> => {
  const files: MailAttachment[] = [];
  const attached = new Set<string>();
  let bytes = 0;
  for (const file of messages.flatMap(({ attachments }) => attachments)) {
    if (bytes + file.size > maxFileBytes) continue;
    const content = await readBytes(ctx, siteId, file);
    // A picture was written anew since its size was taken.
    if (!content || bytes + content.length > maxFileBytes) continue;
    bytes += content.length;
    files.push({ name: file.name, type: file.type, content });
    attached.add(file.id);
  }
  return { files, attached };
};
