import { createTurndown } from '../../core/content/turndown.ts';

const service = createTurndown(['script', 'style', 'iframe', 'object', 'embed', 'noscript', 'template']);

/** Looks like markup: words that hold a tag. What holds none is taken as it is. */
const isMarkup = /<\/?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);/i;

/** Another system's HTML as our Markdown: paragraphs, lists, quotes, code and links stay; what can run does not. */
export const markdownOf = (html: string): string => {
  const text = html.trim();
  if (!isMarkup.test(text)) return text;
  // Lines that were meant as lines: WordPress keeps them without tags.
  const lines = /<(?:p|br|div|li)\b/i.test(text) ? text : text.replace(/\n/g, '<br>\n');
  return service.turndown(lines).trim();
};
