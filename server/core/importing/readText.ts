import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { leaveOutControls, LineCounter } from './characters.ts';
import { addNote, type ImportNotes } from './notes.ts';

export interface ReadOptions {
  notes: ImportNotes;
  /** Name of the encoding; without it what the file declares, else UTF-8. */
  encoding?: string | undefined;
  /** Names the file in a report on several. */
  file?: string | undefined;
}

/** True for a name of an encoding (https://encoding.spec.whatwg.org/#names-and-labels). */
export const isEncoding = (name: string): boolean => {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
};

/** A file's first bytes. */
export const firstBytes = (file: string): Buffer => {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(8_192);
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
};

const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const bytesOf = (file: string): AsyncIterable<Buffer> => {
  const raw = createReadStream(file);
  if (!isPacked(firstBytes(file))) return raw;
  const unpacked = raw.pipe(createGunzip());
  raw.on('error', (error) => unpacked.destroy(error));
  return unpacked;
};

/** The encoding of a file by how it begins: its byte order mark, two-byte characters, or what its XML says. */
const encodingOf = (start: Buffer, { notes, encoding }: ReadOptions): string => {
  if (encoding !== undefined) return encoding;
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] !== 0 && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] !== 0 && start.length > 1) return 'utf-16be';
  const [, declared] =
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(
      start.toString('latin1', 0, 400),
    ) ?? [];
  // What could be read a byte at a time is not made of two-byte characters, whatever it says.
  if (declared === undefined || /^utf-?16/i.test(declared)) return 'utf-8';
  if (isEncoding(declared)) return declared;
  addNote(notes, 'encoding', 'line 1', `the encoding “${declared}” is unknown; it was read as UTF-8`);
  return 'utf-8';
};

const ourMark = Buffer.from('\uFFFD');

/** Counts the replacement characters that stand in the bytes as they are, so that they are told from our own. */
const createMarkCounter = (isUtf8: boolean): ((bytes: Buffer) => number) => {
  let before: Buffer = Buffer.alloc(0);
  return (bytes) => {
    if (!isUtf8) return 0;
    const whole = Buffer.concat([before, bytes]);
    let count = 0;
    for (let at = whole.indexOf(ourMark); at >= 0; at = whole.indexOf(ourMark, at + 3)) count++;
    before = whole.subarray(-2);
    return count;
  };
};

/** Text of bytes in parts; what is wrong in it is noted with its line, and what follows goes on. */
async function* decode(chunks: AsyncIterable<Buffer>, options: ReadOptions): AsyncGenerator<string> {
  const { notes, file } = options;
  const lines = new LineCounter();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let countMarks = createMarkCounter(false);
  const take = (text: string, own: number): string => {
    const rowAt = (place: number): string =>
      file ? `${file}, line ${lines.at(text, place)}` : `line ${lines.at(text, place)}`;
    let replaced = text.split('\uFFFD').length - 1 - own;
    for (let at = text.indexOf('\uFFFD'); replaced > 0 && at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
      addNote(notes, 'bytes', rowAt(at), `bytes that aren’t ${decoder?.encoding} became �`);
      replaced--;
    }
    const kept = leaveOutControls(text, notes, rowAt);
    lines.pass(text);
    return kept;
  };
  for await (const chunk of chunks) {
    if (!decoder) {
      decoder = new TextDecoder(encodingOf(chunk, options));
      countMarks = createMarkCounter(decoder.encoding === 'utf-8');
    }
    yield take(decoder.decode(chunk, { stream: true }), countMarks(chunk));
  }
  const rest = decoder?.decode();
  if (rest) yield take(rest, 0);
}

/** Text of a file in parts, unpacked when it is gzip. Never all of it at once. */
export const readText = (file: string, options: ReadOptions): AsyncGenerator<string> =>
  decode(bytesOf(file), options);

/** Text of bytes that are there already. */
export const textOfBytes = async (bytes: Buffer, options: ReadOptions): Promise<string> => {
  let text = '';
  const whole = (async function* () {
    yield bytes;
  })();
  for await (const part of decode(whole, options)) text += part;
  return text;
};
