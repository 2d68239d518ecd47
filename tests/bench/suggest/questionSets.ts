import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';
import { seededRandom } from './statistics.ts';

/** Beside the checkout, never in it: the texts have licences of their own. */
export const dataFolder = path.resolve(process.cwd(), '../shared/data');

export interface QuestionSet {
  name: string;
  documents: SearchDocument[];
  queries: { text: string; group: string }[];
  negatives: string[];
}

export const variants = ['whole', 'half', 'typo'] as const;
export type Variant = (typeof variants)[number];

/** Sets of the project's own: the same small shop's help in five languages, four of which write without spaces or endings. */
export const loadOwnSets = (): QuestionSet[] => readFolder(path.resolve('tests/bench/suggest/own'));

/** The sets, or the reason why there are none. */
export function loadSets(): QuestionSet[] | string {
  const folder = path.join(dataFolder, 'suggest');
  if (!existsSync(folder)) return '../shared/data/suggest is not there';
  return readFolder(folder);
}

function readFolder(folder: string): QuestionSet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readSet(path.join(folder, file)));
}

function readSet(file: string): QuestionSet {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as {
    name: string;
    lang: string;
    docs: { id: string; title: string; body?: string; group: string }[];
    queries: { text: string; group: string }[];
    negatives?: string[];
  };
  const documents = raw.docs.map(({ id, title, body, group }) => ({
    id,
    group,
    kind: 'question',
    language: raw.lang,
    title,
    body: body ?? '',
  }));
  return { name: raw.name, documents, queries: raw.queries, negatives: raw.negatives ?? [] };
}

const letter = /[\p{L}\p{N}]/u;

/** A query as it is typed: whole, its first 60 % moved on until inside a word, or with one typing error. */
export function vary(text: string, variant: Variant, seed: number): string {
  if (variant === 'half') return halfTyped(text);
  return variant === 'typo' ? misspelt(text, seededRandom(seed)) : text;
}

function halfTyped(text: string): string {
  let length = Math.ceil(text.length * 0.6);
  while (length < text.length && !(letter.test(text[length - 1]!) && letter.test(text[length]!))) length++;
  return text.slice(0, length);
}

function misspelt(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  if (words.length === 0) return text;
  const below = (limit: number) => Math.floor(random() * limit);
  const word = words[below(words.length)]!;
  const place = word.index + below(word[0].length);
  const letters = [...new Set(text.toLowerCase().match(/\p{L}/gu))];
  const other = letters[below(letters.length)];
  switch (below(4)) {
    case 0:
      return text.slice(0, place) + other + text.slice(place);
    case 1:
      return text.slice(0, place) + text.slice(place + 1);
    case 2: {
      const first = Math.min(place, word.index + word[0].length - 2);
      return text.slice(0, first) + text[first + 1] + text[first] + text.slice(first + 2);
    }
    default:
      return text.slice(0, place) + other + text.slice(place + 1);
  }
}
