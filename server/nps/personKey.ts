import type { Visitor } from '../core/people/visitors/visitor.ts';

/** Who answers: a visitor, or whom a link was sent to. */
export interface Person {
  /** What makes two answers one person's. */
  key: string;
  visitor: Visitor | null;
  /** Whom the site knows: signed, or written to. */
  isKnown: boolean;
}
