import type { Context as HonoContext } from 'hono';
import type { FieldCode } from '../../shared/core/errors.ts';
import { email as emailSchema, longest } from '../../shared/core/fields.ts';
import { hasVisibleText } from '../../shared/core/visibleText.ts';
import type { Context } from '../context.ts';
import { cut } from '../core/content/cut.ts';
import { readBody } from '../core/http/body.ts';
import { Failure } from '../core/http/failure.ts';
import { headersOf } from '../core/http/headers.ts';

/** A sent form with its files, bytes. */
const maxBytes = 10 * 1024 * 1024;
/** A form without files, bytes: percent-encoding triples what people write. */
const maxPlain = 256 * 1024;
/** Bytes of what is said of one part before it begins. */
const maxHead = 16_384;
/** Fields of the owner's own, and characters of their names and values. */
const maxOwn = 20;
const maxLabel = 80;
const maxValue = 2_000;
/** Fields and files of any kind: more come from no form. */
const maxParts = 60;

/** A file of a form, as it came. */
export interface SentFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

/** A form as it was sent. */
export interface Sent {
  name: string;
  email: string;
  subject: string;
  message: string;
  /** The owner's own fields, by their names. */
  own: { label: string; value: string }[];
  files: SentFile[];
  /** The page of the owner's to go on to; empty for ours. */
  next: string;
  /** True where a field was filled in that people don't see. */
  isTrapped: boolean;
}

const text = (value: File | string | null): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim() : '';

/** One line of it: what stands in a list, or in the head of a mail. */
const oneLine = (value: string): string =>
  value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim();

/** Fields that are known by name; all others are the owner's own. */
const known = new Set(['name', 'email', 'subject', 'message', 'website', '_next']);

/**
 * Refuses a body that is cheap to send and dear to read, by a look at its bytes: forms have few parts, and few words
 * before each.
 * @throws Failure `invalid`, `too_large`
 */
const refuseCostly = (bytes: Uint8Array, type: string): void => {
  const boundary = /^multipart\/form-data\s*;.{0,200}?boundary="?([^\s";,]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    if (bytes.length > maxPlain) throw new Failure('too_large', 'This form is too large.');
    return;
  }
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    const start = at + mark.length;
    const isEnd = body.toString('latin1', start, start + 2) === '--';
    const isBare = !isEnd && !body.subarray(start, start + maxHead).includes('\r\n\r\n');
    if (++count > maxParts || isBare) throw new Failure('invalid', 'This isn’t a form.');
  }
};

/**
 * Reads a form that a page of the owner's sent: plain, or with files.
 * @throws Failure `unsupported`, `too_large`, `invalid`
 */
export const readSent = async (ctx: Context, hono: HonoContext): Promise<Sent> => {
  const read = headersOf(hono);
  const type = read('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type))
    throw new Failure('unsupported', 'Send a form.');
  const bytes = await readBody(hono.req.raw, read, maxBytes, ctx.clock);
  refuseCostly(bytes, type);
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Failure('invalid', 'This isn’t a form.');
  }
  const entries = [...form].slice(0, maxParts);
  const files: SentFile[] = [];
  // A file field that was left empty sends a file without a name and without bytes.
  for (const [, value] of entries)
    if (typeof value !== 'string' && value.size > 0)
      files.push({ name: value.name.toWellFormed(), content: new Uint8Array(await value.arrayBuffer()) });
  return {
    name: cut(oneLine(text(form.get('name'))), longest.name),
    email: text(form.get('email')),
    subject: cut(oneLine(text(form.get('subject'))), longest.title),
    message: text(form.get('message')),
    own: entries
      .filter(([label, value]) => typeof value === 'string' && !known.has(label) && !label.startsWith('_'))
      .map(([label, value]) => ({
        label: cut(oneLine(label.toWellFormed()), maxLabel),
        value: cut(text(value), maxValue),
      }))
      .filter(({ label, value }) => label && value)
      .slice(0, maxOwn),
    files,
    next: text(form.get('_next')),
    isTrapped: text(form.get('website')) !== '',
  };
};

/** The faults of a form, by field. */
export const faultsOf = ({ email, message }: Sent): Record<string, FieldCode> => ({
  ...(!email
    ? { email: 'required' as const }
    : !emailSchema.safeParse(email).success && { email: 'not_email' as const }),
  ...(!hasVisibleText(message)
    ? { message: 'required' as const }
    : message.length > longest.details && { message: 'too_long' as const }),
});
