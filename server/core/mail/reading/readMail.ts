import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { MailPerson, MailVerdict } from '../../../../shared/core/conversations/mailPeople.ts';
import { htmlText, wordsOfHtml } from './htmlText.ts';
import { type OriginalHtml, originalHtml } from './originalHtml.ts';
import { type Writer, writerOf } from './machine.ts';
import { maxPart } from './quoteLines.ts';
import type { SenderRecords } from './senderRecords.ts';
import { type OwnText, splitReply } from './splitReply.ts';
import { type Unpacked, unpackTnef } from './tnef.ts';

/** Code units of a text that are looked at for quotes. */
const maxLooked = 200_000;
/** Code units of a report in which it is looked for what became of the mail. */
const maxReport = 512 * 1024;
/** Parts that a mail may have: no person's has a tenth of them. */
const maxParts = 500;

/** A mail to be read. */
export interface ReadTask {
  raw: Uint8Array;
  ours: OwnText;
  /** Leaves the HTML's structure alone: the second try at one that took too long. */
  isPlain?: boolean;
  /** Records that tell whether its sender is whom it says; absent where that is not checked. */
  records?: SenderRecords | undefined;
}

/** A file of a mail; `name` is as it came, empty where it has none. */
export interface MailFile {
  name: string;
  type: string;
  content: Uint8Array;
}

/** A mail as its sender wrote it, nothing looked up. */
export interface ReadMail {
  writer: Writer;
  /** Lower case; empty where the mail names nobody. */
  from: string;
  /** The name that the sender goes by; empty for none. */
  fromName: string;
  /** Whom it is to, and who gets copies, as it says. */
  to: MailPerson[];
  cc: MailPerson[];
  subject: string;
  messageId: string | null;
  /** Same for the same words and files, whichever way the mail came. */
  fingerprint: string;
  own: string;
  quoted: string;
  /** The whole text, where its parts are longer than a message carries. */
  whole: string | null;
  /** Its HTML, made harmless; null where it has none. */
  original: OriginalHtml | null;
  files: MailFile[];
  /** Null where senders are not checked, or nothing could be told. */
  verdict: MailVerdict | null;
}

export type ReadResult = { mail: ReadMail } | { refused: 'too_complex' | 'unreadable' };

/** Texts that every engine stores: no NUL, no half of a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * A text without the tokens of our links (signing.ts), which a quoted mail of ours brings along: who has one is taken for
 * the visitor, and it is shown to more people than its mail was.
 */
const withoutTokens = (text: string): string =>
  text.replace(/WyI[\w-]{60,600}\.[\w-]{43}/g, '…').replace(/(?<=\/)[0-9a-f]{48}(?![0-9a-f])/gi, '…');

/** Charsets that say that the sender did not know, as old programs write them. */
const unknownCharset = /(charset\s*=\s*"?)(?:unknown-8bit|x-unknown|unknown|8bit|binary|default)\b/gi;

/** The mail with a charset in place of "unknown": UTF-8 where it is that, else what most of the rest is in. */
const withKnownCharset = (raw: Buffer, source: string): Buffer => {
  if (source.search(unknownCharset) === -1) return raw;
  return Buffer.from(source.replace(unknownCharset, `$1${isUtf8(raw) ? 'utf-8' : 'windows-1252'}`), 'latin1');
};

const firstAddress = (field: AddressObject | AddressObject[] | undefined): string =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap(({ address, group }) => address ?? group?.[0]?.address ?? []))[0] ??
  '';

/** The sender of a mail: `From`, or what else says so where that is missing. */
const senderOf = (mail: ParsedMail): string => {
  const returnPath = mail.headerLines.find(({ key }) => key === 'return-path')?.line ?? '';
  const address =
    firstAddress(mail.from) ||
    firstAddress(mail.replyTo) ||
    (/<([^<>\s]{3,254})>/.exec(returnPath.slice(0, 1_000))?.[1] ?? '');
  return storable(address).toLowerCase();
};

/** The text of a mail as it came, in both forms that a mail has. */
interface MailText {
  plain: string;
  html: string;
}

/** People of one header that are looked at. */
const maxPeople = 60;

/** People whom a header names, those of groups, too. */
const peopleIn = (field: AddressObject | AddressObject[] | undefined): MailPerson[] =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((one) => one.group ?? one))
    .slice(0, maxPeople)
    .flatMap(({ address = '', name }) =>
      /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(address)
        ? [
            {
              name: storable(name)
                .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
                .trim(),
              address: storable(address),
            },
          ]
        : [],
    );

/** All that the mail says, as text: the HTML, which marks its quotes, or the plain text where there is none to read. */
const textOf = ({ plain, html }: MailText, isPlain: boolean): string => {
  const read = html && !isPlain ? htmlText(html) : null;
  if (read?.trim()) return read;
  if (plain.trim() || html === '') return plain;
  return wordsOfHtml(html);
};

const nameOf = ({ filename, contentType }: Attachment): string =>
  filename ||
  (contentType === 'text/calendar'
    ? 'invitation.ics'
    : contentType === 'message/rfc822'
      ? 'email.eml'
      : /^image\//.test(contentType)
        ? `image.${contentType.slice(6).replace('jpeg', 'jpg')}`
        : '');

/** A file of a mail, with what is packed in it: Outlook's winmail.dat is many. */
interface FoundFile {
  file: Attachment;
  unpacked: Unpacked | null;
}

const isPacked = ({ contentType, filename }: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(contentType) || /^winmail\.dat$/i.test(filename ?? '');

const findFiles = (mail: ParsedMail): FoundFile[] =>
  mail.attachments.map((file) => ({ file, unpacked: isPacked(file) ? unpackTnef(file.content) : null }));

/** The mail's text; where it has none, the one that was packed away with the files. */
const writtenIn = (mail: ParsedMail, files: readonly FoundFile[]): MailText => {
  const own = { plain: mail.text ?? '', html: mail.html || '' };
  if (own.plain.trim() || own.html.trim()) return own;
  return files.find(({ unpacked }) => unpacked?.plain || unpacked?.html)?.unpacked ?? own;
};

const mailFile = (name: string, type: string, content: Uint8Array): MailFile => ({
  name: storable(name),
  type,
  content: new Uint8Array(content),
});

const filesOf = ({ file, unpacked }: FoundFile): MailFile[] =>
  unpacked
    ? unpacked.files.map(({ name, type, content }) =>
        mailFile(name, type || 'application/octet-stream', content),
      )
    : [mailFile(nameOf(file), file.contentType, file.content)];

/** The places of pictures among a mail's files, by the id that its HTML shows them by. @param before files that stand before them */
const shownFiles = (found: readonly FoundFile[], before: number): Map<string, number> => {
  const places = new Map<string, number>();
  let place = before;
  for (const one of found) {
    if (!one.unpacked && one.file.cid) places.set(one.file.cid, place);
    place += filesOf(one).length;
  }
  return places;
};

const fingerprintOf = (mail: ParsedMail, from: string, text: string): string => {
  const hash = createHash('sha256');
  // Spaces are what relays change.
  for (const part of [from, mail.subject ?? '', mail.date?.toISOString() ?? '', text.replace(/\s+/g, ' ')])
    hash.update(`${part}\n`);
  for (const { content } of mail.attachments) hash.update(createHash('sha256').update(content).digest());
  return hash.digest('hex');
};

/** Parts of a mail, told by their first header. */
const countParts = (source: string): number => {
  let count = 0;
  for (const _ of source.matchAll(/^content-type:/gim)) if (++count > maxParts) break;
  return count;
};

/** A mail that the check breaks on is one of which nothing can be told. */
const verdictOf = async (raw: Buffer, records: SenderRecords): Promise<MailVerdict | null> => {
  try {
    return await (await import('./checkSender.ts')).checkSender(raw, records);
  } catch {
    return null;
  }
};

/**
 * Reads a mail as it came (RFC 5322, 2045). Slow on what is built to be, and costly in memory: it runs in a thread
 * (mailReader.ts) that is ended when either is too much.
 */
export const readMail = async ({ raw, ours, isPlain = false, records }: ReadTask): Promise<ReadResult> => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  // Byte by byte: what is looked for is ASCII.
  const source = bytes.toString('latin1');
  if (countParts(source) > maxParts) return { refused: 'too_complex' };
  let mail: ParsedMail;
  try {
    mail = await simpleParser(withKnownCharset(bytes, source), {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
  } catch {
    return { refused: 'unreadable' };
  }
  const found = findFiles(mail);
  const written = writtenIn(mail, found);
  const text = withoutTokens(storable(textOf(written, isPlain)));
  const from = senderOf(mail);
  const subject = storable(mail.subject ?? '');
  const { own, quoted } = splitReply(text.slice(0, maxLooked), ours);
  const isLong = text.trim().length > maxLooked || own.length > maxPart || quoted.length > maxPart;
  return {
    mail: {
      // A report in another language, or in base64, is among the texts that were decoded.
      writer: writerOf(
        mail,
        from,
        subject,
        `${(mail.text ?? '').slice(0, maxReport)}\n${source.slice(0, maxReport)}`,
      ),
      from,
      to: peopleIn(mail.to),
      cc: peopleIn(mail.cc),
      fromName: storable(mail.from?.value[0]?.name ?? ''),
      subject,
      messageId: mail.messageId ? storable(mail.messageId) : null,
      fingerprint: fingerprintOf(mail, from, text),
      own,
      quoted,
      whole: isLong ? text.trim() : null,
      // The whole text is the first of the files.
      original: originalHtml(withoutTokens(storable(written.html)), shownFiles(found, isLong ? 1 : 0)),
      files: found.flatMap(filesOf),
      verdict: records ? await verdictOf(bytes, records) : null,
    },
  };
};
