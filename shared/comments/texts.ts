import type english from './texts/en.ts';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * Texts for readers of comments. One text for what the server renders into a page and for the element that takes its
 * place: nothing may read otherwise when one becomes the other.
 */
export type CommentTexts = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : Plural;
};
