import { primarySubtag } from '../../shared/core/languages.ts';
import type { NamedPrompt } from '../core/prompts/namedPrompt.ts';
import type { InvitationRow } from './queries.ts';

/** The text a visitor reads: in their language, in one of its kind (`de` for `de-AT`), or none. */
export const textFor = (
  { texts }: Pick<InvitationRow, 'texts'>,
  language: string,
): { text: string; action: string } | null => {
  const primary = primarySubtag(language);
  const tag =
    [language, primary].find((one) => Object.hasOwn(texts, one)) ??
    Object.keys(texts).find((one) => primarySubtag(one) === primary);
  return tag === undefined ? null : (texts[tag] ?? null);
};

/** The browser's form of an invitation: for who reads none of its languages it never becomes due. */
export const promptOf = ({ id, name, rule: { on: _, ...rule }, texts }: InvitationRow): NamedPrompt => ({
  ...rule,
  id,
  name,
  kind: 'invitation',
  conditions: {
    ...rule.conditions,
    languages: rule.conditions.languages?.length
      ? rule.conditions.languages
      : [...new Set(Object.keys(texts).map((tag) => primarySubtag(tag)))],
  },
});
