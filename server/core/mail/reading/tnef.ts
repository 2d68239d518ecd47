/*
 * What Outlook packs into winmail.dat when it takes the other side for Outlook: Transport Neutral Encapsulation
 * (MS-OXTNEF 2.1.3). Read are the files in it and a text, which is all that a person sent; every length in it is a
 * stranger's, so each is held against what is left.
 */

/** Bytes of a stranger, read from their start on. Reading beyond their end throws. */
interface Reader {
  at: number;
  readonly bytes: Buffer;
}

/** A file that was packed; `type` is empty where it was not said. */
export interface PackedFile {
  name: string;
  type: string;
  content: Buffer;
}

export interface Unpacked {
  files: PackedFile[];
  /** The text of the message, plain or HTML; empty where there is none but formatted text (RTF). */
  plain: string;
  html: string;
}

const signature = 0x223e9f78;
/** Attributes and properties that are looked at, and files: no mail of a person has a tenth. */
const maxParts = 2_000;
const maxFiles = 100;

/** Attributes (2.1.3.1): the type in the upper half, the name in the lower. */
const attribute = {
  fileBegins: 0x00069002,
  fileTitle: 0x00018010,
  fileData: 0x0006800f,
  fileProperties: 0x00069005,
  body: 0x0002800c,
  messageProperties: 0x00069003,
} as const;

/** Properties of MAPI (MS-OXPROPS). */
const property = {
  body: 0x1000,
  html: 0x1013,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mimeType: 0x370e,
} as const;

const take = (reader: Reader, length: number): Buffer => {
  if (length > reader.bytes.length - reader.at) throw new RangeError('a length beyond the end');
  reader.at += length;
  return reader.bytes.subarray(reader.at - length, reader.at);
};
const u16 = (reader: Reader): number => take(reader, 2).readUInt16LE();
const u32 = (reader: Reader): number => take(reader, 4).readUInt32LE();

const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

/** Bytes of a value whose type has a length of its own (MS-OXCDATA 2.11.1); a type that is missing here says its length. */
const sizes: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  10: 4,
  11: 4,
  5: 8,
  6: 8,
  7: 8,
  20: 8,
  64: 8,
  72: 16,
};
const isString8 = 0x1e;
const isUnicode = 0x1f;
const isBinary = 0x102;
const isObject = 0x0d;
const isMany = 0x1000;
/** Properties from here on have a name, which stands between. */
const firstNamed = 0x8000;

const skipName = (reader: Reader): void => {
  take(reader, 16);
  if (u32(reader) === 1) take(reader, padded(u32(reader)));
  else take(reader, 4);
};

/** A text ends at its first NUL. */
const untilNul = (text: string): string => text.split('\0', 1)[0] ?? '';

/** A text in Windows' Western code page, in which programs write that don't say another. */
const latin = (value: Buffer): string => untilNul(new TextDecoder('windows-1252').decode(value));

const textOf = (type: number, value: Buffer): string =>
  type === isUnicode ? untilNul(value.toString('utf16le')) : latin(value);

interface Property {
  type: number;
  value: Buffer;
}

/** Properties by their id, of several values the first. */
const readProperties = (bytes: Buffer): Map<number, Property> => {
  const reader: Reader = { at: 0, bytes };
  const found = new Map<number, Property>();
  const count = Math.min(u32(reader), maxParts);
  for (let index = 0; index < count; index++) {
    const tag = u16(reader);
    const type = tag & ~isMany;
    const id = u16(reader);
    if (id >= firstNamed) skipName(reader);
    const size = sizes[type];
    const values = size !== undefined && !(tag & isMany) ? 1 : u32(reader);
    for (let value = 0; value < values; value++) {
      const length = size ?? u32(reader);
      const content = take(reader, size === undefined ? padded(length) : length).subarray(0, length);
      if (value === 0) found.set(id, { type, value: content });
    }
  }
  return found;
};

const named = (properties: Map<number, Property>, id: number): string => {
  const found = properties.get(id);
  return found && (found.type === isString8 || found.type === isUnicode)
    ? textOf(found.type, found.value)
    : '';
};

/** The bytes of a file; of an object (a message within) what follows its interface's id. */
const dataOf = (properties: Map<number, Property>): Buffer | null => {
  const found = properties.get(property.data);
  if (found?.type === isBinary) return found.value;
  return found?.type === isObject ? found.value.subarray(16) : null;
};

const addProperties = (file: PackedFile, bytes: Buffer): void => {
  const properties = readProperties(bytes);
  file.name = named(properties, property.longName) || named(properties, property.shortName) || file.name;
  file.type = named(properties, property.mimeType);
  if (file.content.length === 0) file.content = dataOf(properties) ?? file.content;
};

const readAttribute = (found: Unpacked, id: number, bytes: Buffer): void => {
  if (id === attribute.body) found.plain ||= latin(bytes);
  if (id === attribute.messageProperties) {
    const properties = readProperties(bytes);
    found.plain ||= named(properties, property.body);
    const html = properties.get(property.html);
    // As bytes where a program wrote it in the message's own charset: UTF-8 in all that are current.
    if (html)
      found.html = html.type === isBinary ? html.value.toString('utf8') : textOf(html.type, html.value);
  }
  if (id === attribute.fileBegins && found.files.length < maxFiles)
    found.files.push({ name: '', type: '', content: Buffer.alloc(0) });
  const file = found.files.at(-1);
  if (!file) return;
  if (id === attribute.fileTitle) file.name ||= latin(bytes);
  if (id === attribute.fileData) file.content = bytes;
  if (id === attribute.fileProperties) addProperties(file, bytes);
};

/**
 * Unpacks a winmail.dat.
 * @returns null for what is no such file or ends in the middle: it stays a file as it came
 */
export const unpackTnef = (bytes: Buffer): Unpacked | null => {
  const reader: Reader = { at: 0, bytes };
  const found: Unpacked = { files: [], plain: '', html: '' };
  try {
    if (u32(reader) !== signature) return null;
    u16(reader);
    for (let count = 0; count < maxParts && reader.at < bytes.length; count++) {
      // The level says whose attribute it is, which its id says, too.
      take(reader, 1);
      const id = u32(reader);
      const value = take(reader, u32(reader));
      u16(reader);
      readAttribute(found, id, value);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return { ...found, files: found.files.filter(({ content }) => content.length > 0) };
};
