import { route } from '../route.ts';
import type { Exposure, ExposureOutcome, PromptList } from './kinds.ts';

type Done = { done: true };

/* Of nobody: no secret travels with them, and nothing but what is counted is kept. */
export const postExposure = route<Exposure, Done>('POST', '/api/sites/:site/prompts/:prompt/exposures');
export const postOutcome = route<ExposureOutcome, Done>(
  'POST',
  '/api/sites/:site/exposures/:exposure/outcome',
);

export const listPrompts = route<undefined, PromptList>('GET', '/api/inbox/:site/prompts');
