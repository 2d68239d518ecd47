import type { MailServer } from '../../../../shared/core/mail/connection.ts';
import type { consents } from '../../../../shared/core/mail/mailServers.ts';

export type ConsentLogin = (typeof consents)[number];

/** A provider whose mailboxes are opened by their owner's consent (OAuth 2.0, RFC 6749). */
export interface ConsentProvider {
  issuer(tenant: string): string;
  authorizeUrl(tenant: string): string;
  tokenUrl(tenant: string): string;
  scope: string;
  /** The part of `scope` without which no mail can be read: people may untick it. Empty where they cannot. */
  neededScope: string;
  /** Parameters of its own: without them it may give nothing that lasts. */
  parameters: Record<string, string>;
  /** Its mail servers. A token is sent to no other. */
  imap: Omit<MailServer, 'user'>;
  smtp: Omit<MailServer, 'user'>;
}

export type ConsentProviders = Readonly<Record<ConsentLogin, ConsentProvider>>;

/** The organisation that a Microsoft account is of, where the owner named none: any. */
const anyTenant = 'common';
const microsoft = (tenant: string): string => `https://login.microsoftonline.com/${tenant || anyTenant}`;

export const consentProviders: ConsentProviders = {
  // https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
  google: {
    issuer: () => 'https://accounts.google.com',
    authorizeUrl: () => 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: () => 'https://oauth2.googleapis.com/token',
    scope: 'openid email https://mail.google.com/',
    neededScope: 'https://mail.google.com/',
    parameters: { access_type: 'offline', prompt: 'consent' },
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  // https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
  microsoft: {
    issuer: (tenant) => `${microsoft(tenant)}/v2.0`,
    authorizeUrl: (tenant) => `${microsoft(tenant)}/oauth2/v2.0/authorize`,
    tokenUrl: (tenant) => `${microsoft(tenant)}/oauth2/v2.0/token`,
    scope:
      'openid email profile offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
    neededScope: '',
    parameters: { prompt: 'select_account' },
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
};
