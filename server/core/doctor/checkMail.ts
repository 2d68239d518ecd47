import { tryMailbox } from '../mail/incoming/mailbox.ts';
import { tryMailServer } from '../mail/mailer.ts';
import { bad, type Check, good, warning } from './finding.ts';

const reasonOf = (error: unknown): string => {
  const { code, responseCode, authenticationFailed, message } = error as {
    code?: unknown;
    responseCode?: unknown;
    authenticationFailed?: unknown;
    message?: string;
  };
  if (code === 'EAUTH' || authenticationFailed === true) return 'it refuses the login';
  if (typeof responseCode === 'number') return `it answers ${responseCode}`;
  return typeof code === 'string' ? code : (message ?? 'no reason given').slice(0, 100);
};

/** Email out: the mail server answers and lets us in. Nothing is sent. */
export const checkMailOut: Check = async ({ config }) => {
  const about = 'Email out';
  if (config.smtpUrl === undefined)
    return [
      warning(
        about,
        'No mail server is set up.',
        'Set SMTP_URL: visitors hear of replies by email, and your team resets passwords by it.',
      ),
    ];
  try {
    await tryMailServer(config.smtpUrl);
    return [good(about, 'The mail server lets us in.')];
  } catch (error) {
    return [
      bad(
        about,
        `The mail server can’t be used: ${reasonOf(error)}.`,
        'Check SMTP_URL: host, port, user and password; special characters in a password are written as %40.',
      ),
    ];
  }
};

/** Email in: the mailbox that replies arrive in can be opened. Nothing in it is read or changed. */
export const checkMailIn: Check = async ({ config }) => {
  const about = 'Email in';
  if (config.imapUrl === undefined)
    return config.mail.inboundToken === undefined && config.mail.replyAddress !== undefined
      ? [
          bad(
            about,
            'Emails ask for replies to REPLY_ADDRESS, and nothing reads them.',
            'Set IMAP_URL, or INBOUND_TOKEN for your provider’s hook.',
          ),
        ]
      : [];
  try {
    await tryMailbox(config.imapUrl);
    return [good(about, 'The mailbox can be opened.')];
  } catch (error) {
    return [
      bad(
        about,
        `The mailbox can’t be opened: ${reasonOf(error)}.`,
        'Check IMAP_URL: host, user, password and folder.',
      ),
    ];
  }
};
