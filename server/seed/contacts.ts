import type { SiteSettings } from '../../shared/siteSettings.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { pageOfContacts } from '../contacts/queries/contacts.ts';
import { insertStage, replaceValue } from '../contacts/writes.ts';
import { idFor } from './time.ts';

const [bike, renewal] = [idFor('attribute bike'), idFor('attribute renewal')] as const;
const [first, second, third] = ['stage lead', 'stage customer', 'stage regular'].map(idFor);
const day = 24 * 3_600_000;

/** Attributes and stages that the demo's team keeps of its contacts. */
export const contactSettings: SiteSettings['contacts'] = {
  attributes: [
    { id: bike, name: 'Bike', type: 'choice', choices: ['City', 'Touring', 'Cargo', 'E-bike'] },
    { id: renewal, name: 'Service due', type: 'date', choices: [] },
    { id: idFor('attribute page'), name: 'Order page', type: 'link', choices: [] },
  ],
  stages: [
    { id: assertPresent(first, 'three stages'), name: 'Lead' },
    { id: assertPresent(second, 'three stages'), name: 'Customer' },
    { id: assertPresent(third, 'three stages'), name: 'Regular' },
  ],
};

/** Attributes and stages of those whom the demo's team heard from last. */
export const seedContacts = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: Map<string, string>,
): Promise<void> => {
  const staffId = assertPresent([...staff.values()][0], 'the demo has staff');
  const known = await pageOfContacts(ctx, site.id, { group: 'email' }, null, 12);
  const choices = contactSettings.attributes[0]?.choices ?? [];
  await ctx.database.write((tx) =>
    known.flatMap(({ row: { id } }, place) => {
      const key = { siteId: site.id, visitorId: id };
      const by = { staffId, via: null };
      return [
        ...replaceValue(
          tx,
          [id],
          { ...key, attributeId: bike },
          { ...key, ...by, attributeId: bike, value: choices[place % 4] ?? '', at: now - place * day },
        ),
        ...contactSettings.stages.slice(0, 1 + (place % 3)).map((stage, step) =>
          insertStage(tx, {
            ...key,
            ...by,
            id: idFor(`stage ${id} ${step}`),
            stageId: stage.id,
            at: now - (40 - step * 10) * day,
          }),
        ),
      ];
    }),
  );
};
