/*
 * The ceiling of streams: Hono, and frames written to the response itself (`raw`), or through Hono's streamSSE (`hono`).
 * A stream is known by a name; what is posted to a name goes to its stream. Nothing is kept, nobody is checked.
 */
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { reportUsage } from './usage.mjs';

const raw = process.argv[2] === 'raw';
const app = new Hono();
const streams = new Map();
let id = 0;

app.get('/stream/:name', (hono) => {
  const name = hono.req.param('name');
  if (raw) {
    const { outgoing } = hono.env;
    outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    outgoing.write('id: 0\ndata: {"kind":"hello"}\n\n');
    const write = (frame) => outgoing.write(frame);
    streams.set(name, write);
    outgoing.on('close', () => streams.get(name) === write && streams.delete(name));
    return RESPONSE_ALREADY_SENT;
  }
  return streamSSE(hono, async (stream) => {
    await stream.writeSSE({ id: '0', data: '{"kind":"hello"}' });
    const write = (_frame, place, data) => stream.writeSSE({ id: `${place}`, data });
    streams.set(name, write);
    await new Promise((resolve) => stream.onAbort(resolve));
    if (streams.get(name) === write) streams.delete(name);
  });
});
app.post('/say/:name', async (hono) => {
  const body = await hono.req.json();
  const data = JSON.stringify({ kind: 'message.added', data: { message: body } });
  const place = ++id;
  streams.get(hono.req.param('name'))?.(`id: ${place}\ndata: ${data}\n\n`, place, data);
  return hono.json({ message: body });
});

reportUsage();
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`port ${port}`));
