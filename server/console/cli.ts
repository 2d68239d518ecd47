import { parseArgs } from 'node:util';
import { postRotation, postSecret } from '../../shared/console/developerRoutes.ts';
import { longestOverlap } from '../../shared/core/people/siteSecret.ts';
import { askedSite, type Command, complain, type Shell } from '../core/cli.ts';
import { readSecret, rotateSecret } from '../core/people/sites/secret.ts';
import { recordAudit } from '../core/people/staff/writes.ts';

const hour = 3_600_000;

/** Names in the activity log, for changes from the console or from here. */
const contractNames = {
  show: `${postSecret.method} ${postSecret.path}`,
  rotate: `${postRotation.method} ${postRotation.path}`,
};

/** Prints the secret alone to standard output, so that it can be piped; everything else goes to standard error. */
const run = (shell: Shell, action: 'show' | 'rotate', key: string | undefined, hours: number) =>
  shell.withContext(async (ctx) => {
    const site = await askedSite(ctx, key);
    if (!site) return 2;
    const { secret, previousUntil } =
      action === 'show' ? await readSecret(ctx, site.id) : await rotateSecret(ctx, site.id, hours * hour);
    // By nobody who is logged in: the log says “someone”.
    await recordAudit(ctx, [site.id], '', contractNames[action]);
    if (previousUntil !== null)
      console.error(`The secret before it is valid until ${new Date(previousUntil).toISOString()}.`);
    console.log(secret);
    return 0;
  });

/** The site's secret from the command line: for who runs the server. */
export const secretCommand: Command = {
  help: `secret show|rotate [--site KEY] [--keep-hours 24]
                                          print the secret that signs visitors’ identities, or replace it; the old
                                          one stays valid for --keep-hours (0 ends it at once)`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' }, 'keep-hours': { type: 'string', default: '24' } },
    });
    const [action] = positionals;
    if (action !== 'show' && action !== 'rotate') return complain('Say what to do: show or rotate.');
    const hours = Number(values['keep-hours']);
    if (!Number.isInteger(hours) || hours < 0 || hours > longestOverlap)
      return complain(`--keep-hours is a whole number from 0 to ${longestOverlap}.`);
    return run(shell, action, values.site, hours);
  },
};
