import type Sqlite from 'better-sqlite3';
import type { FactKind } from '../../shared/core/facts/kinds.ts';

/** Numbers that look random and are the same every time (Marsaglia's xorshift). */
export const randomsFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

const hour = 3_600_000;

/** The share of each kind among a hundred facts of a busy month. */
const mix: readonly (readonly [FactKind, number])[] = [
  ['message.in', 26],
  ['message.out', 22],
  ['conversation.opened', 10],
  ['reply.first', 9],
  ['conversation.closed', 9],
  ['conversation.assigned', 6],
  ['promise.kept', 6],
  ['promise.broken', 1],
  ['promise.moved', 1],
  ['conversation.reopened', 1],
  ['suggestion.shown', 3],
  ['suggestion.opened', 2],
  ['suggestion.solved', 1],
  ['search.vain', 1],
  ['nps.answered', 1],
  ['rating.given', 1],
];
const kinds = mix.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

const states: Partial<Record<FactKind, string>> = {
  'conversation.opened': 'open',
  'conversation.reopened': 'open',
  'conversation.closed': 'closed',
};

const idOf = (number: number): string => `01j0000000000000000${String(number).padStart(7, '0')}`;

export interface MadeFacts {
  siteId: string;
  count: number;
  from: number;
  until: number;
  staff: readonly string[];
  teams: readonly string[];
  /** Seconds that a first reply takes in the middle. */
  replyTakes?: number;
}

/** Puts facts into an SQLite file, in the order of their times: mostly by day, four in ten to who is there the most. */
export const insertMadeFacts = (
  client: Sqlite.Database,
  { siteId, count, from, until, staff, teams, replyTakes = 1_500 }: MadeFacts,
): void => {
  const random = randomsFrom(42 + count);
  const pick = <One>(list: readonly One[]): One | null =>
    list[Math.floor(random() ** 1.6 * list.length)] ?? null;
  const head = client.prepare('select head from fact_heads where site_id = ?').pluck().get(siteId) ?? 0;
  const insert = client.prepare(
    'insert into facts (site_id, place, kind, at, subject_id, channel, staff_id, team_id, language, value, clock, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertAll = client.transaction((first: number, last: number) => {
    for (let index = first; index < last; index++) {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'message.in';
      const day = Math.floor((index / count) * ((until - from) / (24 * hour)));
      const isWeekend = (new Date(from + day * 24 * hour).getUTCDay() + 6) % 7 > 4;
      const bell = (random() + random() + random()) / 3;
      const at = Math.floor(
        from + day * 24 * hour + (isWeekend && random() < 0.6 ? random() : bell) * 24 * hour,
      );
      const took = Math.floor(-Math.log(1 - random()) * replyTakes * 1_000 * 1.44);
      const isOfStaff = !/message\.in|opened|suggestion|search|nps/.test(kind);
      const score = random() < 0.6 ? 9 + Math.floor(random() * 2) : Math.floor(random() * 9);
      const value =
        kind === 'nps.answered' ? score : kind === 'rating.given' ? (random() < 0.8 ? 1 : -1) : took;
      insert.run(
        siteId,
        Number(head) + index + 1,
        kind,
        Math.min(at, until - 1),
        idOf(Math.floor(index / 10)),
        /suggestion|search|nps/.test(kind) ? 'ask' : pick(['chat', 'ask', 'callback']),
        isOfStaff ? pick(staff) : null,
        isOfStaff ? pick(teams) : null,
        pick(['en', 'de', 'ar']),
        value,
        took * 3,
        states[kind] ?? null,
      );
    }
  });
  const step = 20_000;
  for (let first = 0; first < count; first += step) insertAll(first, Math.min(count, first + step));
  client
    .prepare(
      'insert into fact_heads (site_id, head) values (?, ?) on conflict (site_id) do update set head = excluded.head',
    )
    .run(siteId, Number(head) + count);
};
