import type { ReadonlySignal, Signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { PublicQuestion } from '../../shared/ask/schema.ts';
import type { Surface } from '../core/context.ts';
import type { CallError } from '../core/net/client.ts';
import type { Outcome } from './next/outcome.ts';
import type { Write } from './next/write.ts';
import type { Suggestions } from './suggestions.ts';

/** Loaded once somebody types: answers in full, the form for a person, and what follows it. */
export interface NextPart {
  write: Write;
  outcome: Outcome;
  AnswerView: FunctionComponent<{ surface: Surface; ask: Ask }>;
  WriteView: FunctionComponent<{ surface: Surface; ask: Ask; write: Write }>;
  SolvedView: FunctionComponent<{ surface: Surface; ask: Ask }>;
}

/** Why the next step is not there. */
export type Stuck = 'offline' | 'somethingBroke';

/** Where the visitor is: looking, reading an answer, done with it, or writing to a person. */
export type Step = 'find' | 'answer' | 'solved' | 'write';

export interface Ask {
  step: Signal<Step>;
  /** The typed text; never lost. */
  text: ReadonlySignal<string>;
  suggestions: Suggestions;
  /** The answer that is open: itself, null while it loads, or why it could not be read. */
  opened: ReadonlySignal<PublicQuestion | CallError | null>;
  /** The part after searching; null until it is loaded. */
  next: ReadonlySignal<NextPart | null>;
  /** True when it could not be loaded. */
  stuck: ReadonlySignal<Stuck | null>;
  type(text: string): void;
  open(question: string): void;
  /** Reads the open answer again. */
  reread(): Promise<void>;
  solve(): void;
  /** The answer did not help: keeps what was typed and goes on to a person. */
  goOn(): void;
  toPerson(): void;
  /** Tries again to load what could not be loaded. */
  again(): void;
  /** Takes an unsent question up again. */
  edit(id: string): void;
  back(): void;
  /** Ready for the next question. */
  restart(): void;
  dispose(): void;
}
