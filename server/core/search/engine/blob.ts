// biome-ignore-all lint/style/noNonNullAssertion: what was read has the parts that its header counted

import { DocumentStore } from './documents.ts';
import { Vocabulary } from './vocabulary.ts';

const magic = 0x46_59_52_32; // "FYR2": the digit is the version of the format
const headerBytes = 16;
/** Integers that describe a row, before its words. */
const rowIntegers = 8;

interface Header {
  words: string[];
  ids: string[];
  titles: string[];
  priors: number[];
  groups: string[];
  kinds: string[];
  languages: string[];
}

/**
 * Layout: magic, length of the JSON header, count of integers, their checksum (32-bit little-endian each); the
 * header; padding to four bytes; per row its group, kind, language, number of title and of body words, head, and the passage's start and end; then
 * all title words and all body words.
 */
export function writeBlob(vocabulary: Vocabulary, documents: DocumentStore): Uint8Array {
  const header: Header = {
    words: vocabulary.words,
    ids: documents.ids,
    titles: documents.titles,
    priors: documents.priors,
    groups: documents.groups.list,
    kinds: documents.kinds.list,
    languages: documents.languages.list,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(json.length / 4) * 4;
  const count = documents.count;
  const titleWords = documents.titleWords.length;
  const bodyWords = documents.bodyWords.length;
  const integers = new Int32Array(count * rowIntegers + titleWords + bodyWords);
  for (let number = 0; number < count; number++) {
    integers[number * rowIntegers] = documents.groupOf.values[number]!;
    integers[number * rowIntegers + 1] = documents.kindOf.values[number]!;
    integers[number * rowIntegers + 2] = documents.languageOf.values[number]!;
    integers[number * rowIntegers + 3] = documents.titleLength(number);
    integers[number * rowIntegers + 4] = documents.bodyLength(number);
    integers[number * rowIntegers + 5] = documents.headOf.values[number]!;
    integers[number * rowIntegers + 6] = documents.passageStart.values[number]!;
    integers[number * rowIntegers + 7] = documents.passageEnd.values[number]!;
  }
  integers.set(documents.titleWords.values.subarray(0, titleWords), count * rowIntegers);
  integers.set(documents.bodyWords.values.subarray(0, bodyWords), count * rowIntegers + titleWords);
  const bytes = new Uint8Array(headerBytes + padded + integers.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, json.length, true);
  view.setUint32(8, integers.length, true);
  view.setUint32(12, checksum(integers, json), true);
  bytes.set(json, headerBytes);
  bytes.set(new Uint8Array(integers.buffer), headerBytes + padded);
  return bytes;
}

/** Reads a blob, pausing every few milliseconds. */
export function* readBlob(
  bytes: Uint8Array,
): Generator<void, { vocabulary: Vocabulary; documents: DocumentStore }> {
  const { header, integers } = open(bytes);
  const vocabulary = new Vocabulary();
  for (let word = 0; word < header.words.length; word++) {
    vocabulary.add(header.words[word]!);
    if (word % 1000 === 999) yield;
  }
  const documents = new DocumentStore();
  const count = header.ids.length;
  let title = count * rowIntegers;
  let body = title;
  for (let number = 0; number < count; number++) body += integers[number * rowIntegers + 3]!;
  for (let number = 0; number < count; number++) {
    const [group, kind, language, titleLength, bodyLength, head, start, end] = integers.subarray(
      number * rowIntegers,
      (number + 1) * rowIntegers,
    ) as unknown as [number, number, number, number, number, number, number, number];
    const row = {
      id: header.ids[number]!,
      group: header.groups[group]!,
      kind: header.kinds[kind]!,
      language: header.languages[language]!,
      title: header.titles[number]!,
      prior: header.priors[number]!,
      passage: { start, end },
    };
    documents.add(
      row,
      integers.subarray(title, title + titleLength),
      integers.subarray(body, body + bodyLength),
      head === number ? undefined : head,
    );
    title += titleLength;
    body += bodyLength;
    if (number % 500 === 499) yield;
  }
  return { vocabulary, documents };
}

function open(bytes: Uint8Array): { header: Header; integers: Int32Array } {
  if (bytes.byteLength < headerBytes) throw new Error('search index: the stored bytes are cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== magic)
    throw new Error('search index: the stored bytes are of another format or version');
  const jsonLength = view.getUint32(4, true);
  const integerCount = view.getUint32(8, true);
  const start = headerBytes + Math.ceil(jsonLength / 4) * 4;
  if (bytes.byteLength !== start + integerCount * 4)
    throw new Error('search index: the stored bytes are cut off');
  const json = bytes.subarray(headerBytes, headerBytes + jsonLength);
  const integers = new Int32Array(bytes.slice(start).buffer);
  if (checksum(integers, json) !== view.getUint32(12, true)) {
    throw new Error('search index: the stored bytes are damaged');
  }
  return { header: JSON.parse(new TextDecoder().decode(json)) as Header, integers };
}

/** FNV-1a over integers and text: finds damage, not malice. */
function checksum(integers: Int32Array, json: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < integers.length; index++) sum = Math.imul(sum ^ integers[index]!, 0x01000193);
  for (let index = 0; index < json.length; index++) sum = Math.imul(sum ^ json[index]!, 0x01000193);
  return sum >>> 0;
}
