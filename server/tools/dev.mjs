/*
 * `npm run dev`: builds on save, and serves what production serves. In front of the server stands a small proxy that
 * adds a line to each page, so that open pages reload after a build; behind it the server may restart as often as it
 * likes.
 */
import { cpSync, rmSync, watch } from 'node:fs';
import { createServer, request as sendRequest } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
/** A folder of its own: what `npm start` and the tests use stays whole. */
const out = '.tmp/dev';
process.env['FOYER_OUT'] = out;
rmSync(`${out}/widget`, { recursive: true, force: true });

const { build } = await import('vite');
const { bundles } = await import('./entries.mjs');
const { writeEntryManifest } = await import('./manifest.mjs');
const { copies } = await import('./build.mjs');

/** Open pages that wait to be told to reload. */
const pages = new Set();
const reload = () => {
  for (const page of pages) page.write('data: reload\n\n');
};

let serving;
let generation = 0;
/** Ends the running server and starts the one that was built last. */
const restart = async () => {
  for (const [from, to] of Object.entries(copies)) cpSync(from, `${out}/${to}`, { recursive: true });
  writeEntryManifest(`${out}/widget`);
  const url = pathToFileURL(`${root}${out}/server/app.js`);
  const built = await import(`${url.href}?build=${++generation}`);
  const old = serving;
  serving = undefined;
  // The old one lets go of the database first: two writers of one file would wait for each other.
  await old?.stop();
  const config = built.readConfig();
  const ctx = await built.createContext(
    { ...config, port: 0, host: '127.0.0.1', logLevel: 'warn' },
    {
      widget: `${root}${out}/widget`,
      demoSite: `${root}${out}/demo-site`,
      migrations: `${root}${out}/server/migrations`,
    },
    {
      workers: {
        markdown: new URL('./markdown-worker.js', url),
        search: new URL('./search-worker.js', url),
        images: new URL('./image-process.js', url),
        mail: new URL('./mail-worker.js', url),
        masking: new URL('./mask-worker.js', url),
      },
    },
  );
  const login = await built.seedDemo(ctx);
  serving = { ...(await built.serve(ctx)), config, login };
  reload();
};

let isReady = false;
let restarting = Promise.resolve();
let timer;
/** Restarts once for all bundles that one save touches. */
const restartSoon = () => {
  if (!isReady) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    restarting = restarting.then(restart).catch((error) => console.error(error));
  }, 100);
};

/** Bundles that name the files of others are built again whenever one of those is. */
const dependents = (name) => {
  const own = Object.keys(bundles.find((bundle) => bundle.name === name).inputs);
  return bundles.filter(({ imports }) => Object.values(imports ?? {}).some((entry) => own.includes(entry)));
};

const buildOnce = (name) => build({ mode: name, logLevel: 'warn' });

/** Builds a bundle now and on each save; resolves after the first build. */
const buildOnSave = async (name) => {
  const watcher = await build({ mode: name, logLevel: 'warn', build: { watch: {} } });
  await new Promise((resolve) => {
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') console.error(event.error?.message ?? event.error);
      if (event.code !== 'END') return;
      resolve();
      if (!isReady) return;
      for (const dependent of dependents(name)) await buildOnce(dependent.name);
      restartSoon();
    });
  });
};

const reloadScript = "new EventSource('/dev/reload').onmessage=()=>location.reload()";
const reloadTag = '<script src="/dev/reload.js"></script></body>';

/** Passes a request on to the server, and adds the line that reloads to what is a page. */
const forward = (request, response, port) => {
  const headers = { ...request.headers, 'accept-encoding': 'identity' };
  const { method, url: path } = request;
  const asked = sendRequest({ host: '127.0.0.1', port, method, path, headers }, async (answer) => {
    if (!String(answer.headers['content-type'] ?? '').startsWith('text/html')) {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
      return;
    }
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    const page = Buffer.concat(chunks).toString('utf8').replace('</body>', reloadTag);
    const { 'content-length': _, 'transfer-encoding': __, ...rest } = answer.headers;
    response.writeHead(answer.statusCode, rest).end(page);
  });
  asked.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'retry-after': '1' }).end('The server is restarting …');
  });
  response.on('close', () => asked.destroy());
  request.pipe(asked);
};

const proxy = createServer((request, response) => {
  if (request.url === '/dev/reload') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
  } else if (request.url === '/dev/reload.js')
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(reloadScript);
  else if (serving) forward(request, response, serving.port);
  else response.writeHead(503, { 'retry-after': '1' }).end('Building …');
});

const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
await new Promise((resolve) => proxy.listen(Number(PORT), HOST, resolve));
// Addresses on pages and in mails are those of the proxy.
process.env['PORT'] = String(proxy.address().port);

for (const { name, imports } of bundles) await (imports ? buildOnce(name) : buildOnSave(name));
isReady = true;
await restart();
for (const { name, inputs } of bundles.filter(({ imports }) => imports))
  for (const source of Object.values(inputs))
    watch(dirname(source), { recursive: true }, () => void buildOnce(name).then(restartSoon));
for (const folder of Object.keys(copies)) watch(folder, { recursive: true }, restartSoon);

const { login, config } = serving;
console.log(
  `\n  Demo site   ${config.publicUrl}/demo/\n  Inbox       ${config.publicUrl}/inbox\n  Log in as   ${login?.email} with ${login?.password}\n`,
);
