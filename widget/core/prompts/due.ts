import type { Exposure, ExposureOutcome, PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { remember } from '../../../shared/core/prompts/memory.ts';
import type { PreparedPrompt, ShownPrompt } from './display.ts';
import type { PromptMemory } from './promptMemory.ts';
import { maxTraces, type Trace } from './trace.ts';

/** The counting of what is due, as the server is told. */
interface Counts {
  expose(prompt: PublicPrompt, arm: Exposure['arm'], loose: boolean): Trace;
  outcome(id: string, outcome: ExposureOutcome['outcome']): void;
}

/** Remembers a prompt that became due, and counts it by an id that leads to nobody. */
export const expose = (
  counts: Counts,
  { memory, mayKeep, keep }: PromptMemory,
  prompt: PublicPrompt,
  arm: Exposure['arm'],
): Trace => {
  remember(memory, prompt, Date.now(), arm === 'held');
  const trace = counts.expose(prompt, arm, !mayKeep());
  if (prompt.goal) memory.traces = [...memory.traces, trace].slice(-maxTraces);
  keep();
  return trace;
};

/** Shows a prompt that is due, and counts its outcome. @param onGone it left the page */
export const present = (
  counts: Counts,
  prompt: PublicPrompt,
  view: PreparedPrompt,
  store: PromptMemory,
  onGone: () => void,
): ShownPrompt => {
  const { id } = expose(counts, store, prompt, 'shown');
  return view.show((outcome) => {
    if (!outcome) return onGone();
    store.recall();
    if (outcome === 'dismissed') store.memory.dismissed[prompt.id] = Date.now();
    // Either is to act: that it stays away is what they asked for.
    store.keep(true);
    counts.outcome(id, outcome);
  });
};
