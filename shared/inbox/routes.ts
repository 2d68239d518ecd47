import type { z } from 'zod';
import type { StreamQuery } from '../core/conversations/routes.ts';
import type { Done, MarkSeen, MessageReply, Typing } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';
import type { ComposeOptions, ComposeQuery, StartConversation } from './startSchema.ts';

/* `:site` is the site's id (from `memberships` of `me`). Cookie session, same origin, JSON only. */
export const listInbox = route<undefined, schema.InboxPage, schema.ListQuery>(
  'GET',
  '/api/inbox/:site/conversations',
);
/** Starts a conversation with a contact or an address. */
export const startConversation = route<StartConversation, schema.ConversationReply>(
  'POST',
  '/api/inbox/:site/conversations',
);
/** The ways to reach somebody, before anything is written to them. */
export const getComposeOptions = route<undefined, ComposeOptions, ComposeQuery>(
  'GET',
  '/api/inbox/:site/compose',
);
export const getOverview = route<undefined, schema.Overview>('GET', '/api/inbox/:site/overview');
export const getInboxThread = route<undefined, schema.InboxThread>(
  'GET',
  '/api/inbox/:site/conversations/:conversation',
);
export const postStaffMessage = route<schema.StaffMessage, MessageReply>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/messages',
);
/** Sends messages to somebody outside; what they answer comes back as a note. */
export const forwardMessages = route<schema.Forward, MessageReply>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/forwards',
);
/** Takes away what a message said, or one of its files, for good. */
export const redactMessage = route<schema.RedactMessage, MessageReply>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/messages/:message/redact',
);
export const postStaffSeen = route<MarkSeen, Done>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/seen',
);
export const postStaffTyping = route<Typing, Done>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/typing',
);
export const postViewing = route<schema.Viewing, Done>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/viewing',
);
export const putDraft = route<z.infer<typeof schema.saveDraft>, Done>(
  'PUT',
  '/api/inbox/:site/conversations/:conversation/draft',
);
export const patchConversation = route<schema.ConversationChange, schema.ConversationReply>(
  'PATCH',
  '/api/inbox/:site/conversations/:conversation',
);
/** Renders Markdown for a preview, as messages are rendered. */
export const previewMarkdown = route<z.infer<typeof schema.previewBody>, z.infer<typeof schema.previewReply>>(
  'POST',
  '/api/inbox/:site/preview',
);
/** The conversation as a text file. */
export const exportTranscript = route<undefined, undefined, z.infer<typeof schema.transcriptQuery>>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/transcript',
);
export const postAction = route<schema.InboxAction, schema.ActionReply>('POST', '/api/inbox/:site/actions');
export const undoAction = route<undefined, schema.ActionReply>(
  'POST',
  '/api/inbox/:site/actions/:action/undo',
);
/** Takes apart what was merged, whenever that was. */
export const unmerge = route<undefined, schema.ConversationReply>(
  'DELETE',
  '/api/inbox/:site/conversations/:conversation/merge',
);
/** Makes a conversation of its own of the messages from one on. */
export const splitConversation = route<schema.Split, schema.ConversationReply>(
  'POST',
  '/api/inbox/:site/conversations/:conversation/split',
);
/** Puts back what was split off, with what was said there since. */
export const undoSplit = route<undefined, schema.ConversationReply>(
  'DELETE',
  '/api/inbox/:site/conversations/:conversation/split',
);
export const searchInbox = route<undefined, schema.SearchResults, z.infer<typeof schema.searchQuery>>(
  'GET',
  '/api/inbox/:site/search',
);
export const listPeople = route<undefined, schema.StaffPeople>('GET', '/api/inbox/:site/people');

/** Lists how much each person takes at once; everybody sets their own, admins anybody's. */
export const listWork = route<undefined, z.infer<typeof schema.workList>>('GET', '/api/inbox/:site/work');
export const putWork = route<z.infer<typeof schema.saveWork>, z.infer<typeof schema.workReply>>(
  'PUT',
  '/api/inbox/:site/work/:person',
);

/* Ids are made by the browser: what is put twice is there once. */
export const putLabel = route<z.infer<typeof schema.saveLabel>, z.infer<typeof schema.labelReply>>(
  'PUT',
  '/api/inbox/:site/labels/:label',
);
export const deleteLabel = route<undefined, Done>('DELETE', '/api/inbox/:site/labels/:label');
export const putTeam = route<z.infer<typeof schema.saveTeam>, z.infer<typeof schema.teamReply>>(
  'PUT',
  '/api/inbox/:site/teams/:team',
);
export const deleteTeam = route<undefined, Done>('DELETE', '/api/inbox/:site/teams/:team');
export const putSearch = route<z.infer<typeof schema.saveSearch>, z.infer<typeof schema.searchReply>>(
  'PUT',
  '/api/inbox/:site/searches/:search',
);
export const deleteSearch = route<undefined, Done>('DELETE', '/api/inbox/:site/searches/:search');
export const listCannedReplies = route<undefined, z.infer<typeof schema.cannedReplies>>(
  'GET',
  '/api/inbox/:site/canned-replies',
);
export const putCannedReply = route<
  z.infer<typeof schema.saveCannedReply>,
  z.infer<typeof schema.cannedReplyReply>
>('PUT', '/api/inbox/:site/canned-replies/:reply');
export const deleteCannedReply = route<undefined, Done>('DELETE', '/api/inbox/:site/canned-replies/:reply');

/** Server-sent events; `after` or `Last-Event-ID` as for visitors. */
export const staffLive = route<undefined, undefined, StreamQuery>('GET', '/api/inbox/:site/live');
