import type { ParsedMail } from 'mailparser';

/**
 * The kind of a mail's author. `bounce`: a mail of ours could not be delivered. `automatic`: a machine, about something
 * else.
 */
export type Writer = 'person' | 'bounce' | 'automatic';

type Headers = Pick<ParsedMail, 'headerLines'>;

/** The value of a header as it came, lower case; empty when absent. */
const header = (mail: Headers, name: string): string =>
  (mail.headerLines.find(({ key }) => key === name)?.line ?? '')
    .slice(0, 2_000)
    .replace(/^[^:]*:/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Names of mail servers. `postmaster` is a person as often: it says nothing without more. */
const daemon = /^(?:mailer-daemon|mail-daemon|microsoftexchange[0-9a-f]{32})@/i;

const undelivered =
  /^(?:undeliver|mail delivery fail|delivery status notification|returned mail|failure notice|delivery (?:has )?failed|unzustellbar|nicht zugestellt|недоставлен|не доставлено)/i;
const absence =
  /^(?:auto(?:matic)?[ -]?reply|out of (?:the )?office|automatische antwort|abwesenheit|автоответ|автоматический ответ)/i;

/** True when nobody can be written to who sent it (RFC 5321, 4.5.5). Relays empty it, too. */
const hasNoReturn = (mail: Headers): boolean => header(mail, 'return-path').replace(/\s/g, '') === '<>';

/** True when a mail server wrote it, to say what became of a mail. */
const isReport = (mail: Headers, sender: string, subject: string): boolean => {
  const type = header(mail, 'content-type');
  if (type.startsWith('multipart/report') || daemon.test(sender)) return true;
  // Exchange marks its own, whatever they are made of; Exim and Gmail name whom they could not reach.
  const isMarked = ['x-ms-exchange-message-is-ndr', 'x-failed-recipients'].some((name) =>
    mail.headerLines.some(({ key }) => key === name),
  );
  if (isMarked) return true;
  return undelivered.test(subject.trim()) && (hasNoReturn(mail) || /^postmaster@/i.test(sender));
};

/** The kind of a report (RFC 3464; RFC 8098 for receipts): a delay is no failure, and neither is a receipt. */
const kindOfReport = (mail: Headers, text: string): Writer => {
  if (header(mail, 'content-type').includes('disposition-notification')) return 'automatic';
  const action = /^action:[ \t]*([a-z]{1,20})/im.exec(text)?.[1]?.toLowerCase();
  return action === undefined || action === 'failed' ? 'bounce' : 'automatic';
};

/**
 * Tells a person's mail from a machine's (RFC 3834, sections 2 and 5). What relays and mailing lists add is no sign of a
 * machine: people's mail passes through them.
 * @param text the words of the mail, with those of a report
 */
export const writerOf = (mail: Headers, sender: string, subject: string, text: string): Writer => {
  if (isReport(mail, sender, subject)) return kindOfReport(mail, text);
  const submitted = header(mail, 'auto-submitted');
  const precedence = header(mail, 'precedence');
  const isListed = ['list-id', 'list-post', 'mailing-list'].some((name) => header(mail, name) !== '');
  const isAutomatic =
    (submitted !== '' && !/^no(?:\s*;|$)/.test(submitted)) ||
    /^auto[_-]reply/.test(precedence) ||
    // Old programs that answer for who is away say so; lists mark what passes through them.
    (/^(?:bulk|junk)/.test(precedence) && !isListed) ||
    ['x-foyer', 'x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => header(mail, name) !== '') ||
    (hasNoReturn(mail) && absence.test(subject.trim()));
  return isAutomatic ? 'automatic' : 'person';
};
