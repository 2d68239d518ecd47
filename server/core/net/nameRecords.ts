import { Resolver } from 'node:dns/promises';
import { BoundedMap } from '../boundedMap.ts';
import type { Clock } from '../clock.ts';

/** The texts that owners of names publish in the DNS (TXT records, RFC 1035). */
export interface NameRecords {
  /** @returns each record in its parts; none where the name has no such record, null where nobody could say */
  texts(name: string): Promise<string[][] | null>;
}

/** A name as it may be asked for; strangers choose it. */
const askable = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/i;

/** Records of a name that are looked at, and letters of each: a key of 4,096 bits has 800. */
const maxRecords = 20;
const maxLetters = 4_096;

/** An answer holds so long, milliseconds: many mails of one sender come at once. */
const holds = 300_000;
const maxNames = 1_000;

/** Codes of an answer that says that there is nothing. */
const nothing = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME']);

export const createNameRecords = (
  clock: Clock,
  ask: (name: string) => Promise<string[][]> = (name) =>
    new Resolver({ timeout: 2_000, tries: 2 }).resolveTxt(name),
): NameRecords => {
  const cache = new BoundedMap<string, { until: number; answer: Promise<string[][] | null> }>(maxNames);
  const look = async (name: string): Promise<string[][] | null> => {
    try {
      const records = await ask(name);
      return records.slice(0, maxRecords).filter((parts) => parts.join('').length <= maxLetters);
    } catch (error) {
      // Whoever asked says that nothing is known; the next look may find it.
      if (nothing.has((error as { code?: string }).code ?? '')) return [];
      cache.delete(name);
      return null;
    }
  };
  return {
    async texts(given) {
      const name = given.toLowerCase();
      if (!askable.test(name)) return [];
      const known = cache.get(name);
      if (known && known.until > clock.now()) return known.answer;
      const answer = look(name);
      cache.set(name, { until: clock.now() + holds, answer });
      return answer;
    },
  };
};
