import TurndownService from 'turndown';
import { isSafeHref } from '../../../shared/core/richText.ts';

/** Makes what turns another system's HTML into our Markdown. @param without elements that go with what is in them */
export const createTurndown = (without: TurndownService.Filter): TurndownService => {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  service.remove(without);
  // Links that lead nowhere that people may be led to are their words.
  service.addRule('unsafe links', {
    filter: (node) => node.nodeName === 'A' && !isSafeHref(node.getAttribute('href')),
    replacement: (content) => content,
  });
  return service;
};
