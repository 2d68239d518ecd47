import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { ServerContext } from './core/feature.ts';
import { sendCached } from './core/http/cache/cachedResponse.ts';
import { alwaysHeaders } from './core/http/securityHeaders.ts';
import { cacheRequestOf, findCached } from './core/http/cache/lookup.ts';
import { watchLogs } from './core/events/watch.ts';
import { watchPresence } from './core/people/staff/presence.ts';
import { runJobs } from './core/jobs/jobs.ts';
import { watchMailbox } from './core/mail/incoming/mailbox.ts';
import { watchJobs } from './core/jobs/runner.ts';

/** Time that requests in flight get after a stop was asked for, milliseconds. */
const drainTime = 8_000;

export interface Serving {
  /** The port that was taken: the one asked for, or a free one for 0. */
  port: number;
  server: Server;
  /** Stops taking requests, tells streams to come back, answers what is in flight, closes the database. */
  stop(): Promise<void>;
}

/** Finds a port that nobody listens on. */
export const findFreePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Puts a context on the network. @throws Error with code EADDRINUSE when the port is taken */
export const serve = async (ctx: ServerContext): Promise<Serving> => {
  const app = createApp(ctx);
  const route = getRequestListener(app.fetch);
  const always = Object.entries(alwaysHeaders(ctx.config.publicUrl));
  const server = createServer(
    {
      // Slow headers end here, and connections that say nothing. Bodies have time limits of their own (core/http/body.ts,
      // core/content/attachments/store.ts), the longest of them five minutes: this one is for whoever reads none.
      headersTimeout: 15_000,
      requestTimeout: 310_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      connectionsCheckingInterval: 5_000,
    },
    (incoming, outgoing) => {
      for (const [name, value] of always) outgoing.setHeader(name, value);
      const asked = incoming.method === 'GET' ? cacheRequestOf(incoming) : null;
      const answer = asked && findCached(ctx, asked);
      if (answer) sendCached(outgoing, asked.read, answer);
      else void route(incoming, outgoing);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ctx.config.port, ctx.config.host, () => resolve());
  });
  const stopWatching = watchLogs(ctx);
  const stopHousekeeping = runJobs(ctx);
  const stopJobs = watchJobs(ctx);
  void ctx.search.warm();
  const stopPresence = watchPresence(ctx);
  const stopMailbox = watchMailbox(ctx);
  const stopFeatures = ctx.features.flatMap((feature) => feature.watch?.(ctx) ?? []);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopWatching();
    stopHousekeeping();
    const jobsEnded = stopJobs();
    stopPresence();
    const mailboxLeft = stopMailbox();
    const featuresEnded = stopFeatures.map((end) => end());
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    ctx.live.stop();
    // A connection that is kept alive becomes idle with its last answer, which may be a moment from now.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), drainTime);
    await closed;
    clearInterval(idle);
    clearTimeout(deadline);
    // A mail server that does not answer holds up no stop: what was under way is claimed again.
    await Promise.race([Promise.all([jobsEnded, mailboxLeft, ...featuresEnded]), ctx.clock.sleep(1_000)]);
    await ctx.close();
  };
  return {
    port: (server.address() as AddressInfo).port,
    server,
    stop: () => (stopping ??= stop()),
  };
};
