import { readySegments } from '../../shared/contacts/segments/fields.ts';
import type { SegmentRule } from '../../shared/contacts/segments/schema.ts';
import { countMembers } from '../../server/contacts/segments/queries/members.ts';
import { refreshTraits } from '../../server/contacts/segments/refresh.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../server/core/clock.ts';
import { migrate, readMigrations } from '../../server/core/db/migrate.ts';
import { openSqlite } from '../../server/core/db/sqlite.ts';
import { newId } from '../../shared/core/ids.ts';
import { startTestServer } from '../helpers/server.ts';
import { closeGoals, judge } from './goals.ts';

/*
 * How long a segment's count takes over many contacts on SQLite: the ready-made ones, and rules of attributes. The
 * contacts have conversations and ratings, and the table that segments read is built of them, which is timed, too.
 * Usage: npm run bench:segments -- [contacts]
 */

const count = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'foyer-segments-'));
const migrations = fileURLToPath(new URL('../../server/migrations', import.meta.url));
const database = openSqlite(join(folder, 'foyer.sqlite'), systemClock);
await migrate(database, readMigrations(migrations, 'sqlite'), async () => {});
const server = await startTestServer({ overrides: { database } });
const attribute = newId();

const insertContacts = (siteId: string, now: number): void => {
  const day = 24 * 3_600_000;
  const { client } = database;
  const visitor = client.prepare(
    'insert into visitors (site_id, id, name, email_signed, language, created_at, seen_at) values (?, ?, ?, 0, ?, ?, ?)',
  );
  const conversation = client.prepare(
    `insert into conversations (site_id, id, kind, visitor_id, subject, status, waiting_for, language, visibility, held,
       preview, last_seq, last_message_at, visitor_seen, staff_seen, visitor_seen_at, fingerprint, created_at, rating, rated_at)
     values (?, ?, 'chat', ?, 'Hello', ?, ?, 'en', 'private', 0, '', 1, ?, 1, 1, ?, '', ?, ?, ?)`,
  );
  const value = client.prepare(
    "insert into contact_values (site_id, visitor_id, attribute_id, value, staff_id, at) values (?, ?, ?, ?, '', ?)",
  );
  client.transaction(() => {
    for (let place = 0; place < count; place++) {
      const id = newId();
      const at = now - ((place * 7_919) % 365) * day;
      visitor.run(siteId, id, `Person ${place}`, place % 5 ? 'en' : 'de', at, at);
      const [isOpen, isRated] = [place % 9 === 0, place % 4 === 0];
      conversation.run(
        siteId,
        newId(),
        id,
        isOpen ? 'open' : 'closed',
        isOpen && place % 2 ? 'staff' : 'visitor',
        at,
        at,
        at,
        isRated ? (['good', 'okay', 'bad'] as const)[place % 3] : null,
        isRated ? at : null,
      );
      if (place % 3 === 0) value.run(siteId, id, attribute, String(place % 1_000), now);
    }
  })();
};

try {
  const { ctx, site } = server;
  insertContacts(site.id, ctx.clock.now());
  const start = performance.now();
  await refreshTraits(ctx, site.id);
  console.log(`${count} contacts: built in ${((performance.now() - start) / 1_000).toFixed(1)} s, once`);
  const rules: [string, SegmentRule][] = [
    ...readySegments.map(({ key, ...rule }): [string, SegmentRule] => [key, rule]),
    [
      'attribute',
      { purpose: 'call', conditions: [{ name: `attribute.${attribute}`, how: 'above', value: '500' }] },
    ],
    [
      'without attribute',
      { purpose: 'mail', conditions: [{ name: `attribute.${attribute}`, how: 'unknown', value: '' }] },
    ],
  ];
  for (const [name, rule] of rules) {
    const taken: number[] = [];
    let found = 0;
    for (let round = 0; round < 40; round++) {
      const before = performance.now();
      found = await countMembers(ctx, site.id, rule);
      taken.push(performance.now() - before);
    }
    const p95 = taken.sort((one, other) => one - other)[37] ?? 0;
    console.log(
      `${name}: ${found} fit, p95 ${p95.toFixed(1)} ms; ${judge(name, p95, { atMost: 200, noise: 0.1, unit: ' ms' })}`,
    );
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
