/*
 * `npm run dev`: one process that builds on save and serves what was built. Widget, inbox and pages reload in the
 * browser; server code is taken in without dropping the port. What is served is what production serves.
 */
import { cpSync, existsSync, rmSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { build } from 'vite';
import { stampFile } from './stamp.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
// What is built from here on may be half a thought: `npm start` builds anew.
rmSync(stampFile, { force: true });

/** Open pages that wait to be told to reload. */
const pages = new Set();
let reloadTimer;
const reload = () => {
  clearTimeout(reloadTimer);
  reloadTimer = setTimeout(() => {
    for (const page of pages) page.write('data: reload\n\n');
  }, 50);
};

/** Builds now and on each save; resolves after the first build. */
const watchBuild = (mode, onBuilt) =>
  new Promise((resolve, reject) => {
    build({ mode, logLevel: 'warn', build: { watch: {} } }).then((watcher) => {
      watcher.on('event', (event) => {
        if (event.code === 'ERROR') console.error(event.error?.message ?? event.error);
        if (event.code !== 'END') return;
        Promise.resolve(onBuilt()).then(resolve, (error) => console.error(error));
      });
    }, reject);
  });

let current;
let generation = 0;
const takeServer = async () => {
  cpSync('server/migrations', 'dist/server/migrations', { recursive: true });
  const url = pathToFileURL(`${root}dist/server/app.js`);
  const built = await import(`${url.href}?build=${++generation}`);
  const config = built.readConfig();
  const old = current;
  // The old one lets go of the database first: two writers of one file would wait for each other.
  current = undefined;
  await old?.close();
  const ctx = await built.createContext(
    { ...config, logLevel: 'warn' },
    {
      widget: `${root}dist/widget`,
      demoSite: `${root}demo-site`,
      migrations: `${root}dist/server/migrations`,
    },
    {
      workers: {
        markdown: new URL('./markdown-worker.js', url),
        search: new URL('./search-worker.js', url),
      },
    },
  );
  const login = await built.seedDemo(ctx);
  current = {
    close: () => ctx.close(),
    listener: getRequestListener(built.createApp(ctx).fetch),
    config,
    login,
  };
  reload();
};

const script = "new EventSource('/dev/reload').onmessage=()=>location.reload()";

const server = createServer((request, response) => {
  if (request.url === '/dev/reload') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
    return;
  }
  if (request.url === '/dev/reload.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    return;
  }
  if (!current) {
    response.writeHead(503, { 'retry-after': '1' }).end('Building …');
    return;
  }
  // Pages ask to be reloaded; everything else is as in production.
  const write = response.end.bind(response);
  response.end = (chunk, ...rest) => {
    if (
      chunk &&
      String(response.getHeader('content-type') ?? '').startsWith('text/html') &&
      !response.getHeader('content-encoding')
    ) {
      const text = Buffer.from(chunk)
        .toString('utf8')
        .replace('</body>', '<script src="/dev/reload.js"></script></body>');
      return write(text, ...rest);
    }
    return write(chunk, ...rest);
  };
  const head = response.writeHead.bind(response);
  response.writeHead = (status, headers, ...rest) => {
    if (headers && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (String(response.getHeader('content-type') ?? '').startsWith('text/html'))
        response.removeHeader('content-length');
      return head(status, ...rest);
    }
    return head(status, headers, ...rest);
  };
  request.headers['accept-encoding'] = 'identity';
  current.listener(request, response);
});

await watchBuild('panel', async () => {
  await build({ mode: 'script', logLevel: 'warn' });
  for (const mode of ['comments', 'counts']) await build({ mode, logLevel: 'warn' });
  await build({ mode: 'loader', logLevel: 'warn' });
  if (current) await takeServer();
});
await watchBuild('inbox', async () => {
  if (current) await takeServer();
});
await watchBuild('server', takeServer);
let loaderTimer;
watch('widget/loader', { recursive: true }, () => {
  clearTimeout(loaderTimer);
  loaderTimer = setTimeout(() => void build({ mode: 'loader', logLevel: 'warn' }).then(takeServer), 100);
});
if (existsSync('demo-site')) watch('demo-site', { recursive: true }, () => void takeServer());

server.listen(current.config.port, current.config.host, () => {
  const { login, config } = current;
  console.log(
    `\n  Demo site   ${config.publicUrl}/demo/\n  Inbox       ${config.publicUrl}/inbox\n  Log in as   ${login?.email} with ${login?.password}\n`,
  );
});
