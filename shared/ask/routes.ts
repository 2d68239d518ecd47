import type { Done } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type {
  AskBody,
  AskReply,
  PublicQuestion,
  SuggestionEventBody,
  SuggestQuery,
  Suggestions,
} from './schema.ts';

/** A CORS-simple request on purpose: no custom header, so that typing costs one round trip and may be cached. */
export const getSuggestions = route<undefined, Suggestions, SuggestQuery>(
  'GET',
  '/api/sites/:site/suggestions',
);
export const getQuestion = route<undefined, PublicQuestion>('GET', '/api/sites/:site/questions/:question');
/** With `Authorization: Bearer <visitor secret>`. */
export const postQuestion = route<AskBody, AskReply>('POST', '/api/sites/:site/questions');
/** Anonymous. */
export const postSuggestionEvent = route<SuggestionEventBody, Done>(
  'POST',
  '/api/sites/:site/suggestion-events',
);
