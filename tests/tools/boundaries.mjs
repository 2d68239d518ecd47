/* Keeps the house in order: who may import whom, and the few things that only one place may do. Prints the rule and the import that breaks it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const slash = (path) => path.split(sep).join('/');

const files = ['shared', 'server', 'widget'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => slash(relative(root, join(entry.parentPath, entry.name)))),
);

/** Files that put features together. */
const roots = new Set([
  'server/app.ts',
  'server/create.ts',
  'server/features.ts',
  'server/commands.ts',
  'server/embed.ts',
  'server/tables.ts',
  'server/seed/seed.ts',
  'widget/panel/features.ts',
  'widget/inbox/features.ts',
]);

const side = (file) => file.split('/')[0];
/** The feature that a file belongs to; null for core and for files of the house itself. */
const feature = (file) => {
  const [, folder, ...rest] = file.split('/');
  return rest.length === 0 ||
    folder === 'core' ||
    folder === 'migrations' ||
    folder === 'locales' ||
    folder === 'loader'
    ? null
    : folder;
};

const problems = [];
const complain = (rule, file, what) => problems.push(`${rule}\n    ${file}: ${what}`);

const importPattern =
  /^\s*(import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

/** What a file imports from the repository, types aside; null stands for zod. */
const valuesOf = (file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importPattern)].flatMap((match) => {
    const specifier = match[3] ?? match[4] ?? match[5];
    if (match[2] || /^\s*(?:import|export)\s*\{\s*(?:type\s+\w+[\s,]*)+\}\s*from/.test(match[0])) return [];
    if (specifier.startsWith('.')) return [slash(relative(root, join(root, dirname(file), specifier)))];
    return specifier === 'zod' ? [null] : [];
  });
const reaching = new Map();
/** Whether zod comes along with a file. */
const bringsZod = (file) => {
  const known = reaching.get(file);
  if (known !== undefined) return known;
  reaching.set(file, false);
  const found = valuesOf(file).some((one) => one === null || (one.endsWith('.ts') && bringsZod(one)));
  reaching.set(file, found);
  return found;
};

for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8');
  for (const match of text.matchAll(importPattern)) {
    const specifier = match[3] ?? match[4] ?? match[5];
    const onlyTypes = Boolean(match[2]);
    const dependency = specifier.startsWith('.')
      ? slash(relative(root, join(root, dirname(file), specifier))).replace(/\?.*$/, '')
      : null;
    if (dependency === null) {
      const name = specifier.startsWith('@')
        ? specifier.split('/').slice(0, 2).join('/')
        : specifier.split('/')[0];
      if (side(file) === 'shared' && name !== 'zod')
        complain('shared/ depends on zod alone', file, specifier);
      if (side(file) === 'widget' && name === 'zod') complain('zod never reaches a browser', file, specifier);
      if (specifier.startsWith('preact/compat')) complain('no preact/compat', file, specifier);
      continue;
    }
    const from = side(file);
    const to = side(dependency);
    if (from === 'shared' && to !== 'shared') complain('shared/ knows nobody', file, specifier);
    if (from === 'widget' && to === 'server')
      complain('the widget never imports the server', file, specifier);
    if (from === 'server' && to === 'widget')
      complain('the server never imports the widget', file, specifier);
    if (from === 'widget' && to === 'shared' && !onlyTypes && bringsZod(dependency))
      complain('the widget imports schemas as types only', file, specifier);
    if (from !== to || roots.has(file)) continue;
    const [own, other] = [feature(file), feature(dependency)];
    if (own === null && other !== null && file.split('/').length > 2)
      complain('core never imports a feature', file, specifier);
    const seedData = own === 'seed';
    if (own !== null && other !== null && own !== other && !seedData)
      complain('a feature never imports a feature', file, specifier);
  }
  if (/process\.env/.test(text) && file !== 'server/config.ts')
    complain('only config.ts reads the environment', file, 'process.env');
  if (/^\s*(?:export\s+)?(?:const\s+)?enum\s/m.test(text)) complain('no enums', file, 'enum');
  if (/\.returning\([^)]*\)\s*\.get\(/.test(text))
    complain('no .returning().get(): it hides a failed commit', file, '.returning().get()');
  if (
    side(file) === 'server' &&
    /\bDate\.now\(\)|new Date\(\)/.test(text) &&
    !['server/core/clock.ts', 'server/core/db/migrate.ts', 'server/openDatabase.ts'].includes(file)
  )
    complain('time comes from ctx.clock', file, 'Date');
  if (
    side(file) === 'widget' &&
    /\.innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/.test(text)
  )
    complain('no markup from strings in a browser', file, 'innerHTML');
  if (/^export \* from/m.test(text) && file !== 'server/tables.ts')
    complain('no barrel files', file, 'export * from');
}

/* SQL lives in queries and writes, tables in tables.ts; the engines of the database, the log and the search are themselves. */
const sqlHome =
  /^server\/(?:core\/(?:db|events|search\/engine)\/|seed\/)|(?:^|\/)(?:queries|writes)(?:\.ts$|\/)|\/tables\.ts$/;
const sqlText =
  /\b(?:tx|read|queries)\s*\.(?:select|selectDistinct|insert|update|delete)\(|\bsql(?:<[^>]*>)?`|database\s*\.raw\b/;
for (const file of files.filter((one) => side(one) === 'server' && !sqlHome.test(one)))
  for (const [found] of readFileSync(join(root, file), 'utf8').matchAll(new RegExp(sqlText, 'g')))
    complain('SQL lives in queries.ts and writes.ts', file, found);

if (problems.length) {
  console.error(`boundaries: ${problems.length} broken\n\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
console.log(`boundaries: fine (${files.length} files)`);
