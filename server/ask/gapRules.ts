import { isCloseWord } from '../core/search/closeWords.ts';
import { isSmallWord } from '../core/search/engine/courtesy.ts';
import { tokenise } from '../core/search/engine/tokens.ts';
import { foldPhrase } from '../core/search/tuning.ts';

/* What people looked for and did not find, and which of it is one thing in different words. Pure: see gaps.ts. */

/** Why a search counts: nothing was shown for it, it was asked all the same, or it was put in other words. */
export type GapReason = 'nothing' | 'asked' | 'refined';

export interface SearchEvent {
  session: string;
  kind: string;
  query: string;
  visitorId: string | null;
  at: number;
}

/** A search that ended without an answer. */
export interface Miss {
  text: string;
  reason: GapReason;
  person: string;
  at: number;
}

export interface Cluster {
  misses: Miss[];
  /** Different ways of putting it, those of most people first. */
  phrasings: string[];
}

const maxWords = 24;
/** Share of two texts' words that are the same from which they are about one thing (Dice, 1945). */
const sameShare = 0.6;
/** Letters that words with one stem begin with. */
const stem = 3;
/** Phrasings that are compared, and clusters that each is compared with, at the most. */
const maxCompared = 300;
const maxCandidates = 40;

/** Whether one text is only the other, further typed. */
const isTypedOn = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** The end of one visit to the ask box; null where it ended with an answer. @param events in their order */
const missOf = (events: readonly SearchEvent[]): Miss | null => {
  const last = events.at(-1);
  if (!last || events.some(({ kind }) => kind === 'solved')) return null;
  const sent = events.findLast(({ kind }) => kind === 'sent');
  const wasShown = events.some(({ kind }) => kind !== 'sent');
  const typed = [...new Set(events.map(({ query }) => foldPhrase(query)))];
  const isRefined =
    events.some(({ kind }) => kind === 'not_quite') ||
    typed.some((one) => typed.some((other) => !isTypedOn(one, other)));
  const { query, at, visitorId, session } = sent ?? last;
  if (!sent && !isRefined) return null;
  const reason = sent ? (wasShown ? 'asked' : 'nothing') : 'refined';
  return { text: query.trim(), reason, person: visitorId ?? session, at };
};

/** Searches that ended without an answer, one of each visit. @param events the newest first */
export const findMisses = (events: readonly SearchEvent[]): Miss[] => {
  const sessions = new Map<string, SearchEvent[]>();
  for (const event of events) {
    const own = sessions.get(event.session);
    if (own) own.unshift(event);
    else sessions.set(event.session, [event]);
  }
  return [...sessions.values()].flatMap((own) => missOf(own) ?? []);
};

/** The words of a text that say something; all of them where none does. */
const wordsOf = (text: string): string[] => {
  const { words } = tokenise(text, maxWords);
  const telling = words.filter((word) => !isSmallWord(word));
  return [...new Set(telling.length ? telling : words)];
};

const likeness = (one: readonly string[], other: readonly string[]): number => {
  const shared = one.filter((word) =>
    other.some((own) => own === word || isCloseWord(word, own, false) || isCloseWord(own, word, false)),
  ).length;
  return (2 * shared) / (one.length + other.length);
};

/** Puts together what is one thing in different words; the clusters of most people first. */
export const clusterMisses = (misses: readonly Miss[]): Cluster[] => {
  const byPhrase = new Map<string, Miss[]>();
  for (const miss of misses) {
    const phrase = foldPhrase(miss.text);
    if (phrase) byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), miss]);
  }
  const peopleIn = (list: readonly Miss[]): number => new Set(list.map(({ person }) => person)).size;
  const often = [...byPhrase.entries()]
    .sort(([, one], [, other]) => peopleIn(other) - peopleIn(one) || (other[0]?.at ?? 0) - (one[0]?.at ?? 0))
    .slice(0, maxCompared);
  const clusters: (Cluster & { words: string[] })[] = [];
  const byStem = new Map<string, Set<number>>();
  for (const [, own] of often) {
    const text = own[0]?.text ?? '';
    const words = wordsOf(text);
    const near = words.flatMap((word) => [...(byStem.get(word.slice(0, stem)) ?? [])]);
    // Each is compared with the first words of a cluster: with all of them, one thing would run into the next.
    const found = [...new Set(near)]
      .slice(0, maxCandidates)
      .map((place) => ({ place, share: likeness(words, clusters[place]?.words ?? []) }))
      .filter(({ share }) => share >= sameShare)
      .sort((one, other) => other.share - one.share)[0];
    const cluster = found && clusters[found.place];
    if (cluster) {
      cluster.misses.push(...own);
      cluster.phrasings.push(text);
      continue;
    }
    for (const word of words) {
      const key = word.slice(0, stem);
      byStem.set(key, (byStem.get(key) ?? new Set()).add(clusters.length));
    }
    clusters.push({ misses: [...own], phrasings: [text], words });
  }
  return clusters
    .map(({ misses: all, phrasings }) => ({ misses: all, phrasings }))
    .sort(
      (one, other) =>
        peopleIn(other.misses) - peopleIn(one.misses) || other.misses.length - one.misses.length,
    );
};
