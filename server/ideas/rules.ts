import type { IdeaMode } from '../../shared/ideas/states.ts';
import { primarySubtag } from '../../shared/core/languages.ts';
import { ownValue } from '../../shared/core/own.ts';
import type { HoldMode } from '../core/moderation/rules.ts';
import { slugFrom } from '../core/content/slug.ts';
import type { NewEvent } from '../core/db/database.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { ideaTexts } from './texts.ts';

/** Which of visitors' ideas are held. */
export const holdModeOf = (mode: IdeaMode): HoldMode => (mode === 'trusted' ? 'first' : 'always');

/** Words of an idea's title for the address of its page. */
export const slugOf = (title: string): string => slugFrom(title) || 'idea';

export const ideasPath = (siteKey: string): string => `/sites/${siteKey}/ideas`;

export const roadmapPath = (siteKey: string): string => `/sites/${siteKey}/roadmap`;

/** The path of an idea's public page. */
export const ideaPath = (siteKey: string, id: string, slug: string): string =>
  `${ideasPath(siteKey)}/${id}/${encodeURIComponent(slug)}`;

export const hasIdeas = ({ settings }: Pick<Site, 'settings'>): boolean => settings.ideas.mode !== 'off';

/** @throws Failure `not_found` where the site has no ideas */
export const requireIdeas = (site: Pick<Site, 'settings'>): void => {
  if (!hasIdeas(site)) throw notFound();
};

/** The name of the section: the owner's own, or ours. */
export const sectionName = ({ settings }: Pick<Site, 'settings'>, tag: string): string => {
  const { names } = settings.ideas;
  return ownValue(names, tag) || ownValue(names, primarySubtag(tag)) || ideaTexts(tag).ideas;
};

/**
 * Events of an idea in the log; `step` is about the step, `followed` about the follow, those of a reply about the reply,
 * others about the idea. `recounted` is a change of votes that no report counts.
 */
export type IdeaEvent =
  | 'added'
  | 'held'
  | 'published'
  | 'changed'
  | 'voted'
  | 'recounted'
  | 'step'
  | 'followed'
  | 'replied'
  | 'reply_held'
  | 'reply_published'
  | 'reply_changed';

export const ideaChanged = 'idea.changed';

export const ideaEvent = (kind: IdeaEvent, subject: string): NewEvent => ({
  kind: `idea.${kind}`,
  subject,
  audience: 'staff',
});
