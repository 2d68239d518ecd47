import { DateTime } from 'luxon';
import { foldedWords } from '../core/search/foldText.ts';

/*
 * What staff type to find something: words, and filters such as `label:refund` or `after:2026-01-31`. A filter with a value
 * that makes no sense is taken for words, so that nothing typed is ever an error.
 */

export interface SearchQuery {
  /** Folded. Each must be found; all but single letters stand for every word that begins like them. */
  words: string[];
  label: string | null;
  assigned: string | null;
  team: string | null;
  kind: string | null;
  priority: string | null;
  status: 'open' | 'closed' | 'snoozed' | 'held' | null;
  /** Milliseconds: from the first, before the second. */
  from: number | null;
  to: number | null;
}

/** Words of a query that are looked up. */
const maxWords = 8;

const dayOf = (text: string, zone: string): DateTime | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = DateTime.fromISO(text, { zone });
  return day.isValid ? day : null;
};

/** @param zone the site's: its days begin there */
export const readQuery = (text: string, zone: string): SearchQuery => {
  const query: SearchQuery = {
    words: [],
    label: null,
    assigned: null,
    team: null,
    kind: null,
    priority: null,
    status: null,
    from: null,
    to: null,
  };
  const take = (name: string, value: string): boolean => {
    const day = dayOf(value, zone);
    switch (name) {
      case 'label':
      case 'assigned':
      case 'team':
      case 'kind':
      case 'priority':
        query[name] = value.toLowerCase();
        return true;
      case 'is':
        if (!/^(?:open|closed|snoozed|held)$/.test(value)) return false;
        query.status = value as SearchQuery['status'];
        return true;
      case 'after':
        if (day) query.from = day.toMillis();
        return day !== null;
      case 'before':
        if (day) query.to = day.toMillis();
        return day !== null;
      default:
        return false;
    }
  };
  const rest: string[] = [];
  for (const [part, name, quoted, plain] of text
    .slice(0, 400)
    .matchAll(/(?:(\w+):(?:"([^"]*)"|(\S+)))|\S+/g)) {
    if (name && take(name.toLowerCase(), quoted ?? plain ?? '')) continue;
    const day = dayOf(part, zone);
    if (day) {
      query.from = day.toMillis();
      query.to = day.plus({ days: 1 }).toMillis();
    } else rest.push(part);
  }
  query.words = [...new Set(foldedWords(rest.join(' ')))].slice(0, maxWords);
  return query;
};

/** True when a query asks for nothing. */
export const isEmpty = ({ words, ...filters }: SearchQuery): boolean =>
  words.length === 0 && Object.values(filters).every((value) => value === null);
