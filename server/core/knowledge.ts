import type { RichNode } from '../../shared/core/richText.ts';
import type { Site } from './people/sites/sites.ts';

/** An entry as it is shown before it is opened. */
export interface KnowledgeCard {
  /** Of its search document, and of the entry itself. */
  id: string;
  title: string;
  /** Everything that is searched beside the title: passages are places in it. */
  text: string;
  language: string;
  category: string | null;
  path: string;
}

/** An entry as its readers get it. */
export interface KnowledgeEntry extends Omit<KnowledgeCard, 'text'> {
  author: string;
  at: number;
  updatedAt: number;
  rich: RichNode[];
  /** The number of people it helped. */
  helped: number;
}

/**
 * A feature's public knowledge besides questions: suggested among them, opened like an answer, and listed in the help
 * centre. Bound to the context.
 */
export interface KnowledgeSource {
  /** The kind of its search documents. */
  readonly kind: string;
  /** Entries that everybody may read now, by the ids of their search documents. */
  cards(site: Site, ids: readonly string[]): Promise<KnowledgeCard[]>;
  /** One entry; null for what nobody may read. */
  open(site: Site, id: string): Promise<KnowledgeEntry | null>;
  /** Those of a language in the team's order, of one category or of all. */
  list(site: Site, given: { language: string; category?: string; limit: number }): Promise<KnowledgeCard[]>;
  countByCategory(siteId: string, language: string): Promise<{ name: string; total: number }[]>;
  /** All of them in every language, for search engines. */
  addresses(site: Site): AsyncIterable<{ path: string; updatedAt: number }>;
  /** Keeps that it helped somebody, or did not. */
  vote(site: Site, id: string, helped: boolean, address: string): Promise<void>;
}
