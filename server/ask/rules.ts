import { slugFrom } from '../core/content/slug.ts';
import type { CommunityAnswers } from '../../shared/ask/defaults.ts';
import type { HoldMode } from '../core/moderation/rules.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { QuestionRow } from './queries/questions.ts';

/** Links that a first message may carry before somebody looks at it. */
const maxLinks = 3;

/** Why a new question is held for review, or null: it goes straight to the inbox. */
export const reasonToHold = (given: {
  /** The trap field: people never see it, programs fill it in. */
  honeypot: string;
  text: string;
  /** True while more new conversations arrive than the site's people could read. */
  flooded: boolean;
}): 'honeypot' | 'links' | 'flood' | null => {
  if (given.honeypot !== '') return 'honeypot';
  if ((given.text.match(/https?:\/\//gi) ?? []).length > maxLinks) return 'links';
  return given.flooded ? 'flood' : null;
};

/** Words of a question's title for the address of its page. */
export const slugOf = (title: string): string => slugFrom(title) || 'question';

/** The front of a site's help centre. */
export const homePath = (siteKey: string): string => `/sites/${siteKey}`;

/** The path of a question's public page. */
export const questionPath = (siteKey: string, id: string, slug: string): string =>
  `/sites/${siteKey}/questions/${id}/${encodeURIComponent(slug)}`;

/** The text that a question's conversation starts with: the title alone, or title and details. */
export const openingMessage = (title: string, details: string): string =>
  details.trim() === '' ? title : `${title}\n\n${details}`;

/** Whether visitors may answer a public question. */
export const takesAnswers = (
  site: Pick<Site, 'settings'>,
  question: Pick<QuestionRow, 'closedAt'>,
): boolean => site.settings.communityAnswers !== 'off' && question.closedAt === null;

/** Which of visitors' answers are held. */
export const holdModeOf = (mode: CommunityAnswers): HoldMode => (mode === 'trusted' ? 'first' : 'always');

/** The weight of an answer in search: official, accepted, or other. */
export const weightOf = (answer: { official: boolean; accepted: boolean }): number =>
  answer.official ? 1 : answer.accepted ? 0.8 : 0.5;
