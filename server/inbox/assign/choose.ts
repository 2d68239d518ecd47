import { primarySubtag } from '../../../shared/core/languages.ts';
import { assertPresent } from '../../core/assertPresent.ts';
/** Somebody who may be given a conversation now: on the site, and at the inbox. */
export interface Candidate {
  id: string;
  name: string;
  /** Languages that they answer in, as BCP 47 tags. */
  languages: readonly string[];
  /** Conversations that they take at once, and that they have now. */
  capacity: number;
  load: number;
  /** When they were last given one, milliseconds; 0 for never. */
  givenAt: number;
}

/** A conversation to be assigned. */
export interface Waiting {
  language: string;
  /** The people who may answer it; null for everybody. */
  members: ReadonlySet<string> | null;
  /** The person who last answered this visitor, if somebody did. */
  lastWith: string | null;
  /** People who had it and did not take it, or gave it back. */
  passedBy: ReadonlySet<string>;
}

/** Why it was this person: what set them apart from the others. */
export type Reason = 'returning' | 'language' | 'load' | 'turn';

export interface Choice {
  person: Candidate;
  reason: Reason;
}

const primary = (tag: string): string => primarySubtag(tag).toLowerCase();

/** True when somebody answers in a language, whatever its region. */
export const speaks = ({ languages }: Pick<Candidate, 'languages'>, language: string): boolean =>
  languages.some((one) => primary(one) === primary(language));

/**
 * Chooses the assignee: of those with a free place who may answer it, who answered this visitor before; else who speaks
 * the visitor's language, of these the least busy, and of these whose last one is the longest ago.
 * @returns null when nobody can have it now
 */
export const choose = (waiting: Waiting, candidates: readonly Candidate[]): Choice | null => {
  const { language, members, lastWith, passedBy } = waiting;
  const free = candidates.filter(
    ({ id, load, capacity }) => load < capacity && !passedBy.has(id) && (members?.has(id) ?? true),
  );
  if (free.length === 0) return null;
  const returning = free.find(({ id }) => id === lastWith);
  if (returning) return { person: returning, reason: 'returning' };
  const fluent = free.filter((person) => speaks(person, language));
  const able = fluent.length ? fluent : free;
  const least = Math.min(...able.map(({ load }) => load));
  const idle = able.filter(({ load }) => load === least);
  const [person] = [...idle].sort(
    (one, other) => one.givenAt - other.givenAt || (one.id < other.id ? -1 : 1),
  );
  const reason = fluent.length ? 'language' : idle.length < able.length ? 'load' : 'turn';
  return { person: assertPresent(person, 'the least busy is one of those'), reason };
};

/** A conversation that was given to somebody who has not looked at it yet. */
export interface Offer {
  staffId: string;
  /** When they were given it, milliseconds. */
  at: number;
}

/** The outcome of an offer. */
export type Outcome =
  /** There is time left. */
  | 'stands'
  /** Somebody did something else with the conversation: there is nothing to give on. */
  | 'over'
  /** They did not take it in time: the next. */
  | 'passed'
  /** They are not there any more. */
  | 'returned';

/** @param acceptSeconds from being given one to having to have opened it */
export const settle = (
  offer: Offer,
  row: { assigneeId: string | null; status: string; waitingFor: string },
  isThere: boolean,
  now: number,
  acceptSeconds: number,
): Outcome => {
  if (row.assigneeId !== offer.staffId || row.status !== 'open' || row.waitingFor !== 'staff') return 'over';
  if (!isThere) return 'returned';
  return now >= offer.at + acceptSeconds * 1_000 ? 'passed' : 'stands';
};
