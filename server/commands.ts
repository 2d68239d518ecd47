import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { newId, newSecret } from '../shared/core/ids.ts';
import { type Role, roles } from '../shared/core/people/staff.ts';
import { importFaq } from './ask/importFaq.ts';
import { bakeComments } from './comments/bake.ts';
import { type ExportFormat, exportComments, exportFormats } from './comments/export/export.tsx';
import { importComments } from './comments/import/import.ts';
import { type Format, formats } from './comments/import/read.ts';
import type { Config } from './config.ts';
import { isEmptyInstallation } from './console/entryRoutes.ts';
import type { Context, Folders } from './context.ts';
import { backUpSqlite } from './core/db/backup.ts';
import { shortestPassword } from './core/people/passwords.ts';
import { createSite, defaultSettings, isSiteKey, listSiteKeys } from './core/people/sites.ts';
import { createStaff } from './core/people/staff.ts';
import { createContext } from './create.ts';
import { seedDemo } from './seed/seed.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';

const help = `Foyer ${version}

  foyer serve [--demo]                    migrate, then serve; prints where to set up when nobody is here yet;
                                          --demo adds the demo company to an empty database
  foyer migrate                           bring the database up to date and stop
  foyer seed                              add the demo company (deterministic; does nothing when it is there)
  foyer create-site KEY --name NAME --origin https://www.example.com [--origin …] [--language en …]
  foyer create-staff EMAIL --site KEY --name NAME [--role agent|admin|owner]
                                          asks for the password, or makes one and prints it when there is no terminal
  foyer import-faq PATH [--site KEY [--create]] [--language en] [--dry-run]
                                          a JSON file, a CSV file, or a folder of Markdown files; into the only site,
                                          the one named, or with --create a new one
  foyer import-comments FILE [--site KEY] [--format disqus|wxr|isso|isso-database|remark42|commento|artalk|csv|foyer]
                        [--base https://www.example.com] [--dry-run]
                                          comments of another system, or of ours; again changes nothing
  foyer export-comments FILE [--site KEY] [--format foyer|wxr|disqus]
                                          all comments of a site; foyer is lines of JSON
  foyer bake-comments FOLDER [--site KEY] [--base https://www.example.com]
                                          puts each page's comments into its <foyer-comments> in a built site
  foyer backup FILE                       a consistent copy of the SQLite database, while it is in use

Configuration comes from the environment: PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, TRUST_PROXY, SMTP_URL,
LOG_LEVEL, METRICS_TOKEN.
`;

/** What the process's entry knows and commands need. */
export interface Surroundings {
  config(): Config;
  folders: Folders;
  workers: { markdown: URL; search: URL };
}

type Running = Context & { close(): Promise<void> };

const withContext = async (around: Surroundings, run: (ctx: Running) => Promise<number>): Promise<number> => {
  const ctx = await createContext({ ...around.config(), logLevel: 'warn' }, around.folders);
  try {
    return await run(ctx);
  } finally {
    await ctx.close();
  }
};

const complain = (message: string): number => {
  console.error(message);
  return 2;
};

const findSite = async (ctx: Context, key: string | undefined) => {
  const site = key === undefined ? null : await ctx.sites.byKey(key);
  if (!site) console.error(`There is no site ${JSON.stringify(key ?? '')}. Make one with: foyer create-site`);
  return site;
};

/** The key of the installation's only site, when it has one site. */
const onlySiteKey = async (ctx: Context): Promise<string | undefined> => {
  const keys = await listSiteKeys(ctx);
  return keys.length === 1 ? keys[0] : undefined;
};

const runServe = async (around: Surroundings, demo: boolean): Promise<number> => {
  const config = around.config();
  const ctx = await createContext(config, around.folders, { workers: around.workers });
  const login = demo ? await seedDemo(ctx) : null;
  const serving = await serve(ctx);
  if (config.trustedProxies.some((network) => /\/0$/.test(network)))
    ctx.log.warn('TRUST_PROXY believes everybody: anyone can pretend to be any address');
  const url = config.publicUrl.replace(/:0$/, `:${serving.port}`);
  ctx.log.info({ port: serving.port }, 'serving');
  if (demo) {
    console.log(`
  Demo site   ${url}/demo/
  Help page   ${url}/sites/demo/questions
  Inbox       ${url}/inbox
  API         ${url}/api
${login ? `\n  Log in as   ${login.email}\n  Password    ${login.password}\n` : ''}`);
  }
  if (await isEmptyInstallation(ctx)) {
    // In the fragment, which browsers never send: no log and no proxy sees it.
    console.log(`
  Nobody is here yet. Set Foyer up in your browser; the address works once:

  ${url}/inbox/setup#${ctx.setupCode.issue()}
`);
  }
  const stop = (signal: string): void => {
    ctx.log.info({ signal }, 'stopping');
    serving.stop().then(
      () => process.exit(0),
      (err) => {
        ctx.log.error({ err }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  return 0;
};

const askPassword = async (): Promise<{ password: string; made: boolean }> => {
  if (!process.stdin.isTTY) return { password: newSecret().slice(0, 20), made: true };
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question(`Password (at least ${shortestPassword} characters): `);
  terminal.close();
  return { password, made: false };
};

const commands: Record<string, (around: Surroundings, rest: string[]) => Promise<number>> = {
  serve(around, rest) {
    const { values } = parseArgs({ args: rest, options: { demo: { type: 'boolean', default: false } } });
    return runServe(around, values.demo);
  },

  migrate: (around) =>
    withContext(around, async () => {
      console.log('The database is up to date.');
      return 0;
    }),

  seed: (around) =>
    withContext(around, async (ctx) => {
      const login = await seedDemo(ctx);
      console.log(
        login
          ? `Seeded. Log in as ${login.email} with ${login.password}`
          : 'The demo company is there already.',
      );
      return 0;
    }),

  async 'create-site'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        language: { type: 'string', multiple: true, default: ['en'] },
      },
    });
    const [key = ''] = positionals;
    if (!isSiteKey(key)) return complain('The key takes lower-case letters, digits and hyphens, at most 40.');
    const bad = values.origin.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
    if (bad !== undefined) return complain(`${bad} is not an origin such as https://www.example.com`);
    return withContext(around, async (ctx) => {
      const id = await createSite(ctx, {
        key,
        name: values.name ?? key,
        origins: values.origin,
        settings: { languages: values.language },
      });
      if (!id) return complain(`The key ${key} is taken.`);
      console.log(`Site ${key} is there. On its pages:\n`);
      console.log(`<script async src="${ctx.config.publicUrl}/foyer.js" data-site="${key}"></script>`);
      return 0;
    });
  },

  async 'create-staff'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', default: 'agent' },
      },
    });
    const [email = ''] = positionals;
    if (!/^\S+@\S+\.\S+$/.test(email)) return complain('Give the person’s e-mail address.');
    if (!(roles as readonly string[]).includes(values.role))
      return complain(`The role is one of ${roles.join(', ')}.`);
    const { password, made } = await askPassword();
    if (password.length < shortestPassword)
      return complain(`The password needs at least ${shortestPassword} characters.`);
    return withContext(around, async (ctx) => {
      const site = await findSite(ctx, values.site);
      if (!site) return 2;
      await createStaff(ctx, {
        site: site.id,
        email,
        name: values.name ?? email.split('@')[0]!,
        password,
        role: values.role as Role,
      });
      console.log(
        `${email} answers on ${site.key} as ${values.role}.${made ? ` Password: ${password}` : ''}`,
      );
      return 0;
    });
  },

  async 'import-faq'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        create: { type: 'boolean', default: false },
        language: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [path] = positionals;
    if (!path) return complain('Give the file or folder to import.');
    return withContext(around, async (ctx) => {
      const key = values.site ?? (await onlySiteKey(ctx));
      const settings = { languages: [values.language ?? 'en'] };
      const makes = values.create && isSiteKey(values.site ?? '') && !(await ctx.sites.byKey(values.site!));
      if (makes && !values['dry-run'])
        await createSite(ctx, { key: values.site!, name: values.site!, origins: [], settings });
      // A site that would be made holds nothing yet.
      const site =
        makes && values['dry-run']
          ? { id: newId(), settings: { ...defaultSettings(), ...settings } }
          : await findSite(ctx, key);
      if (!site) return 2;
      const report = await importFaq(ctx, site, path, {
        language: values.language,
        dryRun: values['dry-run'],
      });
      for (const { row, reason } of report.rejected) console.error(`rejected ${row}: ${reason}`);
      const mode = values['dry-run'] ? ' (dry run: nothing was written)' : '';
      console.log(
        `${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${report.rejected.length} rejected${mode}`,
      );
      return report.rejected.length && report.added + report.changed + report.unchanged === 0 ? 1 : 0;
    });
  },

  async 'import-comments'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        format: { type: 'string' },
        base: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file) return complain('Give the file to import.');
    const { format, base } = values;
    if (format !== undefined && !(formats as readonly string[]).includes(format))
      return complain(`The format is one of ${formats.join(', ')}.`);
    if (base !== undefined && !URL.canParse(base)) return complain(`${base} is no address.`);
    return withContext(around, async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const report = await importComments(ctx, site, file, {
        format: format as Format | undefined,
        base,
        dryRun: values['dry-run'],
      });
      for (const { row, reason } of report.rejected) console.error(`rejected ${row}: ${reason}`);
      const { states } = report;
      console.log(
        `${report.format}: ${report.pages} pages; ${states.approved} approved, ${states.pending} pending, ${states.spam} spam, ${states.deleted} deleted`,
      );
      const mode = values['dry-run'] ? ' (dry run: nothing was written)' : '';
      console.log(
        `${report.added} added, ${report.unchanged} unchanged, ${report.rejected.length} rejected${mode}`,
      );
      if (report.pictures || report.followers)
        console.log(`${report.pictures} pictures and ${report.followers} followers added${mode}`);
      return report.rejected.length && report.added + report.unchanged === 0 ? 1 : 0;
    });
  },

  async 'export-comments'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { site: { type: 'string' }, format: { type: 'string', default: 'foyer' } },
    });
    const [file] = positionals;
    if (!file) return complain('Give the file to write.');
    const { format } = values;
    if (!(exportFormats as readonly string[]).includes(format))
      return complain(`The format is one of ${exportFormats.join(', ')}.`);
    return withContext(around, async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const handle = await open(file, 'w', 0o600);
      try {
        const { pages, comments, pictures, missing } = await exportComments(
          ctx,
          site,
          format as ExportFormat,
          async (text) => {
            await handle.write(text);
          },
        );
        await handle.sync();
        for (const id of missing) console.error(`missing: the bytes of the picture ${id}`);
        console.log(`${file}: ${comments} comments of ${pages} pages, with ${pictures} pictures.`);
      } finally {
        await handle.close();
      }
      return 0;
    });
  },

  async 'bake-comments'(around, rest) {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { site: { type: 'string' }, base: { type: 'string' } },
    });
    const [folder] = positionals;
    if (!folder) return complain('Give the folder of the built site.');
    return withContext(around, async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const base = values.base ?? site.origins[0];
      if (!base || !URL.canParse(base)) return complain('Say with --base where the site is.');
      const { baked, unchanged } = await bakeComments(ctx, site, folder, base);
      console.log(`${baked} pages baked, ${unchanged} as they were.`);
      return 0;
    });
  },

  async backup(around, rest) {
    const [file] = rest;
    if (!file) return complain('Give the file to write.');
    return withContext(around, async (ctx) => {
      if (ctx.database.dialect !== 'sqlite') return complain('PostgreSQL is backed up with pg_dump.');
      const size = await backUpSqlite(ctx.database, file);
      console.log(`${file} is whole: ${size} bytes.`);
      return 0;
    });
  },
};

/** Runs one command of the `foyer` program. @returns the exit code; 0 while a server goes on */
export const runCommand = async (command: string, rest: string[], around: Surroundings): Promise<number> => {
  if (command === '--version' || command === 'version') {
    console.log(version);
    return 0;
  }
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) {
    console.log(help);
    return command === 'help' || command === '--help' ? 0 : 2;
  }
  try {
    return await run(around, rest);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code?.startsWith('ERR_PARSE_ARGS')) return complain((error as Error).message);
    throw error;
  }
};
