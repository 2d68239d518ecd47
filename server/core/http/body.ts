import type { Clock } from '../clock.ts';
import { Failure } from './failure.ts';
import type { ReadHeader } from './headers.ts';

/** A body that pauses for longer is given up, milliseconds. */
const maxPause = 10_000;
/** A body that takes longer in all is given up, milliseconds. */
const longestBody = 30_000;

/**
 * Reads a request's body, counting bytes as they come: Content-Length is a claim, and may be absent.
 * @param max bytes
 * @throws Failure `too_large`, `timeout`, `unsupported` (compressed bodies, which could unpack to anything)
 */
export const readBody = async (
  request: Request,
  read: ReadHeader,
  max: number,
  clock: Clock,
): Promise<Uint8Array> => {
  const encoding = read('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new Failure('unsupported', 'Compressed request bodies aren’t accepted.');
  const claimed = read('content-length');
  if (Number(claimed ?? 0) > max) throw new Failure('too_large', `The body can have at most ${max} bytes.`);
  // A length that was claimed is held to by Node's parser: then the body can be taken at once, without a stream.
  if (claimed !== undefined) {
    const bytes = new Uint8Array(await within(request.arrayBuffer(), longestBody));
    if (bytes.byteLength > max) throw new Failure('too_large', `The body can have at most ${max} bytes.`);
    return bytes;
  }
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  const start = clock.monotonic();
  let size = 0;
  try {
    for (;;) {
      const timeLeft = Math.min(maxPause, longestBody - (clock.monotonic() - start));
      const { done, value } = await within(reader.read(), timeLeft);
      if (done) break;
      size += value.byteLength;
      if (size > max) throw new Failure('too_large', `The body can have at most ${max} bytes.`);
      parts.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof Failure ? error : new Failure('invalid', 'The request was interrupted.');
  }
  const [first, ...others] = parts;
  return first && others.length === 0 ? first : Buffer.concat(parts);
};

const within = <Value>(work: Promise<Value>, milliseconds: number): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Failure('timeout', 'The request took too long.')),
      Math.max(0, milliseconds),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws Failure `invalid` when the bytes are not UTF-8 or not JSON */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new Failure('invalid', 'The body isn’t valid JSON in UTF-8.');
  }
};

/** True for `application/json` and its `+json` relatives, whatever parameters follow. */
export const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '');
