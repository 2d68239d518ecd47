import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { Gauge } from 'prom-client';
import type { Context } from '../../context.ts';
import { sameSecret } from '../people/secrets.ts';

/** Bytes of SQLite's write-ahead log: it grows while somebody reads for long, and that should be seen. */
const watchLog = (ctx: Context): void => {
  if (ctx.database.dialect !== 'sqlite') return;
  const file = join(ctx.config.dataDirectory, 'foyer.sqlite-wal');
  new Gauge({
    name: 'foyer_sqlite_log_bytes',
    help: 'Size of the write-ahead log.',
    registers: [ctx.metrics.registry],
    collect() {
      this.set(statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    },
  });
};

/** An address of documentation (RFC 5737): whose word for it is believed, is a trusted proxy. */
const nobody = '203.0.113.77';

/** Routes for those who run it: is it alive, can it work, what does it count. */
export const mountOperations = (app: Hono, ctx: Context): void => {
  watchLog(ctx);
  app.get('/healthz', (hono) => hono.text('ok', 200, { 'cache-control': 'no-store' }));

  // For `foyer doctor`, which comes by the public address: whether a proxy says whom it forwards, and is believed.
  app.get('/healthz/caller', (hono) => {
    const forwardedFor = hono.req.header('x-forwarded-for');
    const { incoming } = (hono.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
    const peer = incoming?.socket?.remoteAddress;
    return hono.json(
      {
        forwarded: forwardedFor !== undefined,
        believed:
          forwardedFor !== undefined && ctx.readAddress(peer, nobody) !== ctx.readAddress(peer, undefined),
      },
      200,
      { 'cache-control': 'no-store' },
    );
  });

  app.get('/readyz', async (hono) => {
    try {
      await ctx.database.ping();
      return hono.text('ready', 200, { 'cache-control': 'no-store' });
    } catch (err) {
      ctx.log.error({ err }, 'not ready');
      return hono.text('the database does not answer', 503, {
        'cache-control': 'no-store',
        'retry-after': '5',
      });
    }
  });

  app.get('/metrics', async (hono) => {
    const presented = /^Bearer (.+)$/.exec(hono.req.header('authorization') ?? '')?.[1] ?? '';
    // Behind a proxy on the same machine everybody comes from loopback, and not every proxy says that it forwards: where
    // a request comes from proves nothing.
    const allowed = ctx.config.metricsToken !== undefined && sameSecret(presented, ctx.config.metricsToken);
    if (!allowed) return hono.text('not found', 404);
    return hono.text(await ctx.metrics.registry.metrics(), 200, {
      'content-type': ctx.metrics.registry.contentType,
      'cache-control': 'no-store',
    });
  });
};
