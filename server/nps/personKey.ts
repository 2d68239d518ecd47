import type { Visitor } from '../core/people/visitors/visitor.ts';

/** The person who answers: a visitor, or the reader of a link. */
export interface Person {
  /** The key that makes two answers one person's. */
  key: string;
  visitor: Visitor | null;
  /** Whom the site knows: signed, or written to. */
  isKnown: boolean;
}
