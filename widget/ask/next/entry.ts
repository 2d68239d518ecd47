import { addRich } from '../../core/ui/richRules.ts';
import type { Surface } from '../../core/context.ts';
import { AnswerView } from './AnswerView.tsx';
import rules from './next.css?inline';
import { createOutcome } from './outcome.ts';
import { SolvedView } from './SolvedView.tsx';
import type { NextPart } from '../types.ts';
import { createWrite } from './write.ts';
import { WriteView } from './WriteView.tsx';

export const openNext = (surface: Surface): NextPart => {
  addRich(surface);
  surface.addStyles(rules);
  const outcome = createOutcome(surface.context.call, surface.context.texts.language);
  return { outcome, write: createWrite(surface, outcome), AnswerView, WriteView, SolvedView };
};
