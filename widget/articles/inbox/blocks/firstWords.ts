import type { ArticleBlock } from '../../../../shared/articles/blockSchema.ts';

/** The beginning of a block as a list shows it: in a language, or the first that it has, without the marks of Markdown. */
export const firstWords = ({ texts }: ArticleBlock, language: string, length: number): string =>
  (texts[language] ?? Object.values(texts)[0] ?? '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_`~#>|[\]]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length);
