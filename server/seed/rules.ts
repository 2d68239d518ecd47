import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { saveMacro, saveRule } from '../rules/writes.ts';
import { idFor } from './time.ts';

/** Rules of the demo company, which are off until somebody has tried them, and a macro. */
export const seedRules = async (
  ctx: Context,
  site: Site,
  staff: ReadonlyMap<string, string>,
): Promise<void> => {
  const mara = assertPresent(staff.get('mara'), 'Mara is one of the demo company');
  const tomas = assertPresent(staff.get('tomas'), 'Tomás is one of the demo company');
  const now = ctx.clock.now();
  const shared = { siteId: site.id, isOn: false, minutes: null, stops: false, staffId: mara, at: now };
  await ctx.database.write((tx) => [
    saveRule(tx, {
      ...shared,
      id: idFor('rule wholesale'),
      name: 'Wholesale to Tomás',
      position: 0,
      trigger: 'opened',
      groups: [[{ name: 'words', how: 'contains', value: 'wholesale' }]],
      actions: [
        { do: 'assign', to: tomas },
        { do: 'label', to: idFor('label Wholesale') },
      ],
      version: idFor('rule wholesale version'),
    }),
    saveMacro(tx, {
      siteId: site.id,
      id: idFor('macro refunded'),
      name: 'Refunded',
      actions: [{ do: 'label', to: idFor('label Refund') }, { do: 'close' }],
      staffId: mara,
      at: now,
    }),
  ]);
};
