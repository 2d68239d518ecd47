import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { ModeratedState } from '../../../shared/core/moderation/states.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import type { Context } from '../../context.ts';
import { isFlooded } from '../conversations/flood.ts';
import { Failure } from '../http/failure.ts';
import { took } from '../http/limits.ts';
import type { Site } from '../people/sites/sites.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { refuseBlockedWriter } from './blocks.ts';
import { listSamePerson, listTeamNames } from './queries.ts';
import { type HoldMode, isTrusted, judge, stateOf } from './rules.ts';

/** Public contributions of an address that are taken as a person's, of all kinds together. */
const likelyRate = { perMinute: 3, burst: 6 };

/** True when more comes from an address than a person writes; takes one place otherwise. */
export const isBurst = ({ limiter }: Pick<Context, 'limiter'>, site: Site, address: string): boolean =>
  !took(limiter, 'public writing', `${site.id} ${address}`, likelyRate);

/** Counts what of some visitors was approved and refused, of all kinds together. */
export const historiesOf = async (
  ctx: Context,
  siteId: string,
  visitors: readonly string[],
): Promise<Map<string, History>> => {
  const all = new Map<string, History>();
  if (visitors.length === 0) return all;
  const found = await Promise.all(ctx.moderated.map((kind) => kind.histories(siteId, visitors)));
  for (const histories of found)
    for (const [visitor, { approved, refused }] of histories) {
      const before = all.get(visitor) ?? { approved: 0, refused: 0 };
      all.set(visitor, { approved: before.approved + approved, refused: before.refused + refused });
    }
  return all;
};

/** A person's history on a site, on whichever device; never from another site. */
export const historyOf = async (ctx: Context, site: Site, visitor: Visitor): Promise<History> => {
  if (visitor.isNew) return { approved: 0, refused: 0 };
  const all = await historiesOf(ctx, site.id, await listSamePerson(ctx, site.id, visitor));
  return [...all.values()].reduce(
    (sum, { approved, refused }) => ({ approved: sum.approved + approved, refused: sum.refused + refused }),
    { approved: 0, refused: 0 },
  );
};

/** Whether a person's word counts in full: known for certain, or trusted by what was approved. */
export const isTrustedVoice = async (ctx: Context, site: Site, visitor: Visitor): Promise<boolean> =>
  visitor.subject !== null ||
  visitor.emailVerified ||
  isTrusted(await historyOf(ctx, site, visitor), site.settings.moderation);

/** Something that a visitor writes in public. */
export interface Contribution {
  mode: HoldMode;
  /** Title and text. */
  body: string;
  /** The field that's named where a word isn't taken; `body` unless said otherwise. */
  field?: string;
  rich: readonly RichNode[];
  name: string;
  email: string;
  address: string;
  hasFiles: boolean;
  /** True when a field was filled in that people leave empty, or it came faster than people write. */
  trapped: boolean;
  /** True when it is changed; `wasPublic` when everybody sees it until then. */
  edit?: { wasPublic: boolean };
  /** Somebody else's opinion, asked of those without trust alone. */
  isSpam?: () => Promise<boolean>;
}

/** Whether everybody sees a contribution, and why not. */
export interface Verdict {
  state: ModeratedState;
  reason: HeldReason | null;
}

/**
 * Judges what a visitor writes in public by the site's rules and the person's history.
 * @throws Failure `forbidden` for whom staff have blocked, `invalid` for words that the owner doesn't take
 */
export const judgeContribution = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: Contribution,
): Promise<Verdict> => {
  const { edit, isSpam, field = 'body', ...facts } = given;
  await refuseBlockedWriter(ctx, site, visitor, given);
  const rules = site.settings.moderation;
  const { approved, refused } = await historyOf(ctx, site, visitor);
  // What is edited doesn't make its own writer trusted.
  const isKnown = isTrusted({ approved: approved - (edit?.wasPublic ? 1 : 0), refused }, rules);
  const outcome = judge(rules, {
    ...facts,
    isTrusted: isKnown,
    verified: visitor.subject !== null,
    trapped: facts.trapped || (!isKnown && (await isSpam?.()) === true),
    // Who is trusted takes no place from others.
    flooded: !edit && !isKnown && isFlooded(ctx, site),
    isEdit: edit?.wasPublic ?? false,
    teamNames:
      given.name && rules.holdTeamNames
        ? [...(await listTeamNames(ctx, site.id)), site.name, site.settings.teamName]
        : [],
  });
  if (outcome.action === 'refuse')
    throw new Failure('invalid', 'This site doesn’t take one of these words.', {
      fields: { [field]: 'not_allowed' },
    });
  return { state: stateOf[outcome.action], reason: outcome.reason };
};
