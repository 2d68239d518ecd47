import { route } from '../route.ts';
import type { AskTranscript, LeaveContact, Rate, Report, TranscriptReply } from './endSchema.ts';
import type { Done, VisitorConversation } from './schema.ts';

/** The visitor has what they came for. Writing again opens it again. */
export const postEnd = route<undefined, VisitorConversation>(
  'POST',
  '/api/sites/:site/conversations/:conversation/end',
);
/** Rates a conversation; the last word counts. */
export const postRating = route<Rate, VisitorConversation>(
  'POST',
  '/api/sites/:site/conversations/:conversation/rating',
);
/** Sends what was written to an address. The same id again says what has become of it. */
export const postTranscript = route<AskTranscript, TranscriptReply>(
  'POST',
  '/api/sites/:site/conversations/:conversation/transcript',
);
/** The one tap that leaves an address: answers that the visitor has not seen are sent there. */
export const postContact = route<LeaveContact, Done>(
  'POST',
  '/api/sites/:site/conversations/:conversation/contact',
);
/** Tells the site's owners about a message of staff. */
export const postReport = route<Report, Done>('POST', '/api/sites/:site/conversations/:conversation/report');
/** Takes no more writes of a conversation's visitor, or takes them again. */
export const postBlock = route<{ blocked: boolean }, Done>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/block',
);
