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
  /** Entries that were written from public questions, by the question: one that is out in the question's own language. */
  ofQuestions(site: Site, asked: readonly AskedRef[]): Promise<Map<string, KnowledgeCard>>;
  /** The path of what stood at an address in another system, from its path there; null for none that is out. */
  former?(site: Site, path: string): Promise<string | null>;
  /** Keeps that it helped somebody, or did not. */
  vote(site: Site, id: string, helped: boolean, address: string): Promise<void>;
}

/** The source of knowledge for the team alone. Bound to the context. Paths are of the staff's pages. */
export interface TeamKnowledge extends Pick<KnowledgeSource, 'kind' | 'cards'> {
  /** True where its texts are written to be sent as they stand, in Markdown, once what they leave open is filled in. */
  readonly isReply?: true;
}

/** A public question, and the conversation that it was made of. */
export interface AskedRef {
  id: string;
  conversation: string | null;
  language: string;
}

/** A question with what answers it, as it was written: what an entry can be written from. */
export interface AskedQuestion extends AskedRef {
  title: string;
  /** Markdown. */
  details: string;
  /** The official and accepted answers; where there are none, the one that stands first. Markdown. */
  answers: string[];
  category: string | null;
  /** Of its public page; null while there is none. */
  path: string | null;
}

/** Questions that the team can write from. Bound to the context. */
export interface QuestionSource {
  find(site: Site, of: { question: string } | { conversation: string }): Promise<AskedQuestion | null>;
}
