import { addRich } from '../../core/ui/richRules.ts';
import type { Surface } from '../../core/context.ts';
import { AnswerView } from './AnswerView.tsx';
import rules from './next.css?inline';
import { createOutcome, type Outcome } from './outcome.ts';
import { SolvedView } from './SolvedView.tsx';
import { createWrite, type Write } from './write.ts';
import { WriteView } from './WriteView.tsx';

/** What is loaded once somebody types: answers in full, the form for a person, and what follows it. */
export interface NextPart {
  write: Write;
  outcome: Outcome;
  AnswerView: typeof AnswerView;
  WriteView: typeof WriteView;
  SolvedView: typeof SolvedView;
}

export const openNext = (surface: Surface): NextPart => {
  addRich(surface);
  surface.addStyles(rules);
  const outcome = createOutcome(surface.context.call, surface.context.texts.language);
  return { outcome, write: createWrite(surface, outcome), AnswerView, WriteView, SolvedView };
};
