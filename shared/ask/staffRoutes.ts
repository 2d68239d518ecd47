import { route } from '../core/route.ts';
import type { Done } from '../core/conversations/schema.ts';
import type {
  ChangeAnswer,
  DismissBody,
  DuplicateBody,
  DuplicateLinks,
  Duplicates,
  EmptySearches,
  ExplanationQuery,
  FittingAnswers,
  GapBody,
  Gaps,
  LearnedPhrasings,
  MadeQuestion,
  PinBody,
  PublishBody,
  QuestionPhrasings,
  SearchExplanation,
  SearchState,
  SitePins,
  SiteSynonyms,
  SynonymBody,
} from './staffSchema.ts';

/* The staff's side of ask, under the inbox: `:site` is the site's id. */
export const getMadeQuestion = route<undefined, MadeQuestion>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/question',
);
export const publishQuestion = route<PublishBody, MadeQuestion>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/question',
);
/** Takes the question off the public pages and out of the suggestions; the conversation stays. */
export const unpublishQuestion = route<undefined, MadeQuestion>(
  'DELETE',
  '/api/inbox/:site/conversations/:conversation/question',
);
/** Public answers that fit what the visitor said last: the engine that visitors ask, asked by staff. */
export const listFittingAnswers = route<undefined, FittingAnswers>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/answers',
);
export const patchAnswer = route<ChangeAnswer, MadeQuestion>('PATCH', '/api/inbox/:site/answers/:answer');

export const getDuplicates = route<undefined, Duplicates>(
  'GET',
  '/api/inbox/:site/questions/:question/duplicate',
);
export const linkDuplicate = route<DuplicateBody, Duplicates>(
  'POST',
  '/api/inbox/:site/questions/:question/duplicate',
);
export const unlinkDuplicate = route<undefined, Duplicates>(
  'DELETE',
  '/api/inbox/:site/questions/:question/duplicate',
);
export const listPhrasings = route<undefined, QuestionPhrasings>(
  'GET',
  '/api/inbox/:site/questions/:question/phrasings',
);
export const deletePhrasing = route<undefined, Done>('DELETE', '/api/inbox/:site/phrasings/:phrasing');
export const listSynonyms = route<undefined, SiteSynonyms>('GET', '/api/inbox/:site/synonyms');
export const postSynonym = route<SynonymBody, SiteSynonyms>('POST', '/api/inbox/:site/synonyms');
export const deleteSynonym = route<undefined, SiteSynonyms>('DELETE', '/api/inbox/:site/synonyms/:synonym');
export const listPins = route<undefined, SitePins>('GET', '/api/inbox/:site/pins');
export const postPin = route<PinBody, SitePins>('POST', '/api/inbox/:site/pins');
export const deletePin = route<undefined, SitePins>('DELETE', '/api/inbox/:site/pins/:pin');
export const getSearchExplanation = route<undefined, SearchExplanation, ExplanationQuery>(
  'GET',
  '/api/inbox/:site/search-explanation',
);
export const listDuplicateLinks = route<undefined, DuplicateLinks>('GET', '/api/inbox/:site/duplicates');
export const listLearnedPhrasings = route<undefined, LearnedPhrasings>('GET', '/api/inbox/:site/phrasings');
export const listEmptySearches = route<undefined, EmptySearches>('GET', '/api/inbox/:site/empty-searches');
export const dismissEmptySearch = route<DismissBody, EmptySearches>(
  'POST',
  '/api/inbox/:site/empty-searches/dismiss',
);
export const getSearchState = route<undefined, SearchState>('GET', '/api/inbox/:site/search-state');
/** Subjects worth writing about next. */
export const listGaps = route<undefined, Gaps>('GET', '/api/inbox/:site/content-gaps');
export const setGapAside = route<GapBody, Gaps>('POST', '/api/inbox/:site/content-gaps/aside');
export const bringGapBack = route<GapBody, Gaps>('POST', '/api/inbox/:site/content-gaps/back');
