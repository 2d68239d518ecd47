import { Failure } from '../core/http/failure.ts';

/** Fields that a form may have: providers send some twenty, and one for each attachment. */
const maxFields = 1_000;
/** Bytes of one part's headers. */
const maxHead = 16_384;

const tooMany = (): never => {
  throw new Failure('invalid', 'The form has too many fields.');
};

/** Fields of a form, as bytes: a mail in it has charsets of its own. */
export type Fields = ReadonlyMap<string, Buffer>;

const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};

/** Bytes of a percent-encoded text (URL standard, application/x-www-form-urlencoded). */
const decoded = (bytes: Buffer): Buffer => {
  const out = Buffer.alloc(bytes.length);
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const [high, low] = byte === 37 ? [hexOf(bytes[at + 1]), hexOf(bytes[at + 2])] : [-1, -1];
    if (high >= 0 && low >= 0) {
      out[end++] = high * 16 + low;
      at += 2;
    } else out[end++] = byte === 43 ? 32 : byte;
  }
  return out.subarray(0, end);
};

const urlencoded = (body: Buffer): Fields => {
  const found = new Map<string, Buffer>();
  let count = 0;
  for (let start = 0; start < body.length; ) {
    // Those of one name count, too: each costs as much to read.
    if (++count > maxFields) tooMany();
    const next = body.indexOf('&', start);
    const end = next === -1 ? body.length : next;
    const pair = body.subarray(start, end);
    const split = pair.indexOf('=');
    const name = decoded(split === -1 ? pair : pair.subarray(0, split)).toString('utf8');
    if (!found.has(name)) found.set(name, decoded(split === -1 ? Buffer.alloc(0) : pair.subarray(split + 1)));
    start = end + 1;
  }
  return found;
};

/** Parts of a form with files (RFC 7578): each field's first. */
const multipart = (body: Buffer, boundary: string): Fields => {
  const found = new Map<string, Buffer>();
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let at = body.indexOf(mark);
  let count = 0;
  while (at !== -1) {
    if (++count > maxFields) tooMany();
    const start = at + mark.length;
    if (body.toString('latin1', start, start + 2) === '--') break;
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`, 'latin1'), start);
    if (next === -1) throw new Failure('invalid', 'The form ends in the middle.');
    const split = body.subarray(start, Math.min(next, start + maxHead)).indexOf('\r\n\r\n');
    if (split !== -1) {
      const head = body.toString('utf8', start, start + split);
      const name = /content-disposition:[^\r\n]{0,1000}?[;\s]name="([^"\r\n]{0,200})"/i.exec(head)?.[1];
      if (name !== undefined && !found.has(name)) found.set(name, body.subarray(start + split + 4, next));
    }
    at = next + 2;
  }
  return found;
};

/** Reads a form. @throws Failure `unsupported` for something else, `invalid` for a broken one */
export const readFields = (body: Buffer, contentType: string): Fields => {
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType)) return urlencoded(body);
  const boundary = /^multipart\/form-data\s*;.{0,200}?boundary="?([^\s";,]{1,70})"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Failure('unsupported', 'Send a form.');
  return multipart(body, boundary);
};

export const textOf = (fields: Fields, name: string): string =>
  fields.get(name)?.toString('utf8').slice(0, 10_000) ?? '';
