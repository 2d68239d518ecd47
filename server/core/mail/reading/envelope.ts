/** Bytes of headers that are looked at, and that a mail may have: real ones have a tenth of it. */
const maxHead = 128 * 1024;
/** Headers that a mail may have. */
const maxHeaders = 1_000;
/** Bytes of a report in which the mail is looked for that it returns. */
const maxReport = 512 * 1024;

/** Where a mail says that it goes to, those first that the last mail server added. */
const recipientHeaders =
  /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to|x-forwarded-to|resent-to|to|cc):/i;
const addedLast = /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to):/i;

/** A mail's headers as they stand, within bounds, without parsing the mail. */
export interface Envelope {
  /** Lines of the headers that name recipients, unfolded. */
  recipients: string[];
  /** True when a mail server may have written it, to return a mail. */
  isReport: boolean;
  /** True when the headers are more than a mail may have: it is not read any further. */
  isTooLarge: boolean;
  from: string;
  subject: string;
  /** Message-IDs that it says it follows (RFC 5322, 3.6.4), the nearest first. */
  references: string[];
  /** True when it says that a machine wrote it, or that it goes to many (RFC 2076, 2369, 2919, 3834). */
  isMass: boolean;
  /** Lists that it came through, as lines that name them. */
  lists: string[];
  /** True when nobody is to be written to by themselves because of it. */
  hasNoReturn: boolean;
  /** When it was written, as it says, milliseconds since the epoch; null when that cannot be read. */
  date: number | null;
}

/** Where the headers end: at the first empty line. */
const headOf = (raw: Buffer): { head: string; isWhole: boolean } => {
  const start = raw.subarray(0, maxHead + 4);
  const ends = ['\r\n\r\n', '\n\n'].map((gap) => start.indexOf(gap)).filter((at) => at !== -1);
  const end = ends.length ? Math.min(...ends) : start.length;
  return { head: start.toString('utf8', 0, end), isWhole: ends.length > 0 || raw.length <= maxHead };
};

const headerOf = (lines: readonly string[], name: RegExp): string =>
  (lines.find((line) => name.test(line)) ?? '')
    .replace(/^[^:]*:/, '')
    .trim()
    .slice(0, 1_000);

const dateOf = (text: string): number | null => {
  const at = Date.parse(text.replace(/\([^()]*\)/g, ''));
  return Number.isFinite(at) ? at : null;
};

/** Message-IDs in headers that are looked at. */
const maxReferences = 30;

const referencesIn = (lines: readonly string[]): string[] => {
  const idsOf = (name: RegExp): string[] =>
    (lines.find((line) => name.test(line)) ?? '').match(/<[^<>\s]{1,498}>/g) ?? [];
  return [
    ...new Set([
      ...idsOf(/^in-reply-to:/i).slice(0, 5),
      ...idsOf(/^references:/i)
        .slice(-maxReferences)
        .reverse(),
    ]),
  ];
};

/** True for the marks that machines leave. Lists are told apart: a site's own address may be one. */
const isMassMail = (lines: readonly string[]): boolean => {
  const submitted = headerOf(lines, /^auto-submitted:/i);
  return (
    (submitted !== '' && !/^no(?:\s*;|\s*$)/i.test(submitted)) ||
    /^(?:bulk|junk|auto[_-]reply)/i.test(headerOf(lines, /^precedence:/i)) ||
    lines.some((line) => /^(?:x-foyer|x-autoreply|x-autorespond|x-auto-reply|feedback-id):/i.test(line))
  );
};

const linesOf = (head: string): string[] => head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);

/** The headers of a mail, each a line, as far as they are looked at. */
export const headersOfMail = (raw: Buffer): string[] => linesOf(headOf(raw).head).slice(0, maxHeaders);

/** Reads a mail's headers without parsing an address in them: one pass, whatever they are. */
export const readEnvelope = (raw: Buffer): Envelope => {
  const { head, isWhole } = headOf(raw);
  const lines = linesOf(head);
  const named = lines.filter((line) => recipientHeaders.test(line));
  const from = headerOf(lines, /^from:/i);
  const isReport =
    /^multipart\/report\b/i.test(headerOf(lines, /^content-type:/i)) ||
    /(?:mailer-daemon|mail-daemon|postmaster|microsoftexchange)/i.test(from) ||
    /^<\s*>$/.test(headerOf(lines, /^return-path:/i)) ||
    lines.some((line) => /^(?:x-failed-recipients|x-ms-exchange-message-is-ndr):/i.test(line));
  return {
    recipients: [
      ...named.filter((line) => addedLast.test(line)),
      ...named.filter((line) => !addedLast.test(line)),
    ],
    isReport,
    isTooLarge: !isWhole || lines.length > maxHeaders,
    from,
    subject: headerOf(lines, /^subject:/i),
    references: referencesIn(lines),
    isMass: isMassMail(lines),
    lists: lines.filter((line) => /^(?:list-id|list-post|mailing-list):/i.test(line)).slice(0, 10),
    hasNoReturn: /^<\s*>$/.test(headerOf(lines, /^return-path:/i)),
    date: dateOf(headerOf(lines, /^date:/i)),
  };
};

/** The start of a report's text, in which the mail that it returns may stand. */
export const returnedIn = (raw: Buffer): string => raw.toString('utf8', 0, maxReport);
