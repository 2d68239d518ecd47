import type { AnnouncementState } from '../../shared/announcements/kinds.ts';
import { primarySubtag } from '../../shared/core/languages.ts';
import { isPage } from '../../shared/core/prompts/rules.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { NamedPrompt } from '../core/prompts/namedPrompt.ts';
import type { AnnouncementRow } from './queries.ts';

/** Where it stands now: nothing has to run for it to appear or to go. */
export const stateOf = (
  {
    isPublished,
    publishAt,
    expiresAt,
    closedAt,
  }: Pick<AnnouncementRow, 'isPublished' | 'publishAt' | 'expiresAt' | 'closedAt'>,
  now: number,
): AnnouncementState =>
  !isPublished
    ? 'draft'
    : publishAt > now
      ? 'scheduled'
      : (expiresAt !== null && expiresAt <= now) || closedAt !== null
        ? 'over'
        : 'live';

/** Text in a language, or in another region's variant of it; null when there is none. */
export const textIn = <Text>(texts: Record<string, Text>, language: string): Text | null => {
  const primary = primarySubtag(language);
  const tag =
    [language, primary].find((one) => Object.hasOwn(texts, one)) ??
    Object.keys(texts).find((one) => primarySubtag(one) === primary);
  return tag === undefined ? null : (texts[tag] ?? null);
};

/** Whether somebody on a page is told; without a page only what is for all of them. */
export const isForPage = ({ pages }: Pick<AnnouncementRow, 'pages'>, page: string | undefined): boolean => {
  if (pages.length === 0) return true;
  try {
    return page !== undefined && pages.some((match) => isPage(match, page));
  } catch {
    return false;
  }
};

/** Text in a language, else the first one: an announcement has at least one. */
export const textOrFirst = <Text>(texts: Record<string, Text>, language: string): Text =>
  assertPresent(textIn(texts, language) ?? Object.values(texts)[0], 'it is written in one language at least');

/** The languages that it is written in, without their regions. */
export const primaryLanguages = (texts: AnnouncementRow['texts']): string[] => [
  ...new Set(Object.keys(texts).map((tag) => primarySubtag(tag))),
];

/** The browser's form of an announcement that is shown as a prompt. */
export const promptOf = (row: AnnouncementRow): NamedPrompt => {
  const { on: _, ...rule } = row.rule;
  const { conditions } = rule;
  return {
    ...rule,
    id: row.id,
    name: Object.values(row.texts)[0]?.title ?? '',
    kind: 'announcement',
    conditions: {
      ...conditions,
      ...(row.pages.length > 0 && { pages: row.pages }),
      ...(row.attributes.length > 0 && { attributes: row.attributes }),
      languages: primaryLanguages(row.texts),
    },
  };
};
