import type { Caution } from '../../shared/ask/defaults.ts';
import { foldPhrase } from '../core/search/tuning.ts';

/** Learned phrasings that a question keeps at the most. */
export const maxLearned = 20;
/** People who must agree before words that nobody wrote on purpose lead to an answer. */
export const fewestVoters = 2;
/** The time for which reactions to suggestions count, milliseconds. */
export const memory = 90 * 24 * 3_600_000;

const shortest = 6;
const longest = 160;

/*
 * What could carry an advertisement, or say who somebody is: addresses of pages and people, telephone and order
 * numbers. Learned words are never shown to visitors, and are refused all the same.
 */
const refused = [
  /:\/\//,
  /\bwww\./i,
  /@/,
  /[\p{L}\p{N}]\.\p{L}{2,}/u,
  // Five digits or more, whatever stands between them.
  /(?:\p{N}[\s().+/-]*){5}/u,
];

/**
 * The phrase that may be learned from a typed text: its folded words, at least two of them.
 * @returns null when it is too short, too long, or could be somebody's address, number or advertisement
 */
export const learnablePhrase = (typed: string): string | null => {
  const text = typed.trim();
  if (text.length < shortest || text.length > longest || refused.some((pattern) => pattern.test(text)))
    return null;
  const phrase = foldPhrase(text);
  return phrase.includes(' ') ? phrase : null;
};

/** True when enough people agree: sessions are made by browsers at will, so addresses must differ, too. */
export const isAgreed = (votes: { sessions: number; voters: number }, isKnownVisitor: boolean): boolean =>
  isKnownVisitor || Math.min(votes.sessions, votes.voters) >= fewestVoters;

/**
 * Which learned phrasings go when a question has more than it keeps: the weakest, of equals the oldest.
 * @param strongestFirst as stored, the newest of equals first
 */
export const overflow = <Row extends { source: string }>(strongestFirst: Row[]): Row[] =>
  strongestFirst.filter((row) => row.source === 'learned').slice(maxLearned);

/** Least probability that a suggestion answers, by how careful the owner wants it. */
export const floors: Record<Caution, number> = { careful: 0.7, balanced: 0.5, eager: 0.3 };

/** Fewest sessions from which a site's floor is tuned, and how far it moves. */
export const fewestSessions = 50;
const maxMove = 0.15;
/** Least share of the helpful answers that stays above the floor. */
const keptShare = 0.9;

/**
 * The floor below which a site's suggestions are not shown: where the most of what could not help is hidden while nine
 * of ten that helped are still shown (the greatest difference of the two shares, Youden 1950).
 * @param accepted floors up to which answers that people accepted are shown
 * @param ignored floors up to which the best answers to what people then asked a person are shown
 * @param base where the owner's caution puts it
 * @returns null when there is too little to tell
 */
export const tuneFloor = (
  given: { sessions: number; accepted: number[]; ignored: number[] },
  base: number,
): number | null => {
  const { sessions, accepted, ignored } = given;
  if (sessions < fewestSessions || accepted.length < 5 || ignored.length < 5) return null;
  const shown = (list: number[], floor: number) =>
    list.filter((value) => value >= floor).length / list.length;
  const lowest = base - maxMove;
  let best = lowest;
  let most = Number.NEGATIVE_INFINITY;
  for (let step = 0; step <= maxMove * 200 + 0.5; step++) {
    const floor = Math.round(lowest * 100 + step) / 100;
    const kept = shown(accepted, floor);
    if (kept < keptShare && floor > lowest) break;
    const gain = kept - shown(ignored, floor);
    if (gain > most + 1e-9) [best, most] = [floor, gain];
  }
  return best;
};
