import { expect, test } from 'vitest';
import { callbacks } from '../../server/callbacks/tables.ts';
import { seedDemo } from '../../server/seed/seed.ts';
import { startTestServer } from '../helpers/server.ts';

test.each([
  ['in the night in which the clock goes forward', '2026-03-29T01:30:00Z'],
  ['on a Monday, before the first call can be over', '2026-03-30T07:20:00Z'],
  ['on a Friday, after the last call', '2026-10-23T15:50:00Z'],
])(
  'the demo company has calls in the states that a day has, %s',
  async (_, at) => {
    const server = await startTestServer();
    server.clock.set(Date.parse(at));
    await seedDemo(server.ctx);
    const calls = await server.ctx.database.read.select().from(callbacks);
    await server.close();
    expect(calls.map(({ state }) => state).sort()).toEqual([
      'accepted',
      'accepted',
      'due',
      'no_answer',
      'reached',
      'rescheduled',
      'scheduled',
    ]);
    const now = Date.parse(at);
    const isFuture = ['accepted', 'rescheduled', 'scheduled'];
    for (const { state, startsAt } of calls)
      if (state !== 'no_answer') expect(startsAt! > now, state).toBe(isFuture.includes(state));
  },
  60_000,
);
