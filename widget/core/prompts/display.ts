import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import type { Memory, Moment } from '../../../shared/core/prompts/rules.ts';

/* Between what judges when a prompt is due and what draws it: they are built apart. */

/** Told what became of a prompt, and, with nothing, that it is gone. */
export type OnPromptOutcome = (outcome?: 'acted' | 'dismissed') => void;

/** A prompt on the page. */
export interface ShownPrompt {
  /** Takes it away without calling it a dismissal: something else came in its place. */
  leave(): void;
}

/** A prompt that is fetched and not to be seen yet. */
export interface PreparedPrompt {
  show(onOutcome: OnPromptOutcome): ShownPrompt;
  drop(): void;
}

/** Draws prompts. */
export interface PromptDisplay {
  /**
   * Fetches everything that a prompt needs, and draws nothing yet.
   * @returns null when it may not be shown after all
   */
  load(prompt: PublicPrompt): Promise<PreparedPrompt | null>;
  /** Opens what tells the owner why something is, or is not, shown on this page. */
  explain(): Promise<void>;
}

/** The watch that judges when a prompt is due, as the debugger on the page reads it. */
export interface PromptWatch {
  moment(): Moment;
  memory(): Memory;
  /** Forgets everything that was shown and dismissed. */
  forget(): void;
}
