#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCommand } from './commands.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Folders } from './context.ts';
import { MigrationError } from './core/db/migrate.ts';

const near = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const folders: Folders = {
  widget: near('../widget'),
  demoSite: near('../demo-site'),
  migrations: near('./migrations'),
};

const workers = {
  markdown: new URL('./markdown-worker.js', import.meta.url),
  search: new URL('./search-worker.js', import.meta.url),
  images: new URL('./image-process.js', import.meta.url),
  mail: new URL('./mail-worker.js', import.meta.url),
  masking: new URL('./mask-worker.js', import.meta.url),
};

try {
  const [command = 'help', ...rest] = process.argv.slice(2);
  process.exitCode = await runCommand(command, rest, { config: readConfig, folders, workers });
} catch (error) {
  const known = error instanceof ConfigError || error instanceof MigrationError;
  const { code } = error as { code?: string };
  if (known) console.error(error.message);
  else if (code === 'EADDRINUSE')
    console.error('The port is already in use. Stop the other program, or set PORT.');
  else console.error(error);
  process.exitCode = 1;
}
