import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';

/** A prompt with what staff call it. */
export type NamedPrompt = PublicPrompt & { name: string };
