import type { MailAddress } from '../../../../shared/core/mail/settings.ts';
import type { Context } from '../../../context.ts';
import type { Site } from '../../people/sites/sites.ts';
import { type ConnectedMailbox, listConnected } from './queries.ts';

/** An address that people write to, of the settings or of a mailbox. */
export interface SiteAddress extends MailAddress {
  /** The name that its mails are from; empty for the site's. */
  name: string;
  /** Words of the acknowledgement; empty for ours. */
  acknowledgement: string;
  /** The mailbox that it is read and sent by; null for the installation's. */
  mailbox: ConnectedMailbox | null;
}

export const addressOfMailbox = (mailbox: ConnectedMailbox): SiteAddress => {
  const { address, name, team, language, signature, acknowledges, acknowledgement } = mailbox;
  return { address, name, team, language, signature, acknowledges, acknowledgement, mailbox };
};

/** A site's addresses: those of the settings first. */
export const siteAddresses = async (ctx: Pick<Context, 'database'>, site: Site): Promise<SiteAddress[]> => [
  ...site.settings.mail.addresses.map((one) => ({ ...one, name: '', acknowledgement: '', mailbox: null })),
  ...(await listConnected(ctx, site.id)).map(addressOfMailbox),
];
