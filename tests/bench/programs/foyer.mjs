/* The built server for benchmarks: real in everything but the rates, because a load generator is one address; `RATES=1` for real ones. Prints its port. */
import { performance } from 'node:perf_hooks';
import { reportUsage } from './usage.mjs';
import { fileURLToPath } from 'node:url';
import {
  createContext,
  createLimiter,
  createSite,
  createStaff,
  readConfig,
  seedDemo,
  serve,
  serverFeatures,
} from '../../../dist/server/app.js';

const near = (path) => fileURLToPath(new URL(path, import.meta.url));
const {
  PORT = '0',
  PUBLIC_URL = 'http://127.0.0.1',
  DATA_DIR,
  DATABASE_URL,
  RATES = '1e9',
  SPEED = '1',
} = process.env;
const { SMTP_URL, REPLY_ADDRESS, INBOUND_TOKEN, IMAP_URL, MAIL_CHECKS, TRUST_PROXY, PRIVATE_HOSTS } =
  process.env;
const mail = { SMTP_URL, REPLY_ADDRESS, INBOUND_TOKEN, IMAP_URL, MAIL_CHECKS };
const config = readConfig({
  PORT,
  PUBLIC_URL,
  DATA_DIR,
  DATABASE_URL,
  ...mail,
  TRUST_PROXY,
  PRIVATE_HOSTS,
  LOG_LEVEL: 'warn',
});
// Retries over days take minutes where time runs faster; it goes on where a killed process left it.
const timeBegan = Date.UTC(2026, 0, 1);
const clock = {
  now: () => (SPEED === '1' ? Date.now() : timeBegan + (Date.now() - timeBegan) * Number(SPEED)),
  monotonic: () => performance.now(),
  sleep: (time) => new Promise((resolve) => setTimeout(resolve, time)),
};
const dist = new URL('../../../dist/', import.meta.url);
const ctx = await createContext(
  config,
  {
    widget: near('../../../dist/widget'),
    demoSite: near('../../../dist/demo-site'),
    migrations: near('../../../dist/server/migrations'),
  },
  {
    ...(SPEED !== '1' && { clock }),
    limiter: createLimiter(clock, Number(RATES)),
    // One machine stands for thousands of visitors.
    ...(process.argv.includes('--streams') && {
      liveCaps: { perVisitor: 3, perAddress: 50_000, perSite: 50_000 },
    }),
    workers: {
      markdown: new URL('server/markdown-worker.js', dist),
      search: new URL('server/search-worker.js', dist),
      images: new URL('server/image-process.js', dist),
      mail: new URL('server/mail-worker.js', dist),
      masking: new URL('server/mask-worker.js', dist),
    },
  },
  // What one of them costs is the difference to a server without it.
  process.argv.includes('--without-facts')
    ? serverFeatures.map(({ recorders: _, ...feature }) => feature)
    : serverFeatures,
);
if (process.argv.includes('--demo')) await seedDemo(ctx);
else if (await createSite(ctx, { key: 'bench', name: 'Bench', origins: [] })) {
  const site = await ctx.sites.byKey('bench');
  await createStaff(ctx, {
    site: site.id,
    email: 'bench@foyer.example',
    name: 'Bench',
    password: 'a long password',
    role: 'owner',
  });
}
// Colleagues who log in: each may only so often.
if (process.argv.includes('--colleagues')) {
  const site = await ctx.sites.byKey('bench');
  for (let index = 0; index < 40; index++)
    await createStaff(ctx, {
      site: site.id,
      email: `colleague${index}@foyer.example`,
      name: `Colleague ${index}`,
      password: 'a long password',
      role: 'agent',
    });
}
// A site on which nobody listens, to tell writing from delivering.
if (process.argv.includes('--streams')) await createSite(ctx, { key: 'quiet', name: 'Quiet', origins: [] });
const serving = await serve(ctx);
reportUsage();
console.log(`port ${serving.port}`);
if (process.argv.includes('--memory'))
  setInterval(() => {
    const { heapTotal, heapUsed, external } = process.memoryUsage();
    console.log(`memory ${JSON.stringify({ heap: heapTotal, 'used of it': heapUsed, buffers: external })}`);
  }, 250).unref();
process.on('SIGTERM', () => serving.stop().then(() => process.exit(0)));
