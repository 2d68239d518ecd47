import { primarySubtag } from '../../shared/core/languages.ts';
import type { SurveyShown } from '../../shared/nps/schema.ts';
import type { NamedPrompt } from '../core/prompts/namedPrompt.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { fill, ownTextsIn } from '../core/pages/texts.ts';
import type { SurveyRow } from './queries.ts';
import { npsTexts } from './texts.ts';

/** The owner's words in a language, or in one of its kind (`de` for `de-AT`). */
const ownIn = (texts: Record<string, string>, language: string): string => {
  const primary = primarySubtag(language);
  for (const tag of [language, primary]) {
    const own = Object.hasOwn(texts, tag) ? texts[tag] : undefined;
    if (own?.trim()) return own;
  }
  return '';
};

/** A survey as a visitor reads it, in a language: the owner's words, else ours. */
export const surveyFor = (site: Site, survey: SurveyRow, language: string): SurveyShown => {
  const ours = npsTexts({ tag: language, own: ownTextsIn(site.settings, language) });
  return {
    id: survey.id,
    site: site.name,
    question: ownIn(survey.question, language) || fill(ours.question, { site: site.name }),
    follow: {
      promoter: ownIn(survey.follow.promoter, language) || ours.promoter,
      passive: ownIn(survey.follow.passive, language) || ours.passive,
      detractor: ownIn(survey.follow.detractor, language) || ours.detractor,
    },
    link: survey.link,
    makeRight: survey.makeRight,
  };
};

/** The browser's form of a survey. */
export const promptOf = ({ id, name, apartDays, rule: { on: _, ...rule } }: SurveyRow): NamedPrompt => ({
  ...rule,
  id,
  name,
  kind: 'survey',
  ...(apartDays > 0 && { apartDays }),
});
