import { listSiteKeys } from './people/sites/queries.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Site } from './people/sites/sites.ts';

/** The tools a command gets from the program that runs it. */
export interface Shell {
  config(): Config;
  /** Runs with a context of its own, which is closed afterwards. */
  withContext(run: (ctx: Context) => Promise<number>): Promise<number>;
}

/** One command of the `foyer` program. */
export interface Command {
  /** The text of `foyer help`: the command with its options, then what it does, in lines indented as the list is. */
  help: string;
  /** @returns the exit code */
  run(shell: Shell, args: string[]): Promise<number>;
}

/** Prints what was wrong with the arguments. @returns the exit code for it */
export const complain = (message: string): number => {
  console.error(message);
  return 2;
};

/** Prints that nobody knows an encoding. @returns the exit code for it */
export const complainOfEncoding = (encoding: string): number =>
  complain(`${encoding} isn’t an encoding we know. Examples: utf-8, windows-1252, utf-16le.`);

/** The site with a key; null, said on the terminal, where there is none. */
export const findSite = async (ctx: Context, key: string | undefined): Promise<Site | null> => {
  const site = key === undefined ? null : await ctx.sites.archivedToo(key);
  if (!site)
    console.error(`There’s no site ${JSON.stringify(key ?? '')}. Create one with: foyer create-site`);
  return site;
};

/** The key of the installation's only site, when it has one site. */
export const onlySiteKey = async (ctx: Context): Promise<string | undefined> => {
  const keys = await listSiteKeys(ctx);
  return keys.length === 1 ? keys[0] : undefined;
};

/** The site that a command is for: the one it names, or the only one. Null, said on the terminal, where there is none. */
export const askedSite = async (ctx: Context, key: string | undefined): Promise<Site | null> =>
  findSite(ctx, key ?? (await onlySiteKey(ctx)));
