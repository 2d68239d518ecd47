import { type Change, listChanges } from '../../shared/console/changes.ts';
import { cutAtWord } from '../core/content/cut.ts';
import type { SiteDocument } from '../../shared/console/schema.ts';
import type { Role } from '../../shared/core/people/roles.ts';

/** Revisions kept of a site. */
export const keptRevisions = 100;

/** An invitation's link works for so long, milliseconds. */
export const invitationLifetime = 7 * 24 * 3_600_000;

/** Paths that a revision changed, no deeper than a person cares about: `settings.theme.accent`, `settings.texts.de`. */
export const changedPaths = (before: SiteDocument, after: SiteDocument): string[] => {
  const paths = listChanges(before, after).map(({ path }) => path.slice(0, 3).join('.'));
  return [...new Set(paths)].slice(0, 20);
};

/** Code units of a value that the history shows, and items of a list. */
const [maxShown, maxItems] = [80, 8];
/** Names of settings whose values are for nobody to read again. */
const secretName = /secret|token|password/i;

/** A value as the history shows it: enough to know it by. */
const shown = (value: unknown): unknown => {
  if (typeof value === 'string') return cutAtWord(value, maxShown);
  if (typeof value !== 'object' || value === null) return value;
  // Of what holds more, how much it is.
  const items = Object.values(value).map((item) => (typeof item === 'object' ? null : shown(item)));
  return items.includes(null) || items.length <= maxItems ? items : [...items.slice(0, maxItems), '…'];
};

/** The values that a revision changed, before and after. */
export const shownChanges = (before: SiteDocument, after: SiteDocument): Change[] =>
  listChanges(before, after)
    .slice(0, 20)
    .map((change) =>
      change.path.some((name) => secretName.test(name))
        ? { path: change.path, before: '•••', after: '•••' }
        : { path: change.path, before: shown(change.before) ?? null, after: shown(change.after) ?? null },
    );

export interface Actor {
  id: string;
  role: Role;
}

/**
 * Why somebody may not give a role to a person, or take them off the site; null when they may. That an owner is left
 * is not decided here: only the database knows, at the moment of the change.
 * @param wanted the role to be, or null to remove
 */
export const refuseRole = (actor: Actor, person: Actor, wanted: Role | null): string | null => {
  if (person.id === actor.id)
    return wanted === null
      ? 'You can’t remove yourself. Ask someone else.'
      : 'You can’t change your own role. Ask another owner.';
  if (actor.role !== 'owner' && (person.role === 'owner' || wanted === 'owner'))
    return 'Only owners can add or change owners.';
  return null;
};
