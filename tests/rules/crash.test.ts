import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { listRuns } from '../../server/rules/queries.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { postMessage } from '../../shared/core/conversations/routes.ts';
import { getInboxThread, postStaffMessage } from '../../shared/inbox/routes.ts';
import * as contract from '../../shared/rules/routes.ts';
import { mortal } from '../helpers/mortal.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
let life: Awaited<ReturnType<typeof mortal>>;
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  life = await mortal();
  server = await startTestServer({
    overrides: { clock: life.clock, database: life.database },
    settings: { assignment: { mode: 'off', acceptSeconds: 60, teams: {} } },
  });
  const owner = { site: server.site.id, email: 'olga@shop.test', name: 'Olga', password } as const;
  await createStaff(server.ctx, { ...owner, role: 'owner' });
  cookie = await server.logIn(owner.email);
});
afterAll(() => server.close());

interface Written {
  on: 'opened' | 'message' | 'reply';
  word: string | null;
  isOn: boolean;
  stops: boolean;
}

const written: fc.Arbitrary<Written> = fc.record({
  on: fc.constantFrom('opened' as const, 'message' as const, 'reply' as const),
  word: fc.constantFrom(null, 'red', 'blue'),
  isOn: fc.boolean(),
  stops: fc.boolean(),
});
const said = fc.record({
  by: fc.constantFrom('visitor', 'staff'),
  word: fc.constantFrom('red', 'blue', 'grey'),
});

/** Replaces the site's rules. @returns their ids */
const write = async (rules: readonly Written[]): Promise<string[]> => {
  const { body } = await server.call(contract.listRules, { cookie });
  for (const { id } of body.rules) await server.call(contract.deleteRule, { cookie, path: { rule: id } });
  const ids = rules.map(() => newId());
  for (const [place, { word, ...rule }] of rules.entries())
    await server.call(contract.putRule, {
      cookie,
      path: { rule: ids[place]! },
      body: {
        ...rule,
        name: `Rule ${place}`,
        minutes: null,
        groups: word === null ? [] : [[{ name: 'words', how: 'contains', value: word }]],
        actions: [{ do: 'note', text: 'Seen' }],
      },
    });
  return ids;
};

/** Has the process die after so many writes of its jobs, and another go on. */
const workThrough = async (deaths: readonly number[]): Promise<void> => {
  for (const after of deaths) {
    life.dieAfter(after);
    await runDueJobs(server.ctx).catch(() => {});
    life.revive();
    // What was claimed by the dead is claimed again.
    life.clock.pass(6 * minute);
  }
  await runDueJobs(server.ctx);
};

/** Rules that fire on one message, in their order. */
const expected = (rules: readonly Written[], kinds: readonly string[], text: string): number[] => {
  const places: number[] = [];
  for (const [place, { on, word, isOn, stops }] of rules.entries()) {
    if (!isOn || !kinds.includes(on) || (word !== null && !text.includes(word))) continue;
    places.push(place);
    if (stops) break;
  }
  return places;
};

test('wherever the process dies, each rule is done once for each thing that it fires on, in order, and none is left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(written, { maxLength: 3 }),
      fc.constantFrom('red', 'blue', 'grey'),
      fc.array(said, { maxLength: 5 }),
      fc.array(fc.nat({ max: 14 }), { maxLength: 4 }),
      async (rules, first, messages, deaths) => {
        const ids = await write(rules);
        const secret = newSecret();
        const opened = await server.call(postChat, {
          secret,
          body: { id: newId(), body: first, language: 'en' },
        });
        const conversation = opened.body.conversation.id;
        const wanted = new Map([[conversation, expected(rules, ['opened', 'message'], first)]]);
        for (const { by, word } of messages) {
          const [id, path] = [newId(), { conversation }];
          const sent = await (by === 'visitor'
            ? server.call(postMessage, { secret, path, body: { id, body: word } })
            : server.call(postStaffMessage, {
                cookie,
                path,
                body: { id, body: word, visibility: 'public' },
              }));
          expect(sent.status).toBe(200);
          wanted.set(id, expected(rules, [by === 'visitor' ? 'message' : 'reply'], word));
        }
        await workThrough(deaths);
        const runs = await listRuns(server.ctx, server.site.id, { conversation }, 100);
        for (const [anchor, places] of wanted) {
          const own = runs
            .filter(({ run }) => run.anchor === anchor)
            .sort((one, other) => one.run.position - other.run.position);
          expect(own.map(({ run }) => run.ruleId)).toEqual(places.map((place) => ids[place]));
          expect(own.every(({ run }) => run.state === 'done')).toBe(true);
        }
        const { body } = await server.call(getInboxThread, { cookie, path: { conversation } });
        const notes = body.messages.filter(({ notice }) => notice?.kind === 'rule_note');
        expect(notes).toHaveLength([...wanted.values()].flat().length);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
