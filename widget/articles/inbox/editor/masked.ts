import { type MaskKind, maskKinds, placeholders } from '../../../../shared/core/content/maskKinds.ts';
import { ourLanguage } from '../../../../shared/core/languages.ts';

/** Placeholders that stand in a text, and how often. @param language the text's */
export const countMasked = (
  text: string,
  language: string,
): { kind: MaskKind; placeholder: string; count: number }[] => {
  const own = placeholders[ourLanguage(language) ?? 'en'];
  return maskKinds
    .map((kind) => ({ kind, placeholder: own[kind], count: text.split(own[kind]).length - 1 }))
    .filter(({ count }) => count > 0);
};
