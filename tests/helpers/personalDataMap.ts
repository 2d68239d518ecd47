import type { PersonalDataKind } from '../../shared/core/people/personalDataKinds.ts';

/**
 * What of a table says something of a visitor, and which kind of personal data exports and erases it.
 */
export interface Told {
  /** What erases its rows, or empties them. */
  by: PersonalDataKind | null;
  /** Columns that are about the person. */
  personal: string;
  /** Columns that say nothing of them by themselves: ids, places, numbers, what staff chose. */
  other: string;
}

const none = (other: string): Told => ({ by: null, personal: '', other });
const of = (by: PersonalDataKind, personal: string, other = ''): Told => ({ by, personal, other });

/* Staff and owners have accounts of their own: what is about them ends with those. */
/**
 * What of every table says something of a visitor. A table or column that is not named here fails a test: whoever adds one
 * says what it holds, and how it goes. So does one that holds nothing of the visitor who uses everything: see
 * `usesEverything` in the test of erasures.
 */
export const told: Record<string, Told> = {
  alert_choices: none('staffId choices updatedAt'),
  announcement_marks: of(
    'announcements',
    'visitorId email conversationId followedAt',
    'announcementId reaction language at',
  ),
  announcement_updates: none('id announcementId state texts staffId at'),
  announcements: none(
    'id form category texts imageId imageWidth imageHeight isPublished publishAt expiresAt closedAt pages attributes rule keywords revision createdAt changedAt',
  ),
  answer_versions: of('questions', 'answerId body', 'id staffId at'),
  answers: of(
    'questions',
    'messageId authorId authorName verified body rich correction correctionRich fingerprint',
    'id questionId authorKind state reason movedTo official accepted helpful baseHelpful correctedBy correctedAt createdAt editedAt vetted',
  ),
  // Drafts that nobody has worked on since they were begun; what the team writes is the team's.
  article_texts: of(
    'drafts',
    'title body',
    'id articleId language revision changedAt changedBy publishAt version basedOn publicTitle publicRich slug publishedAt updatedAt',
  ),
  article_versions: none('textId number title body staffId at'),
  // What the team writes, once for many articles.
  article_blocks: none('id name texts revision createdAt changedAt changedBy'),
  // Addresses of articles in another system.
  article_redirects: none('path host articleId language'),
  // The owner's pictures.
  brand_images: none('id kind width height hash createdAt'),
  // A voter is an address that nobody can tell.
  article_votes: none('articleId textId voter helped reason at'),
  articles: of(
    'drafts',
    'conversationId',
    'id category audience language position authors verifyBy sourceId questionId revision createdAt changedAt',
  ),
  assignments: of('drafts', 'conversationId', 'staffId at state changedAt'),
  attachments: of(
    'files',
    'id conversationId messageId senderId name hash',
    'senderKind type size width height createdAt',
  ),
  // The id of a conversation that is no more leads nowhere.
  // An answer may be about a person: it goes with anybody's erasure.
  api_replays: of('profile', 'body', 'tokenId key fingerprint status createdAt'),
  api_tokens: none('id hash ending name scopes staffId createdAt expiresAt lastUsedAt revokedAt'),
  audit_entries: none('id at staffId action conversationId tokenId'),
  call_places: of('callbacks', 'callbackId', 'startsAt place endsAt'),
  call_steps: of('callbacks', 'callbackId actorId note', 'revision id step state actorKind planned at'),
  callbacks: of(
    'callbacks',
    'visitorId number extension country topic zone language startsAt endsAt dueAt',
    'id state revision soon ownerId attempts delays sequence createdAt changedAt',
  ),
  canned_replies: none('id shortcut title body language updatedAt'),
  comment_followers: of(
    'follows',
    'email',
    'id pageId commentId language daily toldAt confirmedAt endedAt createdAt',
  ),
  comment_pages: none('id key url title open count seq extra createdAt'),
  comment_versions: of('comments', 'commentId body', 'id staffId at'),
  comment_votes: of('votes', 'visitorId origin value', 'commentId at'),
  comments: of(
    'comments',
    'authorId name email website verified body rich files extra fingerprint',
    'id pageId parentId rootId place state reason authorKind language up down baseUp baseDown reports vetted replies seq createdAt editedAt pinnedAt source',
  ),
  contact_calls: of('profile', 'visitorId note', 'id listId list offer outcome staffId createdAt at'),
  contact_refusals: of('profile', 'visitorId', 'noCalls noMails staffId at'),
  contact_stages: of('profile', 'visitorId', 'id stageId staffId via at'),
  contact_traits: of(
    'profile',
    'visitorId contactId language rating addressHash',
    'lastAt open waitingSince conversations secondLastAt ratedAt nps opinion calls stageId noCalls noMails',
  ),
  contact_values: of('profile', 'visitorId value', 'attributeId staffId via at'),
  conversation_labels: of(
    'conversations',
    'conversationId movedFrom',
    'labelId held status promiseAt lastMessageAt',
  ),
  conversations: of(
    'conversations',
    'visitorId subject language pageUrl pageTitle preview fingerprint rating ratingScale ratingValue ratingComment device zone referrer intake publicPath',
    'id kind status waitingFor assigneeId category visibility held lastSeq lastMessageAt visitorSeen staffSeen promiseAt promiseOwnerId promiseMadeAt visitorSeenAt mailedSeq firstReplyAt questionId createdAt closedAt ratedAt ratingAskedAt teamId priority snoozedUntil mergedInto splitFrom',
  ),
  cursors: none('reader seq'),
  drafts: of('drafts', 'conversationId body', 'staffId visibility at'),
  erased_counts: none('kind day count'),
  // Keyed: without the installation's secret it's nobody's.
  erased_hashes: none('hash at'),
  // Ids alone once the person is erased, and null ten minutes later.
  erasures: of('profile', 'person', 'id state by staffId counts requestedAt doneAt'),
  events: of('profile', 'visitorId conversationId subjectId', 'seq at kind audience amount'),
  fact_heads: none('head'),
  // The id of a conversation, or of an answer, that is no more leads nowhere: what is counted stays.
  facts: none('place kind at subjectId channel staffId teamId language value clock state'),
  inbox_actions: none('id staffId at change before doneAt undoneAt'),
  idea_followers: of('follows', 'email', 'id ideaId language isVoter confirmedAt endedAt createdAt'),
  idea_requests: of('votes', 'conversationId visitorId', 'id ideaId staffId at'),
  idea_replies: of(
    'ideas',
    'authorId authorName verified body rich fingerprint',
    'id ideaId authorKind state reason vetted createdAt editedAt',
  ),
  idea_reply_versions: of('ideas', 'replyId body', 'id at'),
  idea_steps: none('id ideaId status note noteRich staffId at'),
  idea_versions: of('ideas', 'ideaId title details', 'id staffId at'),
  idea_votes: of('votes', 'visitorId origin', 'ideaId staffId at'),
  ideas: of(
    'ideas',
    'title details rich slug authorId authorName verified fingerprint',
    'id language authorKind state reason status note noteRich statusAt mergedInto votes baseVotes createdAt editedAt updatedAt vetted',
  ),
  installations: none('origin allowed firstSeen lastSeen'),
  invitations: none('id email name role hash mailHash createdAt endsAt'),
  jobs: of(
    'conversations',
    'payload',
    'id kind key runAt attempts state lastError createdAt startedAt doneAt',
  ),
  login_steps: none('hash kind payload endsAt'),
  labels: none('id name colour createdAt'),
  logs: none('head oldest'),
  // Hashes, for a day.
  // Addresses of the site's own.
  macros: none('id name actions staffId at'),
  mail_addresses: none('address mailboxId'),
  mail_budgets: none('key startedAt mails'),
  // Whoever wants no more mails wants none after an erasure, either.
  mail_stops: none('addressHash at'),
  mailboxes: none('name uidValidity uid later at'),
  mails: of(
    'emails',
    'conversationId address messageId',
    'id kind staffId state after upTo mailbox createdAt at',
  ),
  memberships: none('staffId role capacity languages createdAt'),
  mentions: of('conversations', 'conversationId movedFrom', 'staffId at seen'),
  message_refresh: none('messageId'),
  messages: of(
    'messages',
    'conversationId authorId body rich quoted attachments system removed mail',
    'seq id authorKind visibility at movedFrom via',
  ),
  moderation_blocks: of('profile', 'value label note', 'id kind staffId until createdAt'),
  moderation_reports: of('votes', 'visitorId origin reason', 'kind subjectId isTrusted at'),
  nps_responses: of(
    'surveys',
    'person visitorId isKnown text page attributes labels conversationId',
    'id surveyId score language source at hour changedAt',
  ),
  open_numbers: of('callbacks', 'number callbackId'),
  oidc_identities: none('issuer subject staffId createdAt'),
  oidc_providers: none(
    'issuer clientId clientSecret scopes label groupsClaim groups provisions defaultRole domains isOn changedAt',
  ),
  passkeys: none('id staffId credentialId publicKey counter isSynced name createdAt usedAt'),
  password_resets: none('hash staffId endsAt'),
  person_links: of('profile', 'visitorId otherId', 'id staffId via at'),
  phrasings: of('searches', 'text phrase', 'id questionId language source agreed createdAt'),
  presences: none('staffId state seenAt hourAt onlineFor'),
  prompt_exposures: none('id promptId kind arm language at dismissedAt actedAt goalAt'),
  prompt_invitations: none('id name fromId opens texts rule revision createdAt changedAt'),
  push_devices: none('id staffId endpoint p256dh auth language device loginAt createdAt'),
  // What the team put in words of its own stays.
  questions: of(
    'questions',
    'conversationId askedBy askerId title details detailsRich slug ownWords',
    'id language category sourceId published solved duplicateOf splitFrom meToo baseMeToo closedAt closedReason goneAt createdAt updatedAt withdrawn reason vetted editedAt',
  ),
  question_versions: of('questions', 'questionId title details', 'id staffId at'),
  // Addresses of questions in another system.
  question_redirects: none('path questionId'),
  question_followers: of('follows', 'email', 'id questionId language isAsker confirmedAt endedAt createdAt'),
  question_votes: of('votes', 'visitorId origin', 'subjectId at'),
  recovery_codes: none('staffId hash'),
  // Ids of who was deleted, until the rest is, within the same run.
  report_cursors: none('place zone'),
  report_days: none('day opened place counted'),
  report_spans: none('subjectId openedAt closedAt'),
  retention_runs: none('id by state counts remains startedAt doneAt'),
  rule_runs: of(
    'conversations',
    'visitorId conversationId anchor before',
    'id ruleId name trigger position why actions state count at',
  ),
  rules: none('id name isOn position trigger minutes groups actions stops version staffId at'),
  saved_searches: of('drafts', 'name query', 'id staffId createdAt'),
  segment_members: of('profile', 'visitorId', 'segmentId at'),
  segments: none('id name rule watched notify watchedSince staffId at'),
  search_pins: none('id phrase questionId createdAt'),
  search_synonyms: none('id words createdAt'),
  search_vectors: of('searches', 'source vector', 'id groupId model createdAt'),
  sessions: none('hash staffId createdAt seenAt device rotations vouchedBy'),
  set_aside_mails: of('incoming_emails', 'address subject excerpt conversationId', 'id reason at'),
  settings_revisions: none('revision document kind staffId at'),
  setups: none('id at'),
  sites: none(
    'id key name secret previousSecret previousSecretUntil origins settings revision createdAt isProviderOnly archivedAt deletedAt',
  ),
  staff: none('id email name passwordHash disabledAt createdAt totpSecret totpSince totpStep'),
  suggestion_events: of('searches', 'query phrase voter visitorId', 'id session kind questionId language at'),
  surveys: none('id name question follow link makeRight ownerId apartDays rule revision createdAt changedAt'),
  team_members: none('teamId staffId'),
  teams: none('id name createdAt'),
  // Words that several people used; what one wrote stands in the items.
  trends: none(
    'id language words signature people items usual chance startedAt lastAt incidentId quietAt quietBy',
  ),
  trend_items: of('questions', 'person visitorId conversationId text', 'trendId itemId kind language at'),
  used_links: none('hash endsAt'),
  visitor_secrets: of('profile', 'hash visitorId', 'createdAt endsAt'),
  visitors: of(
    'profile',
    'id name email emailKey emailVerifiedAt blockedAt subject emailSigned attributes draftAt language createdAt seenAt',
    'subjectImported',
  ),
  widget_reports: none('kind day count lastDetail lastOrigin lastAt'),
  connected_mailboxes: none(
    'id address name team language signature acknowledges acknowledgement login imap smtp secrets client account grantedAt consentState consent tokenAfter tokenFailures paused revision startsAt readAt fault faultSince toldAt sendFault sendFaultSince test leaseBy leaseUntil createdAt',
  ),
  mail_hooks: none('id provider secret topic createdAt usedAt'),
  webhook_attempts: of('webhooks', 'messageId answer', 'endpointId at status reason duration'),
  webhook_deliveries: of(
    'webhooks',
    'messageId',
    'endpointId state attempts nextAt status reason createdAt doneAt',
  ),
  webhook_endpoints: none(
    'id url types description secret oldSecret oldSecretUntil state failingSince restUntil createdAt',
  ),
  webhook_messages: of('webhooks', 'visitorId conversationId subjectId body', 'id seq type createdAt'),
};

/** The names in a list of columns. */
export const words = (text: string): string[] => text.split(' ').filter(Boolean);
