import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { Database } from '../core/db/database.ts';
import { type CompiledRules, compileRules } from './evaluate.ts';
import { listRules, readVersion, type RuleRow } from './queries.ts';

/** Sites whose rules are at hand. */
const maxSites = 200;

interface Kept {
  version: string;
  rules: CompiledRules<RuleRow>;
}

const kept = new WeakMap<Database, BoundedMap<string, Kept>>();

/** A site's rules that are on, ready to be held against events; null where it has none. */
export const compiledRules = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
): Promise<CompiledRules<RuleRow> | null> => {
  const version = await readVersion(ctx, siteId);
  if (!version) return null;
  const bySite = kept.get(ctx.database) ?? new BoundedMap<string, Kept>(maxSites);
  kept.set(ctx.database, bySite);
  const known = bySite.get(siteId);
  if (known?.version === version) return known.rules;
  const rules = compileRules((await listRules(ctx, siteId)).filter(({ isOn }) => isOn));
  bySite.set(siteId, { version, rules });
  return rules;
};
