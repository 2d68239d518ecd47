import { z } from 'zod';
import { Failure } from '../core/http/failure.ts';
import type { Carried } from './carried.ts';

const person = z.object({ Email: z.string().max(1_000), Name: z.string().max(1_000).optional() });
const attachment = z.object({
  Name: z.string().max(1_000),
  Content: z.string(),
  ContentType: z.string().max(300),
  ContentID: z.string().max(1_000).nullish(),
});
/** https://postmarkapp.com/developer/user-guide/inbound/parse-an-email */
const inbound = z.object({
  RawEmail: z.string().nullish(),
  OriginalRecipient: z.string().max(1_000).nullish(),
  MessageID: z.string().max(300).nullish(),
  FromFull: person.nullish(),
  From: z.string().max(1_000).nullish(),
  ToFull: z.array(person).max(200).nullish(),
  CcFull: z.array(person).max(200).nullish(),
  Subject: z.string().max(10_000).nullish(),
  Date: z.string().max(200).nullish(),
  TextBody: z.string().nullish(),
  HtmlBody: z.string().nullish(),
  Headers: z
    .array(z.object({ Name: z.string(), Value: z.string() }))
    .max(1_000)
    .nullish(),
  Attachments: z.array(attachment).max(200).nullish(),
});
type Inbound = z.infer<typeof inbound>;

/** Headers that say what stands in the parts, or who it is from: those are written anew. */
const own = /^(?:content-|mime-version$|from$|to$|cc$|subject$|date$)/i;

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

/** A text of a header (RFC 2047), in pieces of whole letters. */
const encoded = (text: string): string => {
  const plain = oneLine(text);
  if (/^[\x20-\x7e]*$/.test(plain)) return plain;
  const letters = [...plain];
  const words: string[] = [];
  for (let at = 0; at < letters.length; at += 15)
    words.push(`=?utf-8?B?${Buffer.from(letters.slice(at, at + 15).join(''), 'utf8').toString('base64')}?=`);
  return words.join('\r\n ');
};

const named = ({ Email, Name = '' }: z.infer<typeof person>): string => {
  const email = oneLine(Email).replace(/[<>\s]/g, '');
  if (Name === '') return email;
  const name = encoded(Name);
  return `${name.startsWith('=?') ? name : `"${name.replace(/["\\]/g, '')}"`} <${email}>`;
};

const base64 = (content: string): string => (content.match(/.{1,76}/g) ?? []).join('\r\n');

const part = (type: string, content: string, more: readonly string[] = []): string =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more, '', base64(content)].join('\r\n');

const ofText = (type: string, text: string): string =>
  part(`${type}; charset=utf-8`, Buffer.from(text, 'utf8').toString('base64'));

const ofFile = ({ Name, Content, ContentType, ContentID }: z.infer<typeof attachment>): string => {
  const type = /^[\w.+-]{1,100}\/[\w.+-]{1,100}/.exec(ContentType)?.[0] ?? 'application/octet-stream';
  const name = encodeURIComponent(oneLine(Name).slice(0, 200));
  const cid = oneLine(ContentID ?? '').replace(/[<>\s]/g, '');
  return part(type, Content.replace(/[^A-Za-z0-9+/=]/g, ''), [
    `Content-Disposition: ${cid ? 'inline' : 'attachment'}; filename*=utf-8''${name}`,
    ...(cid ? [`Content-ID: <${cid}>`] : []),
  ]);
};

/** Several parts in one. Their contents are base64: none has a line that looks like the boundary. */
const joined = (kind: string, boundary: string, parts: readonly string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.map((one) => `--${boundary}\r\n${one}`),
    `--${boundary}--`,
    '',
  ].join('\r\n');

/** The mail put together again. Its signature (DKIM) cannot be checked any more. */
const rebuilt = (mail: Inbound): Buffer => {
  const {
    FromFull,
    From,
    ToFull,
    CcFull,
    Subject,
    Date: date,
    TextBody,
    HtmlBody,
    Attachments,
    MessageID,
  } = mail;
  const headers = (mail.Headers ?? []).filter(
    ({ Name }) => /^[!-9;-~]{1,100}$/.test(Name) && !own.test(Name),
  );
  const hasId = headers.some(({ Name }) => Name.toLowerCase() === 'message-id');
  const texts = [
    ...(TextBody || !HtmlBody ? [ofText('text/plain', TextBody ?? '')] : []),
    ...(HtmlBody ? [ofText('text/html', HtmlBody)] : []),
  ];
  return Buffer.from(
    [
      ...headers.map(({ Name, Value }) => `${Name}: ${encoded(Value)}`),
      `From: ${FromFull ? named(FromFull) : oneLine(From ?? '')}`,
      ...(ToFull?.length ? [`To: ${ToFull.map(named).join(',\r\n ')}`] : []),
      ...(CcFull?.length ? [`Cc: ${CcFull.map(named).join(',\r\n ')}`] : []),
      `Subject: ${encoded(Subject ?? '')}`,
      ...(date ? [`Date: ${oneLine(date)}`] : []),
      ...(hasId || !MessageID
        ? []
        : [`Message-ID: <${MessageID.replace(/[^\w.-]/g, '')}@inbound.postmarkapp.com>`]),
      'MIME-Version: 1.0',
      joined('mixed', 'mixed-parts', [
        joined('alternative', 'alternative-parts', texts),
        ...(Attachments ?? []).map(ofFile),
      ]),
    ].join('\r\n'),
    'utf8',
  );
};

/** The mail that Postmark posted. @throws Failure `invalid` for something else */
export const readPostmark = (body: unknown): Carried => {
  const found = inbound.safeParse(body);
  if (!found.success || (!found.data.RawEmail && !found.data.FromFull && !found.data.From))
    throw new Failure('invalid', 'This isn’t an inbound email of Postmark’s.');
  const { RawEmail, OriginalRecipient } = found.data;
  return {
    raw: RawEmail ? Buffer.from(RawEmail, 'utf8') : rebuilt(found.data),
    recipients: OriginalRecipient ? [OriginalRecipient] : [],
  };
};
