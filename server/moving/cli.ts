import { parseArgs } from 'node:util';
import { askedSite, type Command, complain } from '../core/cli.ts';
import { sayImport } from '../core/importing/sayImport.ts';
import { type MoveCounts, moveConversations } from './moveConversations.ts';
import { chatwoot } from './sources/chatwoot.ts';
import { crisp } from './sources/crisp.ts';
import { helpscout } from './sources/helpscout.ts';
import { intercom } from './sources/intercom.ts';
import { zendesk } from './sources/zendesk.ts';
import type { Source } from './shape.ts';

const sources: Readonly<Record<string, Source>> = { chatwoot, zendesk, intercom, helpscout, crisp };
const names = Object.keys(sources).join(', ');

/** Fields of contacts that nothing here is named after, said before the counts. */
const sayLeftOut = ({ leftOut }: MoveCounts): void => {
  if (leftOut.size === 0) return;
  const listed = [...leftOut].map(([name, count]) => `${name} (${count})`).join(', ');
  console.error(
    `Fields of contacts that weren’t kept: ${listed}. Make attributes of these names first (Settings → Teams and labels), or bring them with import-contacts.`,
  );
};

const importCommand: Command = {
  help: `import-conversations FILE --from chatwoot|zendesk|intercom|helpscout|crisp [--site KEY] [--dry-run]
                                          imports conversations from another help desk; safe to run again`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        from: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to import.');
    const { from = '', 'dry-run': dryRun } = values;
    const source = Object.hasOwn(sources, from) ? sources[from] : undefined;
    if (!source) return complain(`Say where it’s from: --from with one of ${names}.`);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const counts = await moveConversations(ctx, site, file, { from, source, dryRun });
      sayLeftOut(counts);
      return sayImport(counts, '', dryRun);
    });
  },
};

/** Moving here from another help desk. */
export const movingCommands = { 'import-conversations': importCommand };
