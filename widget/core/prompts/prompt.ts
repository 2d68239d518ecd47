import type { ComponentChild } from 'preact';
import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import type { Surface } from '../context.ts';

/** The controls of a prompt's own view. */
export interface PromptControls {
  /** They took it up: from here on closing is no dismissal. */
  acted(): void;
  /** Takes it away; a dismissal for who did not take it up. */
  close(): void;
  /** Takes it away and opens the panel. @param view `home`, `chat`, `callback`, or the id of a conversation */
  open(view?: string): void;
}

export interface PromptView {
  form: 'card' | 'banner' | 'modal';
  /** The name of its region, for those who cannot see it. */
  label: string;
  render(controls: PromptControls): ComponentChild;
}

/** `prompt.tsx` of a feature with prompts. The frame, its closing button and Escape are the panel's. */
export interface PromptEntry {
  /**
   * Fetches everything that it says, words and styles included: nothing covers a page before its content is ready.
   * @returns null when it may not be shown after all (it ended, nobody is free): then nothing happened
   */
  load(surface: Surface, prompt: PublicPrompt): Promise<PromptView | null>;
}
