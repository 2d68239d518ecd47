import { canonicalEmail } from '../emailAddress.ts';
import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { RichNode } from '../../../shared/core/richText.ts';

/** Senders and words that wait for the team, always. */
export interface BlockLists {
  readonly blockedWords: readonly string[];
  readonly blockedNames: readonly string[];
  /** Beginnings of network addresses, email addresses and their domains (`@spam.test`). */
  readonly blockedAddresses: readonly string[];
}

/** By which rules visitors' words for everybody are held. */
export interface HoldRules extends BlockLists {
  /** Which comments wait for staff: none, a person's first, those with links from people without trust, or all. */
  readonly moderation: 'off' | 'first' | 'links' | 'always';
  /** The number of approved contributions after which a person is trusted. */
  readonly trustAfter: number;
}

/** Facts about a contribution, when it is decided whether everybody sees it. */
export interface Facts {
  body: string;
  rich: RichNode[];
  name: string;
  email: string;
  /** Network address it came from. */
  address: string;
  /** The number of their contributions approved on the site before. */
  approved: number;
  /** True when the page signed who they are. */
  verified: boolean;
  /** True when a field was filled in that people leave empty. */
  trapped: boolean;
  /** True when the site gets more than people could read. */
  flooded: boolean;
  /** True when it was approved before, and is changed. */
  isEdit: boolean;
}

const hasLink = (nodes: readonly RichNode[]): boolean =>
  nodes.some((node) => typeof node !== 'string' && (node.tag === 'a' || hasLink(node.children ?? [])));

/** Folds what people write alike: case, accents, compatibility forms. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** True when a text holds a word, or a phrase, that is no part of a longer word. */
const holds = (folded: string, word: string): boolean => {
  const wanted = fold(word);
  if (!wanted) return false;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const around = `${folded[at - 1] ?? ' '}${folded[at + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
};

const isBlocked = (settings: BlockLists, { body, name, email, address }: Facts): boolean => {
  const folded = fold(body);
  const foldedName = fold(name);
  const mail = canonicalEmail(email);
  return (
    settings.blockedWords.some((word) => holds(folded, word) || holds(foldedName, word)) ||
    settings.blockedNames.some((blocked) => foldedName !== '' && fold(blocked) === foldedName) ||
    settings.blockedAddresses.some((blocked) => {
      if (!blocked.includes('@')) return address.startsWith(blocked.toLowerCase());
      const end = canonicalEmail(blocked);
      return mail !== '' && (mail === end || mail.endsWith(end));
    })
  );
};

/**
 * Whether everybody sees what a visitor wrote, or why it waits for staff. Nothing is rejected here: what looks bad is held, with
 * the reason, and its author sees that.
 */
export const judge = (settings: HoldRules, facts: Facts): HeldReason | null => {
  const isTrusted = facts.approved >= settings.trustAfter;
  if (facts.trapped) return 'suspicious';
  if (isBlocked(settings, facts)) return 'blocked';
  if (facts.isEdit) {
    // What was let in by somebody is not let in with other links.
    if (settings.moderation === 'always') return 'edited';
    return settings.moderation !== 'off' && !isTrusted && hasLink(facts.rich) ? 'edited' : null;
  }
  if (settings.moderation === 'always') return 'always';
  if (settings.moderation === 'first' && !isTrusted) return 'first';
  if (settings.moderation !== 'off' && !isTrusted && hasLink(facts.rich)) return 'links';
  return facts.flooded ? 'flood' : null;
};
