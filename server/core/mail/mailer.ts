import { createTransport } from 'nodemailer';
import { writtenEmail } from '../emailAddress.ts';
import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import type { Config } from '../../config.ts';

/** A site's logo inside a mail, so that nothing is loaded from anywhere when it is read. */
export interface MailLogo {
  /** Content-ID (RFC 2392), without brackets. */
  cid: string;
  /** PNG. */
  content: Buffer;
  /** The size it is shown at, CSS pixels. */
  width: number;
  height: number;
  /** The site's name. */
  alt: string;
}

/** A picture inside a mail's HTML. */
export interface MailPicture {
  /** Content-ID (RFC 2392), without brackets. */
  cid: string;
  /** PNG. */
  content: Buffer;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  name: string;
  /** MIME type. */
  type: string;
  content: Buffer;
}

/** A mail to one person. */
export interface OutgoingMail {
  from: { name: string; address: string };
  /** Where mail servers say that it could not be delivered. */
  sender: string;
  to: string;
  cc?: readonly MailPerson[];
  /** People who get it without the others seeing that. */
  bcc?: readonly MailPerson[];
  replyTo: string | undefined;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | undefined;
  references: string[];
  headers: Record<string, string>;
  /** The logo that its HTML shows. */
  logo?: MailLogo | null;
  /** Other pictures that its HTML shows. */
  pictures?: readonly MailPicture[] | undefined;
  files?: MailAttachment[] | undefined;
  /** An entry for the reader's calendar (RFC 5545), and what it wants done with it (RFC 5546). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined;
}

/** The mail server said no, and would again. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface Mailer {
  readonly isConfigured: boolean;
  /** Resolves when the mail server has accepted the mail. @throws Refused for good, Error for now */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Longest pauses with a mail server, milliseconds: a job's lease is longer than all of them. */
const timeouts = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  dnsTimeout: 10_000,
  socketTimeout: 60_000,
};

/** No header can carry a line of its own, whatever somebody called themselves. */
const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

const written = ({ name, address }: MailPerson) => ({ name: oneLine(name), address: writtenEmail(address) });

/** A picture that stands in the HTML, not below it. */
const inline = ({ cid, content }: MailPicture, name: string) => ({
  cid,
  content,
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  filename: `${name}.png`,
});

/** A mail server that a mailbox sends by, as it is connected to. */
export interface SmtpAddress {
  host: string;
  /** The name that its certificate is for, where `host` is an address. */
  tls: { servername?: string };
  port: number;
  secure: boolean;
  /** True where nothing is said before the line is sealed. */
  requireTLS: boolean;
  /** True where it is not sealed at all. */
  ignoreTLS: boolean;
  auth: { user: string; pass: string } | { type: 'OAuth2'; user: string; accessToken: string };
}

const transportOf = (to: { url: string } | SmtpAddress) =>
  createTransport({
    ...to,
    ...timeouts,
    // A body is text of ours: nothing is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);

/** Connects to the mail server and logs in, and sends nothing. @throws what keeps it from that */
export const tryMailServer = async (smtpUrl: string): Promise<void> => {
  const transport = transportOf({ url: smtpUrl });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
};

/** Sends one mail. @throws Refused for good, Error for now */
const sendBy = async (transport: ReturnType<typeof transportOf>, mail: OutgoingMail): Promise<void> => {
  const to = writtenEmail(mail.to);
  try {
    await transport.sendMail({
      from: { name: oneLine(mail.from.name), address: mail.from.address },
      to: { name: '', address: to },
      ...(mail.cc?.length && { cc: mail.cc.map(written) }),
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      envelope: {
        from: mail.sender,
        to: [to, ...[...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ address }) => writtenEmail(address))],
      },
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
      ...(mail.references.length && { references: mail.references }),
      headers: mail.headers,
      attachments: [
        ...(mail.logo ? [inline(mail.logo, 'logo')] : []),
        ...(mail.pictures ?? []).map((picture, index) => inline(picture, `chart-${index + 1}`)),
        ...(mail.files ?? []).map(({ name, type, content }) => ({
          filename: oneLine(name),
          contentType: type,
          contentDisposition: 'attachment' as const,
          content,
        })),
      ],
      ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'call.ics' } }),
    });
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
    // A login that is refused is mended by who owns it: the mail waits for that.
    if (code === 'EAUTH') throw error;
    if (typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600)
      throw new Refused(`the mail server refused it with ${responseCode}`, { cause: error });
    throw error;
  }
};

/** Sends one mail by a mailbox's own server. @throws Refused for good, Error for now */
export const sendByServer = async (to: SmtpAddress, mail: OutgoingMail): Promise<void> => {
  const transport = transportOf(to);
  try {
    await sendBy(transport, mail);
  } finally {
    transport.close();
  }
};

/** Sends mails through the SMTP server of the configuration, if there is one. */
export const createMailer = ({ smtpUrl }: Pick<Config, 'smtpUrl'>): Mailer => {
  if (smtpUrl === undefined)
    return {
      isConfigured: false,
      send: async () => {
        throw new Refused('no mail server');
      },
      close: () => {},
    };
  const transport = transportOf({ url: smtpUrl });
  return {
    isConfigured: true,
    send: (mail) => sendBy(transport, mail),
    close: () => transport.close(),
  };
};
