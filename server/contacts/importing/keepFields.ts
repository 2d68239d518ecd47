import type { AttributeDefinition } from '../../../shared/contacts/settings.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { Context } from '../../context.ts';
import type { FieldKeeper, KeptFields } from '../../core/importing/fieldKeeper.ts';
import { fits } from '../rules.ts';
import { listValues } from '../queries/values.ts';
import { replaceValue } from '../writes.ts';

/** Names are the same whatever their capitals, and whether words are parted by spaces or by signs. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** A value as the attribute's type writes it: of an instant, its day. */
const written = ({ type }: AttributeDefinition, value: string): string =>
  type === 'date' ? value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1') : value.trim();

/** Keeps fields that are attributes of the site's. What the team has said of a contact stays. */
export const keepFields = async (
  ctx: Context,
  site: Parameters<FieldKeeper>[0],
  visitorId: string,
  fields: Parameters<FieldKeeper>[2],
  { via, at }: Parameters<FieldKeeper>[3],
): Promise<KeptFields> => {
  const attributes = new Map(site.settings.contacts.attributes.map((one) => [keyOf(one.name), one]));
  const known = new Set(
    (await listValues(ctx, { siteId: site.id, visitors: [visitorId] })).map(({ attributeId }) => attributeId),
  );
  const refused: KeptFields['refused'] = [];
  const kept = fields.flatMap(({ name, value }) => {
    const defined = attributes.get(keyOf(name));
    if (!defined) {
      refused.push({ name, reason: 'unknown' });
      return [];
    }
    const one = written(defined, value);
    if (!fits(defined, one) || !hasVisibleText(one)) {
      refused.push({ name, reason: 'not_of_type' });
      return [];
    }
    if (known.has(defined.id)) return [];
    known.add(defined.id);
    return [{ siteId: site.id, visitorId, attributeId: defined.id, value: one, staffId: '', via, at }];
  });
  return { refused, write: (tx) => kept.flatMap((row) => replaceValue(tx, [visitorId], row, row)) };
};
