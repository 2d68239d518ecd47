/* The ceiling: Hono and better-sqlite3 with nothing around them. Sends given bytes; stores a message with one commit a request. */
import { serve } from '@hono/node-server';
import Sqlite from 'better-sqlite3';
import { Hono } from 'hono';

const app = new Hono();
let page = '';
let json = '';
app.put('/page', async (hono) => hono.text(String((page = await hono.req.text()).length)));
app.put('/json', async (hono) => hono.text(String((json = await hono.req.text()).length)));
app.get('/page', (hono) => hono.html(page));
app.get('/json', (hono) => hono.body(json, 200, { 'content-type': 'application/json' }));

const database = new Sqlite(`${process.env.DATA_DIR}/bare.sqlite`);
database.pragma('journal_mode = WAL');
database.pragma(`synchronous = ${process.env.SYNCHRONOUS ?? 'FULL'}`);
database.exec('create table if not exists messages (id text primary key, body text, at integer)');
const insert = database.prepare('insert or ignore into messages values (?, ?, ?)');
app.post('/messages', async (hono) => {
  const { id, body } = await hono.req.json();
  insert.run(id, body, Date.now());
  return hono.json({ message: { id, body } });
});

/* The same with one commit for all that arrived in a turn of the event loop. */
let waiting = [];
const flush = () => {
  const batch = waiting;
  waiting = [];
  database.exec('BEGIN IMMEDIATE');
  for (const { id, body } of batch) insert.run(id, body, Date.now());
  database.exec('COMMIT');
  for (const { resolve } of batch) resolve();
};
app.post('/grouped', async (hono) => {
  const { id, body } = await hono.req.json();
  await new Promise((resolve) => {
    if (waiting.push({ id, body, resolve }) === 1) setImmediate(flush);
  });
  return hono.json({ message: { id, body } });
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`port ${port}`));
