import Sqlite from 'better-sqlite3';
import { newId } from '../../shared/core/ids.ts';
import { foldText } from '../../server/core/search/foldText.ts';
import { seededRandom } from './suggest/statistics.ts';

/*
 * A site that has been busy for years: conversations of which a tenth is open, messages with words as they are spread in
 * a language (Zipf: the n-th word one n-th as often as the first), a few labels, a few people.
 */

const words = Array.from({ length: 20_000 }, (_, index) => {
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  let text = '';
  for (let rest = index + 26; rest > 0; rest = Math.floor(rest / 26)) text += letters[rest % 26];
  return text.length < 3 ? `${text}er` : text;
});
const givenNames = 'Ania Ben Carla Dmitri Elif Farid Greta Hana Ivo Jonas Kira Lena Milo Nora Omar Pia'.split(
  ' ',
);

export interface Filled {
  labels: string[];
  people: string[];
  /** A common, a middling and a rare word, as they stand in messages. */
  words: { common: string; middling: string; rare: string };
}

/**
 * Fills the SQLite file of a server that is stopped. The triggers of the schema do their part.
 * @param conversations of ten messages each
 */
export const fillInbox = (file: string, conversations: number): Filled => {
  const client = new Sqlite(file);
  client.function('foyer_folded', { deterministic: true }, (text: unknown) =>
    foldText(String(text ?? '')).join(' '),
  );
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = OFF');
  client.pragma('cache_size = -262144');
  const random = seededRandom(7);
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? words[0]!;
  const sentence = (length: number): string => Array.from({ length }, word).join(' ');
  const site = (client.prepare('select id from sites').get() as { id: string }).id;
  const me = (client.prepare('select id from staff').get() as { id: string }).id;
  const now = Date.now();
  const start = now - 700 * 24 * 3_600_000;
  const people = [me, ...Array.from({ length: 19 }, () => newId())];
  const labels = Array.from({ length: 12 }, () => newId());

  const insertVisitor = client.prepare(
    'insert into visitors (site_id, id, name, email, email_signed, language, created_at, seen_at) values (?, ?, ?, ?, 0, ?, ?, ?)',
  );
  const insertConversation = client.prepare(
    `insert into conversations (site_id, id, kind, visitor_id, subject, status, waiting_for, assignee_id, language, visibility,
      held, preview, last_seq, last_message_at, visitor_seen, staff_seen, promise_at, fingerprint, created_at, priority, snoozed_until)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'en', 'private', ?, ?, ?, ?, ?, ?, ?, '', ?, 'normal', ?)`,
  );
  const insertMessage = client.prepare(
    `insert into messages (site_id, conversation_id, seq, id, author_kind, author_id, visibility, body, rich, at)
     values (?, ?, ?, ?, ?, ?, 'public', ?, ?, ?)`,
  );
  const refresh = client.prepare('insert into message_refresh (site_id, message_id) values (?, ?)');
  const label = client.prepare(
    'insert into conversation_labels (site_id, conversation_id, label_id, held, status, promise_at, last_message_at) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const mention = client.prepare(
    'insert into mentions (site_id, staff_id, conversation_id, at, seen) values (?, ?, ?, ?, ?)',
  );
  for (const [place, id] of labels.entries())
    client
      .prepare('insert into labels (site_id, id, name, colour, created_at) values (?, ?, ?, ?, ?)')
      .run(site, id, `label ${place}`, 'teal', now);
  for (const [place, id] of people.slice(1).entries())
    client
      .prepare('insert into staff (id, email, name, password_hash, created_at) values (?, ?, ?, ?, ?)')
      .run(id, `p${place}@bench.example`, `Person ${place}`, 'x', now);

  let seq = 1;
  const many = client.transaction((from: number, to: number) => {
    for (let count = from; count < to; count++) {
      const at = start + Math.floor(((now - start) * count) / conversations);
      const id = newId(at);
      const visitor = newId(at);
      const name = `${givenNames[Math.floor(random() * 16)]} ${word()}`;
      insertVisitor.run(site, visitor, name, `v${count}@mail.example`, 'en', at, at);
      const share = random();
      const status = share < 0.1 ? 'open' : share < 0.12 ? 'snoozed' : 'closed';
      const held = share > 0.999 ? 1 : 0;
      const waits = status === 'open' && random() < 0.5;
      const assignee = random() < 0.3 ? null : people[Math.floor(random() * people.length)]!;
      const promiseAt = waits ? now + Math.floor((random() - 0.1) * 48 * 3_600_000) : null;
      const last = at + 9 * 60_000;
      insertConversation.run(
        site,
        id,
        random() < 0.5 ? 'ask' : 'chat',
        visitor,
        sentence(6),
        held ? 'open' : status,
        waits ? 'staff' : 'visitor',
        assignee,
        held,
        sentence(12),
        seq + 9,
        last,
        seq + 9,
        waits ? seq : seq + 9,
        promiseAt,
        at,
        status === 'snoozed' ? now + 3_600_000 : null,
      );
      for (let message = 0; message < 10; message++) {
        const body = sentence(14);
        const byVisitor = message % 2 === 0;
        const messageId = message === 0 ? id : newId(at + message);
        insertMessage.run(
          site,
          id,
          seq++,
          messageId,
          byVisitor ? 'visitor' : 'staff',
          byVisitor ? visitor : people[message % people.length]!,
          body,
          JSON.stringify([{ tag: 'p', children: [body] }]),
          at + message * 60_000,
        );
        refresh.run(site, messageId);
      }
      if (random() < 0.3)
        label.run(
          site,
          id,
          labels[Math.floor(12 ** random()) - 1] ?? labels[0],
          held,
          held ? 'open' : status,
          promiseAt,
          last,
        );
      if (random() < 0.02) mention.run(site, me, id, last, random() < 0.8 ? 1 : 0);
    }
  });
  for (let from = 0; from < conversations; from += 2_000) many(from, Math.min(conversations, from + 2_000));
  client.prepare('update logs set head = ?, oldest = ? where site_id = ?').run(seq, seq, site);
  client
    .prepare(
      "insert into cursors (site_id, reader, seq) values (?, 'jobs', ?) on conflict do update set seq = excluded.seq",
    )
    .run(site, seq);
  client.pragma('wal_checkpoint(TRUNCATE)');
  client.close();
  return { labels, people, words: { common: words[1]!, middling: words[300]!, rare: words[12_000]! } };
};
