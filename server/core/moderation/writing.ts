import type { ModeratedState } from '../../../shared/core/moderation/states.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { Context } from '../../context.ts';
import type { Site } from '../people/sites/sites.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { judgeContribution, type Verdict } from './contribution.ts';
import type { HoldMode } from './rules.ts';
import { isLikelyPerson } from './suspicion.ts';

/** The sender's side of what a visitor writes: by which programs are told from people. */
export interface Sender {
  address: string;
  /** True for a form without scripts, and for a mail: they can solve no challenge. */
  isPlain: boolean;
}

/** Something that a visitor writes for everybody, in Markdown. */
interface Given extends Sender {
  /** Judged with the body, and not rendered. */
  title?: string;
  body: string;
  name?: string | undefined;
  /** Honeypot: people never see it and leave it empty. */
  website?: string | undefined;
  took?: number | undefined;
  solution?: string | undefined;
  mode: HoldMode;
  /** The field that's named where a word isn't taken; `body` unless said otherwise. */
  field?: string;
  /** The state of what it replaces. */
  edited?: ModeratedState;
}

/** Something that a visitor wrote, as it's stored. */
export interface Writing extends Verdict {
  rich: RichNode[];
  /** The name that was typed; empty for none. */
  typedName: string;
  /** The name that everybody reads. */
  authorName: string;
  /** True when the page signed who they are. */
  verified: boolean;
}

/**
 * Renders and judges what a visitor writes. What is changed and waited goes on waiting, unless a word hides it for good.
 * @throws Failure `challenge` where a program may be writing, `forbidden` for whom staff have blocked, `invalid` for words
 * that the owner doesn't take
 */
export const readWriting = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: Given,
): Promise<Writing> => {
  const { title, body, address, mode, field, edited } = given;
  const isLikely = await isLikelyPerson(ctx, site, given);
  const rich = await ctx.renderer.render(body, { site: site.id, person: address });
  const typedName = given.name && hasVisibleText(given.name) ? given.name.trim() : '';
  const verified = visitor.subject !== null;
  const authorName = verified ? (visitor.name ?? typedName) : typedName;
  const verdict = await judgeContribution(ctx, site, visitor, {
    ...{ mode, rich, address },
    body: title === undefined ? body : `${title}\n${body}`,
    name: authorName,
    email: visitor.email ?? '',
    hasFiles: false,
    trapped: !isLikely || Boolean(given.website),
    ...(field !== undefined && { field }),
    ...(edited && { edit: { wasPublic: edited === 'public' } }),
  });
  const staysWaiting = edited !== undefined && edited !== 'public' && verdict.state !== 'hidden';
  return {
    ...{ rich, typedName, authorName, verified },
    state: staysWaiting ? 'waiting' : verdict.state,
    reason: verdict.reason,
  };
};
