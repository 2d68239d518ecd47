import type { ParsedMail } from 'mailparser';

/** The value of a header as it came, lower case; empty when absent. */
const header = (mail: Pick<ParsedMail, 'headerLines'>, name: string): string =>
  (mail.headerLines.find(({ key }) => key === name)?.line ?? '')
    .replace(/^[^:]*:/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const isSystemAddress = (mail: Pick<ParsedMail, 'from'>): boolean =>
  /^(?:mailer-daemon|postmaster|mail-daemon)@/i.test(mail.from?.value[0]?.address ?? '');

/** `bounce`: could not be delivered; `automatic`: nobody wrote it (RFC 3834, section 2 and 5); null: a person did. */
export const machineKind = (
  mail: Pick<ParsedMail, 'headerLines' | 'from'>,
  raw: string,
): 'bounce' | 'automatic' | null => {
  const type = header(mail, 'content-type');
  if (type.startsWith('multipart/report') || isSystemAddress(mail)) {
    // RFC 3464: a delay, or a receipt that was asked for, is no failure.
    const action = /^action:\s*([a-z]+)/im.exec(raw)?.[1]?.toLowerCase();
    return action === undefined
      ? type.includes('disposition-notification')
        ? 'automatic'
        : 'bounce'
      : action === 'failed'
        ? 'bounce'
        : 'automatic';
  }
  const submitted = header(mail, 'auto-submitted');
  const isAutomatic =
    (submitted !== '' && !/^no(?:\s*;|$)/.test(submitted)) ||
    /^(?:bulk|junk|list|auto[_-]reply)/.test(header(mail, 'precedence')) ||
    header(mail, 'return-path').replace(/\s/g, '') === '<>' ||
    ['x-foyer', 'x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id'].some(
      (name) => header(mail, name) !== '',
    );
  return isAutomatic ? 'automatic' : null;
};
