import type { RuleChoices } from '../../../shared/rules/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import type { Words } from './fieldKinds.ts';
import type { RuleTexts } from './texts.ts';

/** Everything that rules are put into words with. */
export const useWords = (texts: RuleTexts, choices: RuleChoices): Words => {
  const features = useFeatures();
  const { tag } = useLanguage();
  return { texts, choices, tag, channelName: (kind) => kindName(features, kind, tag) };
};
