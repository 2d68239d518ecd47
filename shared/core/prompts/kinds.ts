import type { z } from 'zod';
import type * as schema from './schema.ts';

/** Names the feature whose prompt it is, which brings the words and the look. */
export type PromptKind = z.infer<typeof schema.promptKind>;

export type PageMatch = z.infer<typeof schema.pageMatch>;

export type AttributeTest = z.infer<typeof schema.attributeTest>;

export type Conditions = z.infer<typeof schema.conditions>;

export type Frequency = z.infer<typeof schema.frequency>;

export type PromptRule = z.infer<typeof schema.promptRule>;

export type PublicPrompt = z.infer<typeof schema.publicPrompt>;

export type PromptBudget = z.infer<typeof schema.promptBudget>;

export type PublicPrompts = z.infer<typeof schema.publicPrompts>;

export type NewsDot = z.infer<typeof schema.newsDot>;

export type PromptList = z.infer<typeof schema.promptList>;

export type Exposure = z.infer<typeof schema.exposure>;

export type ExposureOutcome = z.infer<typeof schema.exposureOutcome>;

export type ExposureCounts = z.infer<typeof schema.exposureCounts>;

/** A prompt's rule until the owner says otherwise: once ever, a dismissal is for good. */
export const defaultRule = (): PromptRule => ({
  on: false,
  priority: 50,
  sample: 100,
  holdout: 0,
  often: { kind: 'ever' },
  backOffDays: 0,
  conditions: {},
  goal: null,
});

/** The budget until the owner says otherwise. */
export const defaultBudget = (): PromptBudget => ({
  on: true,
  perSession: 1,
  perDay: 2,
  perMonth: 8,
  quietHours: 24,
  leastSeconds: 5,
  notPages: [],
});
