import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { NewFact } from '../core/facts/types.ts';

const kindOf: Readonly<Record<string, FactKind>> = {
  shown: 'suggestion.shown',
  opened: 'suggestion.opened',
  solved: 'suggestion.solved',
  not_quite: 'suggestion.not_quite',
};

/** The facts of a suggestion's event: not who, and not what they typed. */
export const factsOf = (event: {
  kind: string;
  questionId?: string | null | undefined;
  language: string;
  at: number;
}): NewFact[] => {
  const kind = kindOf[event.kind];
  return kind ? [{ kind, at: event.at, subjectId: event.questionId, language: event.language }] : [];
};
