import { canonicalEmail } from '../emailAddress.ts';
import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { ModerationSettings } from '../../../shared/core/moderation/settings.ts';
import type { ModeratedState, WordAction } from '../../../shared/core/moderation/states.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { findWord, fold } from './words.ts';

/** Which contributions wait for staff: none, a person's first, those with links of people without trust, or all. */
export type HoldMode = 'off' | 'first' | 'links' | 'always';

/** Facts about a contribution, when it is decided whether everybody sees it. */
export interface Facts {
  mode: HoldMode;
  body: string;
  rich: readonly RichNode[];
  name: string;
  email: string;
  /** Network address it came from. */
  address: string;
  hasFiles: boolean;
  isTrusted: boolean;
  /** True when the page signed who they are. */
  verified: boolean;
  /** True when a field was filled in that people leave empty, or it came faster than people write. */
  trapped: boolean;
  /** True when the site gets more than people could read. */
  flooded: boolean;
  /** True when it was approved before, and is changed. */
  isEdit: boolean;
  /** Names of the team and of the site. */
  teamNames: readonly string[];
}

/** The fate of a contribution. */
export interface Outcome {
  action: 'publish' | WordAction;
  reason: HeldReason | null;
  /** The listed word that it holds. */
  word: string | null;
}

/** True for whom enough was approved, and little was refused. */
export const isTrusted = ({ approved, refused }: History, settings: ModerationSettings): boolean =>
  approved >= settings.trustAfter && approved >= 2 * refused;

const countLinks = (nodes: readonly RichNode[]): number =>
  nodes.reduce<number>(
    (sum, node) =>
      typeof node === 'string' ? sum : sum + (node.tag === 'a' ? 1 : 0) + countLinks(node.children ?? []),
    0,
  );

/** True for a sender whom the site lists. */
const isListed = ({ names, addresses }: ModerationSettings, { name, email, address }: Facts): boolean => {
  const foldedName = fold(name);
  const mail = canonicalEmail(email);
  return (
    names.some((listed) => foldedName !== '' && fold(listed) === foldedName) ||
    addresses.some((listed) => {
      if (!listed.includes('@')) return address.startsWith(listed.toLowerCase());
      const end = canonicalEmail(listed);
      return mail !== '' && (mail === end || mail.endsWith(end));
    })
  );
};

/** True for a name that readers would take for the team's. */
const looksLikeTeam = (
  { holdTeamNames }: ModerationSettings,
  { name, verified, teamNames }: Facts,
): boolean => {
  const folded = fold(name);
  return holdTeamNames && !verified && folded !== '' && teamNames.some((one) => fold(one) === folded);
};

/** The weightiest listed word of a text: one that refuses before one that hides before one that holds. */
const wordIn = ({ words }: ModerationSettings, { body, name }: Facts) => {
  const weights: readonly WordAction[] = ['refuse', 'hide', 'hold'];
  for (const action of weights) {
    const found = findWord(
      words.filter((word) => word.action === action).map(({ text }) => text),
      [body, name],
    );
    if (found !== null) return { action, word: found };
  }
  return null;
};

/** Why something waits, besides listed words. */
const reasonToHold = (settings: ModerationSettings, facts: Facts): HeldReason | null => {
  const { mode, isTrusted: isKnown, isEdit } = facts;
  if (isListed(settings, facts)) return 'blocked';
  if (looksLikeTeam(settings, facts)) return 'name';
  const hasManyLinks = mode !== 'off' && !isKnown && countLinks(facts.rich) > settings.maxLinks;
  const hasNewFiles = settings.holdFiles && !isKnown && facts.hasFiles;
  // What was let in by somebody is not let in with other links or files.
  if (isEdit) return mode === 'always' || hasManyLinks || hasNewFiles ? 'edited' : null;
  if (mode === 'always') return 'always';
  if (mode === 'first' && !isKnown) return 'first';
  if (hasManyLinks) return 'links';
  if (hasNewFiles) return 'files';
  return facts.flooded && !isKnown ? 'flood' : null;
};

/**
 * Decides whether everybody sees what a visitor wrote. What looks bad is held, with the reason, and its author sees that;
 * only words that the owner listed so are refused, or hidden for good.
 */
export const judge = (settings: ModerationSettings, facts: Facts): Outcome => {
  const listed = wordIn(settings, facts);
  if (listed) return { action: listed.action, reason: 'blocked', word: listed.word };
  const reason = facts.trapped ? 'suspicious' : reasonToHold(settings, facts);
  return { action: reason ? 'hold' : 'publish', reason, word: null };
};

/** The state of a contribution by what becomes of it; what is refused has none. */
export const stateOf = { publish: 'public', hold: 'waiting', hide: 'hidden' } as const satisfies Record<
  Exclude<Outcome['action'], 'refuse'>,
  ModeratedState
>;
