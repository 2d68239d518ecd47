import { createSite } from './core/people/sites/writes.ts';
import { parseArgs } from 'node:util';
import type { Config } from './config.ts';
import { isEmptyInstallation } from './console/queries/setup.ts';
import type { Folders } from './context.ts';
import { type Command, complain, type Shell } from './core/cli.ts';
import { doctorCommand } from './core/doctor/command.ts';
import { backupCommand } from './core/db/backupCommand.ts';
import { restoreCommand } from './core/people/privacy/restoreCommand.ts';
import { isSiteKey } from './core/people/sites/sites.ts';
import { staffCommands } from './core/people/staff/cli.ts';
import { createContext } from './create.ts';
import { serverFeatures } from './features.ts';
import { seedDemo } from './seed/seed.ts';
import { findFreePort, serve } from './serve.ts';
import { transferCommands } from './transfer/cli.ts';
import { version } from './version.ts';

/** The parts of the process that commands need. */
export interface Surroundings {
  config(): Config;
  folders: Folders;
  workers: { markdown: URL; search: URL; images: URL; mail: URL; masking: URL };
}

const shellOf = (around: Surroundings): Shell => ({
  config: around.config,
  async withContext(run) {
    const ctx = await createContext({ ...around.config(), logLevel: 'warn' }, around.folders);
    try {
      return await run(ctx);
    } finally {
      await ctx.close();
    }
  },
});

/** A configuration whose address has its port, where any port will do: pages and cookies name it. */
const withPort = async (config: Config): Promise<Config> => {
  if (config.port !== 0 || !config.publicUrl.endsWith(':0')) return config;
  const port = await findFreePort(config.host);
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
};

const runServe = async (around: Surroundings, demo: boolean): Promise<number> => {
  const config = await withPort(around.config());
  const ctx = await createContext(config, around.folders, { workers: around.workers });
  const login = demo ? await seedDemo(ctx) : null;
  const serving = await serve(ctx);
  if (config.trustedProxies.some((network) => /\/0$/.test(network)))
    ctx.log.warn('TRUST_PROXY trusts every address, so anyone can pretend to be any address');
  // Before it says that it serves: whoever waits for that may stop it at once.
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
  const url = config.publicUrl;
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
  Set up Foyer in your browser. This link works once:

  ${url}/inbox/setup#${ctx.setupCode.issue()}
`);
  }
  return 0;
};

const createSiteCommand: Command = {
  help: 'create-site KEY --name NAME --origin https://www.example.com [--origin …] [--language en …]',
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        language: { type: 'string', multiple: true, default: ['en'] },
      },
    });
    const [key = ''] = positionals;
    if (!isSiteKey(key))
      return complain('Use lower-case letters, digits and hyphens for the key, at most 40.');
    const bad = values.origin.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
    if (bad !== undefined) return complain(`${bad} isn’t an origin such as https://www.example.com.`);
    return shell.withContext(async (ctx) => {
      const id = await createSite(ctx, {
        key,
        name: values.name ?? key,
        origins: values.origin,
        settings: { languages: values.language },
      });
      if (!id) return complain(`The key ${key} is already taken.`);
      console.log(`Site ${key} is ready. Add this to its pages:\n`);
      console.log(`<script async src="${ctx.config.publicUrl}/foyer.js" data-site="${key}"></script>`);
      return 0;
    });
  },
};

const coreCommands = (around: Surroundings): Record<string, Command> => ({
  serve: {
    help: `serve [--demo]                    migrate, then serve; prints a setup link on a new installation;
                                          --demo adds the demo company to an empty database`,
    run(_, args) {
      const { values } = parseArgs({ args, options: { demo: { type: 'boolean', default: false } } });
      return runServe(around, values.demo);
    },
  },
  migrate: {
    help: 'migrate                           bring the database up to date and exit',
    run: (shell) =>
      shell.withContext(async () => {
        console.log('The database is up to date.');
        return 0;
      }),
  },
  seed: {
    help: 'seed                              add the demo company (always the same; does nothing if it exists)',
    run: (shell) =>
      shell.withContext(async (ctx) => {
        const login = await seedDemo(ctx);
        console.log(
          login
            ? `Seeded. Log in as ${login.email} with ${login.password}`
            : 'The demo company already exists.',
        );
        return 0;
      }),
  },
  'create-site': createSiteCommand,
  ...staffCommands,
});

/** The program's own commands, and those of the features. */
const allCommands = (around: Surroundings): Record<string, Command> => ({
  ...coreCommands(around),
  ...Object.assign({}, ...serverFeatures.map(({ cli }) => cli)),
  backup: backupCommand,
  ...transferCommands,
  doctor: doctorCommand(around.folders.migrations),
  restore: restoreCommand,
});

const helpOf = (commands: Record<string, Command>): string => `Foyer ${version}

${Object.values(commands)
  .map(({ help }) => `  foyer ${help}\n`)
  .join('')}
Configure it with environment variables: PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, TRUST_PROXY, SMTP_URL,
LOG_LEVEL, METRICS_TOKEN.
`;

/** Runs one command of the `foyer` program. @returns the exit code; 0 while a server goes on */
export const runCommand = async (command: string, rest: string[], around: Surroundings): Promise<number> => {
  if (command === '--version' || command === 'version') {
    console.log(version);
    return 0;
  }
  const commands = allCommands(around);
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!found) {
    console.log(helpOf(commands));
    return command === 'help' || command === '--help' ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`Usage: foyer ${found.help}`);
    return 0;
  }
  try {
    return await found.run(shellOf(around), rest);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code?.startsWith('ERR_PARSE_ARGS')) return complain((error as Error).message);
    throw error;
  }
};
