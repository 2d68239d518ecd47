import type { MailFault } from '../../../../shared/core/mail/connection.ts';
import { OutsideError } from '../../net/connector.ts';

interface Thrown {
  code?: unknown;
  responseCode?: unknown;
  authenticationFailed?: unknown;
  mailboxMissing?: unknown;
  cause?: unknown;
}

const ofCertificates =
  /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|EPROTO|HOSTNAME_MISMATCH|ETLS|ERR_SSL)/;
const ofTime = /^(?:ETIMEDOUT|ETIME|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT)$/;

/** A fault that was told apart already. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError';
  readonly fault: MailFault;
  constructor(fault: MailFault, options?: ErrorOptions) {
    super(`mailbox: ${fault}`, options);
    this.fault = fault;
  }
}

/** The meaning of an error of a mail server's line, in a word of ours: nothing of what was said on the line. */
export const mailFaultOf = (error: unknown): MailFault => {
  if (error instanceof MailboxError) return error.fault;
  if (error instanceof OutsideError)
    return error.code === 'not_public'
      ? 'not_public'
      : error.code === 'timed_out'
        ? 'timed_out'
        : 'not_found';
  const { code, responseCode, authenticationFailed, mailboxMissing, cause } = (error ?? {}) as Thrown;
  if (authenticationFailed === true || code === 'EAUTH' || responseCode === 535 || responseCode === 534)
    return 'login';
  if (mailboxMissing === true) return 'folder';
  const text = typeof code === 'string' ? code : '';
  if (ofCertificates.test(text)) return 'certificate';
  if (ofTime.test(text)) return 'timed_out';
  if (/^(?:ENOTFOUND|EAI_AGAIN|EDNS)$/.test(text)) return 'not_found';
  if (/^(?:ECONN|EHOST|ENET|EPIPE|ESOCKET|NoConnection|ClosedAfterConnect)/.test(text)) {
    const below = cause === undefined || cause === error ? null : mailFaultOf(cause);
    return below === 'certificate' ? below : 'unreachable';
  }
  if (code === 'EENVELOPE' || responseCode === 553 || responseCode === 550) return 'sender';
  return 'other';
};
