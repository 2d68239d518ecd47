import { parseArgs } from 'node:util';
import { askedSite, type Command, complain } from '../core/cli.ts';
import { countAnew, rollUp } from './rollUp.ts';

const factsCommand: Command = {
  help: `facts rebuild [--site KEY]               counts the facts of the only site, or the one you name, anew for its reports`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' } },
    });
    if (positionals.join(' ') !== 'rebuild') return complain('Say what to do: foyer facts rebuild');
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      await countAnew(ctx, site.id, site.settings.hours.zone);
      await rollUp(ctx, site);
      console.log('The facts are counted anew.');
      return 0;
    });
  },
};

export const reportCommands = { facts: factsCommand };
