import type { z } from 'zod';
import type { Done } from '../../core/conversations/schema.ts';
import { route } from '../../core/route.ts';
import type * as schema from './schema.ts';

type Shape<Schema extends z.ZodType> = z.infer<Schema>;

export const listSegments = route<undefined, Shape<typeof schema.segmentList>>(
  'GET',
  '/api/inbox/:site/segments',
);
export const putSegment = route<schema.SegmentDraft, Shape<typeof schema.segment>>(
  'PUT',
  '/api/inbox/:site/segments/:segment',
);
export const deleteSegment = route<undefined, Done>('DELETE', '/api/inbox/:site/segments/:segment');
/** Counts the contacts that a rule fits, and gives a page of them with the reason of each. */
export const previewSegment = route<Shape<typeof schema.preview>, schema.PreviewReply>(
  'POST',
  '/api/inbox/:site/segments/preview',
);
/** A spreadsheet of a saved or ready-made segment. */
export const exportSegment = route<undefined, undefined>('GET', '/api/inbox/:site/segments/:segment/export');
export const stageSegment = route<Shape<typeof schema.bulkStage>, Shape<typeof schema.bulkReply>>(
  'POST',
  '/api/inbox/:site/segments/stage',
);
export const makeCallList = route<schema.MakeCalls, Shape<typeof schema.makeCallsReply>>(
  'POST',
  '/api/inbox/:site/segments/calls',
);
export const listCallList = route<undefined, Shape<typeof schema.callList>>(
  'GET',
  '/api/inbox/:site/segments/calls',
);
export const putOutcome = route<Shape<typeof schema.saveOutcome>, Done>(
  'PUT',
  '/api/inbox/:site/segments/calls/:call',
);
export const getPermissions = route<undefined, schema.Permissions>(
  'GET',
  '/api/inbox/:site/contacts/:contact/permissions',
);
export const putPermissions = route<schema.Permissions, schema.Permissions>(
  'PUT',
  '/api/inbox/:site/contacts/:contact/permissions',
);

/** The open conversations of everyone whom a rule fits: to assign or label them with `POST actions`. */
export const listOpen = route<
  Shape<typeof schema.openConversations>,
  Shape<typeof schema.openConversationsReply>
>('POST', '/api/inbox/:site/segments/conversations');
