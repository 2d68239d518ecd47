/* Who may know whom, and the few things that only one place may do. docs: ARCHITECTURE.md. */

const side = (file) => file.split('/')[0];

/** Files that see every feature: the lists, and what folds over them. */
const roots = [
  /^server\/(?:app|create|commands|embed|features|foyer|serve|tables|context)\.ts$/,
  /^server\/seed\//,
  // A whole site as a file: every table.
  /^server\/transfer\//,
  /^server\/tools\//,
  /^shared\/siteSettings\.ts$/,
  /^widget\/panel\//,
  /^widget\/inbox\//,
  /^widget\/loader\//,
];
/** Roots whose types everybody may know: what every handler gets, and what a site's settings are. */
const openRoots = /^(?:server\/context|shared\/siteSettings)\.ts$/;
const isRoot = (file) => roots.some((pattern) => pattern.test(file));

/** The feature that a file belongs to; null for core, the roots, and files of the house itself. */
const featureOf = (file) => {
  const [, folder, ...rest] = file.split('/');
  return rest.length === 0 ||
    folder === 'core' ||
    folder === 'migrations' ||
    folder === 'types' ||
    isRoot(file)
    ? null
    : folder;
};

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Tells which files bring zod along at run time. */
const createZodSearch = (sources) => {
  const known = new Map(sources.map((source) => [source.file, source]));
  const found = new Map();
  const brings = (file) => {
    if (found.has(file)) return found.get(file);
    found.set(file, false);
    const result = (known.get(file)?.imports ?? []).some(
      ({ specifier, target, isType }) =>
        !isType && (target === null ? packageOf(specifier) === 'zod' : brings(target)),
    );
    found.set(file, result);
    return result;
  };
  return brings;
};

/** What both sides compute with. D3’s scales and shapes are numbers and strings: no DOM. */
const sharedPackages = new Set(['zod', 'd3-scale', 'd3-shape']);

const checkPackage = ({ file }, { specifier }, complain) => {
  const name = packageOf(specifier);
  if (side(file) === 'shared' && !sharedPackages.has(name))
    complain('shared/ depends on zod, and on d3’s arithmetic, alone', file, specifier);
  if (side(file) === 'widget' && name === 'zod') complain('zod never reaches a browser', file, specifier);
  if (specifier.startsWith('preact/compat')) complain('no preact/compat', file, specifier);
};

const checkImport = ({ file }, { specifier, target, isType }, bringsZod, complain) => {
  const [from, to] = [side(file), side(target)];
  if (from === 'shared' && to !== 'shared') complain('shared/ knows nobody', file, specifier);
  if (from === 'widget' && to === 'server') complain('the widget never imports the server', file, specifier);
  if (from === 'server' && to === 'widget') complain('the server never imports the widget', file, specifier);
  if (from === 'widget' && to === 'shared' && !isType && bringsZod(target))
    complain('the widget imports schemas as types only', file, specifier);
  if (from !== to) {
    // Which settings a site has is put together in one place, which both sides may see.
    if (isRoot(target) && from === 'widget' && !isType) complain('nobody imports a root', file, specifier);
    return;
  }
  const rootOf = (path) => roots.findIndex((pattern) => pattern.test(path));
  if (
    isRoot(target) &&
    !openRoots.test(target) &&
    (!isRoot(file) || (from === 'widget' && rootOf(file) !== rootOf(target)))
  )
    complain('nobody imports a root', file, specifier);
  if (isRoot(file)) return;
  const [own, other] = [featureOf(file), featureOf(target)];
  if (own === null && other !== null) complain('core never imports a feature', file, specifier);
  if (own !== null && other !== null && own !== other)
    complain('a feature never imports a feature', file, specifier);
};

/** Modules that reach other machines, and who may use each besides the guarded way out (server/core/net/). */
const outsideModules = {
  'node:net': /^server\/config\.ts$/, // Reads addresses; connects to nothing.
  'node:tls': null,
  'node:dns': null,
  'node:dns/promises': null,
  'node:dgram': null,
  'node:http2': null,
  'node:https': null,
  'node:http': /^server\/serve\.ts$/, // Listens.
  undici: null,
  nodemailer: /^server\/core\/mail\/mailer\.ts$/, // The mail server of the configuration.
  imapflow: /^server\/core\/mail\/incoming\/mailbox\.ts$/, // The mailbox of the configuration.
  pg: /^server\/core\/db\//, // The database of the configuration.
};
const wayOut = /^server\/core\/net\//;

const checkOutside = ({ file, text, imports }, complain) => {
  if (side(file) !== 'server' || wayOut.test(file) || file.startsWith('server/tools/')) return;
  const rule = 'only server/core/net/ connects to other machines';
  for (const { specifier, isType } of imports) {
    const name = specifier.startsWith('node:') ? specifier : packageOf(specifier);
    if (!isType && Object.hasOwn(outsideModules, name) && !outsideModules[name]?.test(file))
      complain(rule, file, specifier);
  }
  const call = /(?<![.\w])fetch\(|\b(?:globalThis\.fetch|sendNotification|WebSocket|EventSource)\(/.exec(
    text,
  );
  if (call) complain(rule, file, call[0]);
};

/** Where SQL may stand: what reads, what writes, the tables, and the engines below them. */
const mayHoldSql =
  /\/(?:queries|writes)(?:\.ts$|\/)|\/tables\.ts$|^server\/core\/(?:db|events|search)\/|^server\/seed\//;
const sqlPattern = /\bfrom 'drizzle-orm'|\bdatabase\.raw\b/;

/** Files that may read the environment: the configuration, and what isn't part of the server. */
const mayReadEnvironment = /^server\/(?:config\.ts$|tools\/|client\/example\.mjs$)/;

const checkText = ({ file, text }, complain) => {
  if (/process\.env/.test(text) && !mayReadEnvironment.test(file))
    complain('only config.ts reads the environment', file, 'process.env');
  if (/^\s*(?:export\s+)?(?:const\s+)?enum\s/m.test(text)) complain('no enums', file, 'enum');
  if (/\.returning\([^)]*\)\s*\.get\(/.test(text))
    complain('no .returning().get(): it hides a failed commit', file, '.returning().get()');
  if (
    side(file) === 'server' &&
    /\bDate\.now\(\)|new Date\(\)/.test(text) &&
    !/^server\/(?:core\/clock|core\/db\/migrate|openDatabase|tools\/.*)\.\w+$/.test(file)
  )
    complain('time comes from ctx.clock', file, 'Date');
  if (side(file) === 'server' && sqlPattern.test(text) && !mayHoldSql.test(file))
    complain('SQL stands in queries.ts and writes.ts', file, sqlPattern.exec(text)[0]);
  if (
    side(file) === 'widget' &&
    /\.innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/.test(text)
  )
    complain('no markup from strings in a browser', file, 'innerHTML');
  if (/^export \* from/m.test(text) && file !== 'server/tables.ts')
    complain('no barrel files', file, 'export * from');
};

/**
 * @param {import('./sources.mjs').Source[]} sources
 * @param {(rule: string, file: string, what: string) => void} complain
 */
/** Doc comments name the thing first: "Staff invited but not yet joined", not "Who was invited". */
const checkDocComments = ({ file, text }, complain) => {
  for (const [, first] of text.matchAll(/\/\*\*[\s*]+((?:What|How|Who|Whose)\b[^\n]*)/g))
    complain('doc comments name the thing first', file, first.replace(/ ?\*\/$/, ''));
};

export const checkRules = (sources, complain) => {
  const bringsZod = createZodSearch(sources);
  for (const source of sources) {
    for (const one of source.imports)
      if (one.target === null) checkPackage(source, one, complain);
      else checkImport(source, one, bringsZod, complain);
    checkText(source, complain);
    checkOutside(source, complain);
    checkDocComments(source, complain);
  }
};
