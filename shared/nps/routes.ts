import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export type SurveyDraft = z.infer<typeof schema.surveyDraft>;
export type StaffSurvey = z.infer<typeof schema.staffSurvey>;

export const getSurvey = route<
  undefined,
  z.infer<typeof schema.surveyShown>,
  z.infer<typeof schema.surveyQuery>
>('GET', '/api/sites/:site/survey');
/** The same again changes nothing; within the hour, another score or other words change it. */
export const postAnswer = route<schema.Answer, schema.AnswerReply>(
  'POST',
  '/api/sites/:site/responses/:response',
);
export const postMakeRight = route<schema.MakeRight, z.infer<typeof schema.makeRightReply>>(
  'POST',
  '/api/sites/:site/responses/:response/conversation',
);

/* For staff. */
export const listSurveys = route<undefined, z.infer<typeof schema.surveyList>>(
  'GET',
  '/api/inbox/:site/surveys',
);
export const putSurvey = route<z.infer<typeof schema.saveSurvey>, z.infer<typeof schema.surveyReply>>(
  'PUT',
  '/api/inbox/:site/surveys/:survey',
);
export const deleteSurvey = route<z.infer<typeof schema.removeSurvey>, z.infer<typeof schema.removedReply>>(
  'DELETE',
  '/api/inbox/:site/surveys/:survey',
);
export const postLinks = route<z.infer<typeof schema.makeLinks>, z.infer<typeof schema.linksReply>>(
  'POST',
  '/api/inbox/:site/surveys/:survey/links',
);
export const getReport = route<undefined, schema.NpsReport, z.infer<typeof schema.reportQuery>>(
  'GET',
  '/api/inbox/:site/nps',
);
export const listResponses = route<undefined, z.infer<typeof schema.responseList>, schema.ResponseFilter>(
  'GET',
  '/api/inbox/:site/responses',
);
/** The same as a table for a spreadsheet. */
export const exportResponses = route<undefined, undefined, schema.ResponseFilter>(
  'GET',
  '/api/inbox/:site/responses/export',
);
export const putLabels = route<z.infer<typeof schema.labelResponse>, z.infer<typeof schema.removedReply>>(
  'PUT',
  '/api/inbox/:site/responses/:response/labels',
);
/** Lists answers of a conversation's visitor, the newest first. */
export const listOfConversation = route<undefined, z.infer<typeof schema.visitorResponses>>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/responses',
);
