import type { VisitorTrait } from '../../core/people/traits.ts';
import type { contactTraits } from './tables.ts';

export type TraitRow = typeof contactTraits.$inferSelect;

/** One conversation of a visitor, as far as it counts. */
export interface ConversationSummary {
  visitorId: string;
  status: string;
  waitingFor: string;
  createdAt: number;
  lastMessageAt: number;
  visitorSeenAt: number | null;
  rating: 'good' | 'okay' | 'bad' | null;
  ratedAt: number | null;
}

/** Everything that a contact's row is made of. */
export interface Known {
  siteId: string;
  contactId: string;
  language: string;
  createdAt: number;
  conversations: readonly ConversationSummary[];
  traits: readonly VisitorTrait[];
  stageId: string | null;
  addressHash: string | null;
  noCalls: boolean;
  noMails: boolean;
}

const newest = <One>(list: readonly One[], at: (one: One) => number): One | undefined =>
  list.reduce<One | undefined>((best, one) => (best && at(best) >= at(one) ? best : one), undefined);

const moods = {
  good: 'happy',
  okay: 'neutral',
  bad: 'unhappy',
  promoter: 'happy',
  passive: 'neutral',
  detractor: 'unhappy',
} as const;

/** The newest of rating and survey answer. */
const opinionOf = (
  rated: ConversationSummary | undefined,
  answered: VisitorTrait | undefined,
): TraitRow['opinion'] => {
  const ratedAt = rated?.ratedAt ?? null;
  if (rated?.rating && ratedAt !== null && ratedAt >= (answered?.at ?? 0)) return moods[rated.rating];
  return answered?.nps ? moods[answered.nps] : null;
};

/** The row of a contact, of all their visitors together. */
export const traitsOf = (known: Known): Omit<TraitRow, 'visitorId'> => {
  const { conversations, traits } = known;
  const rated = newest(
    conversations.filter(({ rating }) => rating !== null),
    ({ ratedAt }) => ratedAt ?? 0,
  );
  const answered = newest(
    traits.filter(({ nps }) => nps !== undefined),
    ({ at }) => at,
  );
  const open = conversations.filter(({ status }) => status === 'open');
  const waiting = open.filter(({ waitingFor }) => waitingFor === 'staff');
  const begun = conversations.map(({ createdAt }) => createdAt).sort((one, other) => other - one);
  return {
    siteId: known.siteId,
    contactId: known.contactId,
    language: known.language,
    lastAt: Math.max(
      known.createdAt,
      ...conversations.map(({ visitorSeenAt, ratedAt }) => Math.max(visitorSeenAt ?? 0, ratedAt ?? 0)),
      ...traits.map(({ at }) => at),
    ),
    open: open.length,
    waitingSince: waiting.length ? Math.min(...waiting.map(({ lastMessageAt }) => lastMessageAt)) : null,
    conversations: conversations.length,
    secondLastAt: begun[1] ?? null,
    rating: rated?.rating ?? null,
    ratedAt: rated?.ratedAt ?? null,
    nps: answered?.nps ?? null,
    opinion: opinionOf(rated, answered),
    calls: traits.reduce((sum, { calls = 0 }) => sum + calls, 0),
    stageId: known.stageId,
    addressHash: known.addressHash,
    noCalls: known.noCalls,
    noMails: known.noMails,
  };
};

const [hour, day] = [3_600_000, 24 * 3_600_000];

/** A contact's fields by name, as the tests of rules take them; unknown ones are absent. */
export const knownOf = (
  row: TraitRow,
  attributes: Readonly<Record<string, string>>,
  now: number,
): Record<string, string> => {
  const since = (at: number | null, unit: number): string | null =>
    at === null ? null : String(Math.floor((now - at) / unit));
  const known = {
    silentDays: since(row.lastAt, day),
    open: String(row.open),
    waitingHours: since(row.waitingSince, hour),
    conversations: String(row.conversations),
    secondLastDays: since(row.secondLastAt, day),
    ratedDays: since(row.ratedAt, day),
    calls: String(row.calls),
    stage: row.stageId,
    language: row.language,
    rating: row.rating,
    nps: row.nps,
    opinion: row.opinion,
    ...attributes,
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== null),
  );
};
