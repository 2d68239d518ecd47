import fc from 'fast-check';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { ConversationState } from '../../server/core/facts/tables.ts';
import type { NewFact } from '../../server/core/facts/types.ts';
import { insertFacts } from '../../server/core/facts/writes.ts';
import { openedByFact } from '../../server/reports/dayFacts.ts';
import { packTimes, unpackTimes } from '../../server/reports/dayTimes.ts';
import { countAnew, rollUp } from '../../server/reports/rollUp.ts';
import { reportDays } from '../../server/reports/tables.ts';
import { factKinds } from '../../shared/core/facts/kinds.ts';
import { newId } from '../../shared/core/ids.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { openTestDatabase } from '../helpers/server.ts';
import { testClock } from '../helpers/clock.ts';

const database = await openTestDatabase(testClock());
const ctx = { database };

/** Clocks are put forward and back there on these days of 2026, by an hour and by half of one; and never. */
const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];

const at = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -30 * 60, max: 54 * 60 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * 60_000 + 1),
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
);

const fact: fc.Arbitrary<NewFact> = fc.record({
  kind: fc.constantFrom(...factKinds),
  at,
  channel: fc.constantFrom('chat', 'ask', null),
  teamId: fc.constantFrom('t1', null),
  staffId: fc.constantFrom('s1', 's2', null),
  value: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 9e6 })),
  clock: fc.integer({ min: 0, max: 9e7 }),
  state: fc.constant<ConversationState | null>(null),
});

const daysOf = (siteId: string) =>
  database.read
    .select({ day: reportDays.day, opened: reportDays.opened, counted: reportDays.counted })
    .from(reportDays)
    .where(eq(reportDays.siteId, siteId))
    .orderBy(asc(reportDays.day));

const isTimed = (kind: string): boolean => ['reply.first', 'conversation.closed'].includes(kind);

test('days are the same counted as facts come and counted anew, and what the clock on the wall says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      fc.array(fc.array(fact, { maxLength: 30 }), { maxLength: 5 }),
      async (zone, batches) => {
        const id = newId();
        const defaults = defaultSettings();
        const site = { id, settings: { ...defaults, hours: { ...defaults.hours, zone } } };
        for (const batch of batches) {
          await database.write((tx) => insertFacts(tx, id, batch));
          await rollUp(ctx, site);
        }
        const days = await daysOf(id);
        await countAnew(ctx, id, zone);
        await rollUp(ctx, site);
        expect(await daysOf(id)).toEqual(days);

        // Counted by the clock of another library.
        const wall = new Intl.DateTimeFormat('sv', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        const told = new Map<string, number>();
        let open = 0;
        for (const one of batches.flat()) {
          const [day, time = ''] = wall.format(one.at).split(' ');
          const add = (key: string) => told.set(key, (told.get(key) ?? 0) + 1);
          add(`${day} ${one.kind}`);
          if (one.kind === 'message.in') add(`${day} at ${Number(time.slice(0, 2))}`);
          open += openedByFact(one as never);
        }
        const counted = new Map<string, number>();
        for (const { day, counted: kinds } of days)
          for (const [kind, cell] of Object.entries(kinds)) {
            const name = `${day} ${kind}`;
            counted.set(name, (counted.get(name) ?? 0) + cell.n);
            for (const [hour, n] of (kind === 'message.in' ? (cell.hours ?? []) : []).entries())
              if (n) counted.set(`${day} at ${hour}`, (counted.get(`${day} at ${hour}`) ?? 0) + n);
            const times = cell.times ? unpackTimes(cell.times) : [];
            expect(packTimes(times.toReversed())).toEqual(cell.times ?? packTimes([]));
            expect(times.length).toBe(isTimed(kind) ? cell.n : 0);
          }
        expect(counted).toEqual(told);
        expect(days.reduce((sum, { opened }) => sum + opened, 0)).toBe(open);
      },
    ),
    { numRuns: 60, seed: 3 },
  );
});
