import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import {
  listCallList,
  makeCallList,
  putOutcome,
  putPermissions,
  putSegment,
} from '../../../shared/contacts/segments/routes.ts';
import { watchSegments } from '../../../server/contacts/segments/watch.ts';
import type { Job } from '../../../server/core/jobs/work.ts';
import { putAttribute, putLink, putStage } from '../../../shared/contacts/routes.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { eq, getTableName, is, isNotNull, Table } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSecret } from '../../../server/core/people/sites/secret.ts';
import { importEntry } from '../../../server/ask/importFaq.ts';
import { findBySource } from '../../../server/ask/queries/answers.ts';
import { phrasings, questions } from '../../../server/ask/tables.ts';
import { importComments } from '../../../server/comments/import/import.ts';
import { dialect } from '../../../server/config.ts';
import { backUpSqlite } from '../../../server/core/db/backup.ts';
import { projectConversations } from '../../../server/core/conversations/project.ts';
import type { Database } from '../../../server/core/db/database.ts';
import { truncateLog } from '../../../server/core/db/scrub.ts';
import { openSqlite } from '../../../server/core/db/sqlite.ts';
import { readEventsAfter } from '../../../server/core/events/cursors.ts';
import { runDueJobs } from '../../../server/core/jobs/runner.ts';
import { deliverDue } from '../../../server/webhooks/courier.ts';
import { postApiToken } from '../../../shared/console/developerRoutes.ts';
import { addEndpoint } from '../../../shared/webhooks/routes.ts';
import { startReceiver, type TestReceiver } from '../../helpers/receiver.ts';
import { findPerson } from '../../../server/core/people/privacy/queries/erasures.ts';
import { replayErasures } from '../../../server/core/people/privacy/replay.ts';
import { erasedHashes } from '../../../server/core/people/privacy/tables.ts';
import { fingerprint, hashSecret } from '../../../server/core/people/secrets.ts';
import { searchVectors } from '../../../server/core/search/tables.ts';
import { insertRun } from '../../../server/rules/writes.ts';
import { conversations } from '../../../server/core/conversations/tables.ts';
import { keepAssignment } from '../../../server/inbox/assign/queries.ts';
import * as tables from '../../../server/tables.ts';
import { webhookMessages } from '../../../server/webhooks/tables.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { visitors } from '../../../server/core/people/visitors/tables.ts';
import { postMark, putAnnouncement } from '../../../shared/announcements/routes.ts';
import {
  getQuestion,
  getSuggestions,
  postQuestion,
  postSuggestionEvent,
} from '../../../shared/ask/routes.ts';
import {
  getCallbackForm,
  postCallback,
  postCallbackStep,
  postMoveCallback,
} from '../../../shared/callbacks/routes.ts';
import { postChat } from '../../../shared/chat/routes.ts';
import { draftArticle } from '../../../shared/articles/routes.ts';
import { patchAnswer, publishQuestion } from '../../../shared/ask/staffRoutes.ts';
import {
  decideStaffAnswers,
  deleteCommunityAnswer,
  editCommunityAnswer,
  editOwnQuestion,
  postCommunityAnswer,
  postFollow,
  postHelpful,
  postMeToo,
} from '../../../shared/ask/answerRoutes.ts';
import {
  listComments,
  postComment,
  postStaffEdit,
  postDecisions,
  postDelete,
  postEdit,
  postReport,
  postVote,
} from '../../../shared/comments/routes.ts';
import {
  postBlock,
  postContact,
  postEnd,
  postRating,
  postReport as postMessageReport,
} from '../../../shared/core/conversations/endRoutes.ts';
import { postDraft } from '../../../shared/core/content/attachmentRoutes.ts';
import { getThread, postMessage, takeBackMessage } from '../../../shared/core/conversations/routes.ts';
import { personalDataKinds } from '../../../shared/core/people/personalDataKinds.ts';
import { postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import * as contract from '../../../shared/core/people/personalDataRoutes.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import {
  listInbox,
  postAction,
  putDraft,
  putLabel,
  putSearch,
  redactMessage,
  searchInbox,
  unmerge,
} from '../../../shared/inbox/routes.ts';
import { listTrends, openTrendIncident } from '../../../shared/trends/routes.ts';
import { getReport, postAnswer, postMakeRight, putLabels, putSurvey } from '../../../shared/nps/routes.ts';
import type { Route } from '../../../shared/core/route.ts';
import { defaultSettings } from '../../../shared/siteSettings.ts';
import { testClock } from '../../helpers/clock.ts';
import { decideModerated, postBlock as postModerationBlock } from '../../../shared/core/moderation/routes.ts';
import { editIdeaReply, postIdea, postIdeaFollow, postIdeaReply } from '../../../shared/ideas/routes.ts';
import {
  decideStaffIdeas,
  patchStaffIdea,
  postIdeaStatus,
  putConversationIdea,
} from '../../../shared/ideas/staffRoutes.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { told, words } from '../../helpers/personalDataMap.ts';
import { headerOf } from '../../helpers/smtp.ts';
import { newId, newSecret, password, question, siteOrigin } from '../../helpers/server.ts';

/** A marker in everything that the erased person writes, and in nothing else. */
/** An attribute of contacts, and a stage, that the owner defined. */
const contactAttribute = '0190a000-0000-7000-8000-000000000001';

const marker = 'zqmark';
const email = 'zqmark@visitor.example';
const page = { url: 'https://www.shop.test/news/spring' };

let stage: MailStage;
let receiver: TestReceiver;
let folder: string;
let owner: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-erase-'));
  receiver = await startReceiver();
  const { callback, chat, comments } = defaultSettings();
  stage = await mailStage({
    settings: {
      contacts: {
        attributes: [{ id: contactAttribute, name: 'Note', type: 'text', choices: [] }],
        stages: [{ id: contactAttribute, name: 'Lead' }],
      },
      features: { ask: true, chat: true, callback: true, comments: true },
      callback: { ...callback, topics: [{ key: 'repair', names: { en: 'Repair' } }] },
      chat: { ...chat, questions: [{ key: 'order', labels: { en: 'Order number' }, required: false }] },
      comments: { ...comments, moderation: 'off', votes: 'both', pictures: 1 },
      share: { page: true, referrer: true, parameters: [] },
      communityAnswers: 'approve',
      ideas: { mode: 'approve', names: {} },
    },
    environment: { DATA_DIR: folder, PRIVATE_HOSTS: receiver.host },
    overrides:
      dialect === 'sqlite' ? { database: openSqlite(join(folder, 'foyer.sqlite'), testClock()) } : {},
  });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  owner = await server.logIn('olga@shop.test');
});
afterEach(async () => {
  await stage.close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const sendFile = async (
  secret: string,
  name: string,
  content: string | Buffer,
  kind: 'message' | 'comment' = 'message',
): Promise<string> => {
  const { server } = stage;
  await server.call(postDraft, { secret, body: { kind } });
  const id = newId();
  const response = await server.app.request(
    new Request(`http://help.test/api/sites/shop/attachments?${new URLSearchParams({ id, name })}`, {
      method: 'POST',
      headers: {
        origin: siteOrigin,
        authorization: `Bearer ${secret}`,
        'content-type': 'application/octet-stream',
      },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    }),
    undefined,
    { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
  );
  expect(response.status).toBe(200);
  return id;
};

/** Begins a visitor's request whose body has yet to come. */
const sendSlowly = (path: string, secret: string, body: unknown) => {
  let [begin, go] = [() => {}, () => {}];
  const isIn = new Promise<void>((resolve) => (begin = resolve));
  const rest = new Promise<void>((resolve) => (go = resolve));
  const stream = new ReadableStream(
    {
      async pull(controller) {
        begin();
        await rest;
        controller.enqueue(new TextEncoder().encode(JSON.stringify(body)));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    origin: siteOrigin,
    authorization: `Bearer ${secret}`,
    'content-type': 'application/json',
  };
  const request = { method: 'POST', headers, body: stream, duplex: 'half' };
  const reply = stage.server.app.request(
    new Request(`http://help.test/api/sites/shop/${path}`, request as RequestInit),
    undefined,
    { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
  );
  const finish = async (): Promise<number> => {
    go();
    return (await reply).status;
  };
  return { isIn, finish };
};

const rule = { ...defaultRule(), on: true };

const announce = async (): Promise<string> => {
  const announcement = newId();
  const draft = {
    form: 'banner' as const,
    category: 'incident' as const,
    texts: { en: { title: 'Out of order', body: 'The till.' } },
    image: null,
    isPublished: true,
    publishAt: stage.server.clock.now(),
    expiresAt: null,
    pages: [],
    attributes: [],
    rule,
  };
  const reply = await stage.server.call(putAnnouncement, {
    cookie: owner,
    path: { announcement },
    body: { revision: 0, draft },
  });
  expect(reply.status).toBe(200);
  return announcement;
};

const makeSurvey = async (): Promise<string> => {
  const survey = newId();
  const follow = { promoter: {}, passive: {}, detractor: {} };
  const draft = {
    name: 'All',
    question: {},
    follow,
    link: '',
    makeRight: true,
    owner: null,
    apartDays: 1,
    rule,
  };
  const reply = await stage.server.call(putSurvey, {
    cookie: owner,
    path: { survey },
    body: { revision: 0, draft },
  });
  expect(reply.status).toBe(200);
  return survey;
};

const importQuestion = async (source: string, title: string): Promise<string> => {
  const { ctx, site } = stage.server;
  await importEntry(
    ctx,
    site,
    { id: source, title, details: '', answer: 'See there.', language: 'en', category: null, phrasings: [] },
    false,
  );
  const row = await findBySource(ctx, site.id, fingerprint('faq', source));
  return row!.id;
};

const comment = async (secret: string, body: string, more: object = {}): Promise<string> => {
  const id = newId();
  const given = { ...page, id, title: 'Spring', body, language: 'en', name: `Zoë ${marker}`, took: 9_000 };
  const reply = await stage.server.call(postComment, { secret, body: { ...given, ...more } });
  expect(reply.status).toBe(200);
  return id;
};

/** A program writes, and its answer is kept for when it asks again. */
const writeByToken = async (conversation: string): Promise<void> => {
  const { server } = stage;
  const made = await server.call(postApiToken, {
    cookie: owner,
    body: { id: newId(), name: 'CRM', scopes: ['conversations:write'], days: null },
  });
  const reply = await server.request(
    'POST',
    `/api/inbox/${server.site.id}/conversations/${conversation}/messages`,
    {
      body: { id: newId(), body: `By a program, to ${marker}`, visibility: 'public' },
      headers: { origin: '', authorization: `Bearer ${made.body.token}`, 'idempotency-key': `"${newId()}"` },
    },
  );
  expect(reply.status).toBe(200);
};

/** A visitor who used everything. @returns what a test looks at afterwards */
const useEverything = async (secret: string) => {
  const { server } = stage;
  const answered = await importQuestion('parcels', 'When will parcels arrive?');
  const news = await announce();
  const survey = await makeSurvey();
  const hook = { id: newId(), url: receiver.url, types: ['*'], description: '' };
  expect((await server.call(addEndpoint, { cookie: owner, body: hook })).status).toBe(200);
  const said = `Hello from ${marker}chat`;
  const conversation = await stage.open(said, {
    name: `Zoë ${marker}`,
    email,
    page: { url: `https://www.shop.test/${marker}`, title: `${marker}title` },
  });
  const as = { secret };
  expect(
    (
      await server.call(postIdentify, {
        ...as,
        body: { language: 'en', attributes: { plan: `${marker}plan` } },
      })
    ).status,
  ).toBe(200);
  const file = await sendFile(secret, `${marker}file.txt`, `bytes of ${marker}`);
  const sent = await server.call(postMessage, {
    ...as,
    path: { conversation },
    body: { id: newId(), body: `and ${marker}more`, attachments: [file] },
  });
  expect(sent.status).toBe(200);
  const answer = await stage.reply(conversation, `Dear ${marker}, thank you.`);
  const own = { ...as, path: { conversation } };
  await server.call(postContact, { ...own, body: { email } });
  await server.call(postRating, { ...own, body: { rating: 'bad', comment: `Too slow, ${marker}rating` } });
  await server.call(postMessageReport, { ...own, body: { message: answer.id } });
  await stage.reply(conversation, `A note on ${marker}`, 'note');
  await writeByToken(conversation);
  await server.call(putDraft, {
    cookie: stage.cookie,
    path: { conversation },
    body: { body: `Half to ${marker}`, visibility: 'public' },
  });
  // A mail goes out, and one that is no reply comes in.
  await stage.pass(10 * 60_000);
  await stage.inbound(
    [
      `From: Zoë ${marker} <${email}>`,
      'To: help@help.test.example',
      `Subject: ${marker} subject`,
      '',
      'Hi',
    ].join('\n'),
  );
  // One that is a reply names somebody else, too.
  const told = stage.smtp.mails.findLast(({ envelope }) => envelope.to.includes(email));
  await stage.inbound(
    [
      `From: ${email}`,
      `To: ${told && headerOf(told, 'reply-to')}`,
      `Cc: Kin of ${marker} <kin@visitor.example>`,
      'Subject: Re: Hello',
      '',
      'Thanks',
    ].join('\n'),
  );

  const session = newId();
  const asked = question({ title: `Where is ${marker}ask?`, session });
  expect((await server.call(postQuestion, { ...as, body: asked as never })).status).toBe(200);
  const event = {
    id: newId(),
    session: newId(),
    kind: 'solved' as const,
    question: answered,
    query: `how long ${marker}search takes`,
    language: 'en',
  };
  await server.call(postSuggestionEvent, { body: event, headers: { authorization: `Bearer ${secret}` } });
  await server.ctx.search.settled(server.site.id);
  await server.call(getSuggestions, { query: { q: `how long ${marker}search takes` } });

  const call = {
    id: newId(),
    number: '+49 30 901820',
    country: 'DE',
    when: 'soon' as const,
    zone: 'Europe/Berlin',
    language: 'en',
    note: `Ask for ${marker}`,
    name: `Zoë ${marker}`,
  };
  expect((await server.call(postCallback, { ...as, body: call as never })).status).toBe(200);

  const others = newSecret();
  const read = await comment(others, 'Somebody else’s words', { name: 'Max' });
  const written = await comment(secret, `Words of ${marker}comment`, { email, follow: 'replies' });
  await comment(others, 'A reply that stays', { name: 'Max', parent: written });
  await server.call(postVote, { ...as, path: { comment: read }, body: { value: 1 } });
  await server.call(postReport, { ...as, path: { comment: read }, body: { reason: 'spam' } as never });
  await ok(
    server.call(postStaffEdit, {
      cookie: owner,
      path: { comment: written },
      body: { body: `Words of ${marker}comment, milder` },
    }),
  );
  await server.call(listComments, { query: page });

  const voice = { value: true, language: 'en' };
  const ownAnswer = { id: newId(), body: `Try ${marker}answer`, name: `Zoë ${marker}`, language: 'en' };
  const answering = { ...as, path: { question: answered } };
  expect((await server.call(postCommunityAnswer, { ...answering, body: ownAnswer })).status).toBe(200);
  const edited = { body: `Better ${marker}answer` };
  await server.call(editCommunityAnswer, { ...as, path: { answer: ownAnswer.id }, body: edited });
  await server.call(postMeToo, { ...answering, body: voice });
  await server.call(postFollow, { ...answering, body: { id: newId(), email, language: 'en' } });

  const follows = { language: 'en', follow: { email } };
  await server.call(postMark, { ...as, path: { announcement: news }, body: follows });
  const opinion = {
    survey,
    score: 9,
    text: `Liked it, ${marker}nps`,
    language: 'en',
    source: 'prompt' as const,
    page: `/${marker}`,
    attributes: { plan: `${marker}plan` },
  };
  expect((await server.call(postAnswer, { ...as, path: { response: newId() }, body: opinion })).status).toBe(
    200,
  );
  await runDueJobs(server.ctx);
  // A program of the owner's hears of it, and answers with what it heard.
  receiver.answers.push({ status: 500, body: `no room for ${marker}` });
  await deliverDue(server.ctx);
  expect(receiver.received.length).toBeGreaterThan(3);
  return { conversation, written, read, answered, survey, call };
};

/** The smallest picture. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

const ok = async <Reply extends { status: number }>(call: Promise<Reply>): Promise<Reply> => {
  const reply = await call;
  expect(reply.status, JSON.stringify(reply)).toBe(200);
  return reply;
};

type Used = Awaited<ReturnType<typeof useEverything>>;

/** Publishes a conversation. @returns the question as the inbox has it */
const publishAs = async (
  conversation: string,
  { title, details = '', ...answer }: { title: string; details?: string; answer?: string; message?: string },
) => {
  const body = { title, details, ...answer, language: 'en', official: true, despitePrivacy: true };
  const { cookie, server } = stage;
  const made = await ok(server.call(publishQuestion, { cookie, path: { conversation }, body }));
  return made.body.question!;
};

/** What else a visitor does who is signed in: with their conversations, and what staff do with those. */
const talkOn = async (secret: string, { conversation }: Used): Promise<string[]> => {
  const { server, cookie } = stage;
  const { secret: key } = await readSecret(server.ctx, server.site.id);
  const iat = Math.floor(server.clock.now() / 1_000);
  const token = await new SignJWT({
    sub: `${marker}sub`,
    name: `Zoë ${marker}`,
    email,
    iat,
    exp: iat + 3_600,
  })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(key));
  await ok(server.call(postIdentify, { secret, body: { language: 'en', token } }));
  const chat = {
    id: newId(),
    body: `Again ${marker}again`,
    language: 'en',
    answers: { order: `${marker}order` },
    page: {
      url: `https://www.shop.test/${marker}here`,
      title: `${marker}title`,
      referrer: `https://www.shop.test/${marker}before`,
      zone: 'Europe/Athens',
    },
  };
  const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0' };
  await ok(server.call(postChat, { secret, body: chat, headers: agent }));
  // They answer a mail, with what it said below.
  const answer = await stage.reply(conversation, `Once more, ${marker}`);
  await stage.pass(10 * 60_000);
  const mail = stage.smtp.mails.findLast(({ envelope }) => envelope.to.includes(email))!;
  const raw = [
    `From: Zoë ${marker} <${email}>`,
    `To: ${headerOf(mail, 'reply-to')}`,
    'Subject: Re',
    '',
    `By mail ${marker}mail`,
    '',
    'On Monday, Ada wrote:',
    `> ${answer.body}`,
  ];
  expect(await stage.inbound(raw.join('\n'))).toMatchObject({ result: 'received' });
  const empty = [...raw.slice(0, 4), ...raw.slice(6)];
  expect(await stage.inbound(empty.join('\n'))).toMatchObject({ result: 'empty' });
  const wrong = newId();
  const path = { conversation };
  await ok(server.call(postMessage, { secret, path, body: { id: wrong, body: `Oh ${marker}oh` } }));
  await ok(server.call(takeBackMessage, { secret, path: { ...path, message: wrong } }));
  // Staff sort, note, mention, publish, and put the second conversation into the first.
  const label = newId();
  const staff = { cookie: owner };
  await ok(server.call(putLabel, { ...staff, path: { label }, body: { name: 'VIP', colour: 'green' } }));
  const act = (change: object) =>
    ok(server.call(postAction, { cookie, body: { id: newId(), conversations: [chat.id], change } }));
  await act({ addLabels: [label], priority: 'high' });
  await stage.reply(chat.id, `@Olga Owner look at ${marker}mention`, 'note');
  await act({ mergeInto: conversation });
  const search = { name: `Of ${email}`, query: `from:${email}` };
  await ok(server.call(putSearch, { cookie, path: { search: newId() }, body: search }));
  const asked = question({ title: `May I ${marker}public?` });
  await ok(server.call(postQuestion, { secret, body: asked }));
  const { id: message } = await stage.reply(asked.id, 'Of course.');
  // As the form has it: in the visitor's words.
  const asText = {
    title: `May I ${marker}public?`,
    details: `It’s for ${marker}details`,
    answer: `Of course, ${marker}!`,
  };
  await publishAs(asked.id, { ...asText, message });
  await ok(server.call(draftArticle, { cookie, body: { from: { conversation } } }));
  // Mails that the mail server doesn't want.
  stage.smtp.answer = 550;
  await stage.reply(asked.id, `To nobody, ${marker}`);
  await stage.pass(10 * 60_000);
  stage.smtp.answer = null;
  const { ctx, site } = server;
  const [{ id: staffId } = { id: '' }] = await ctx.database.raw<{ id: string }>('select id from staff', []);
  const given = { siteId: site.id, conversationId: conversation, staffId, state: 'offered' as const };
  await ctx.database.write((tx) => [keepAssignment(tx, given, server.clock.now())]);
  // What a rule did in it.
  const [row] = await ctx.database.read
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversation));
  const fired = {
    ...{ siteId: site.id, id: newId(), ruleId: newId(), name: 'Answers', conversationId: conversation },
    ...{ visitorId: row!.visitorId, anchor: message, trigger: 'message' as const, position: 0, why: [] },
    ...{ actions: [], state: 'done' as const, count: 0, at: server.clock.now() },
    before: { conversation, row: {} },
  };
  await ctx.database.write((tx) => [insertRun(tx, fired)]);
  return [conversation, chat.id, asked.id, message];
};

/** What else they do besides. @returns ids of what is theirs */
const doTheRest = async (secret: string, { answered, survey }: Used): Promise<string[]> => {
  const { server, cookie } = stage;
  const as = { secret };
  // An appointment for a call, moved; staff note what came of it.
  const { slots } = (await ok(server.call(getCallbackForm, { query: { language: 'en' } }))).body;
  const call = {
    id: newId(),
    number: '+49 30 901821 ext. 12',
    country: 'DE',
    when: { start: slots[1]!.start },
    zone: 'Europe/Berlin',
    language: 'en',
    topic: 'repair',
  };
  await ok(server.call(postCallback, { ...as, body: call }));
  const callback = { callback: call.id };
  const later = { id: newId(), when: { start: slots[3]!.start } };
  await ok(server.call(postMoveCallback, { ...as, path: callback, body: later }));
  const step = { id: newId(), step: 'accept' as const, note: `Known as ${marker}known` };
  await ok(server.call(postCallbackStep, { cookie, path: callback, body: step }));

  const file = await sendFile(secret, `${marker}.png`, picture, 'comment');
  const words = await comment(secret, `Seen ${marker}first`, { files: [file], email });
  const edit = { body: `Seen ${marker}second`, files: [file] };
  await ok(server.call(postEdit, { ...as, path: { comment: words }, body: edit }));
  // What they wrote under another system.
  const old = join(folder, 'isso.json');
  const once = {
    id: 1,
    author: `Zoë ${marker}`,
    email,
    website: `https://${marker}.example`,
    text: `Once ${marker}once`,
    remote_addr: `${marker}address`,
    created: '2026-01-01 10:00:00',
  };
  writeFileSync(old, JSON.stringify([{ id: '/news/spring', title: 'Spring', comments: [once] }]));
  const report = await importComments(server.ctx, server.site, old, { format: 'isso' } as never);
  expect(report).toMatchObject({ added: 1 });
  rmSync(old);
  const [imported] = await server.ctx.database.raw<{ id: string }>(
    "select id from comments where author_kind = 'imported'",
    [],
  );
  const deciding = { ids: [imported!.id], decision: 'spam' as const };
  await ok(server.call(postDecisions, { cookie, body: deciding }));

  const said = { id: newId(), body: `Wrong ${marker}wrong`, language: 'en' };
  await ok(server.call(postCommunityAnswer, { ...as, path: { question: answered }, body: said }));
  await ok(
    server.call(decideStaffAnswers, {
      cookie: owner,
      body: { ids: [said.id], decision: 'publish' },
    }),
  );
  const path = { answer: said.id };
  await ok(server.call(patchAnswer, { cookie: owner, path, body: { correction: `Not as ${marker} says` } }));
  const [team] = (await ok(server.call(getQuestion, { path: { question: answered } }))).body.answers;
  const helped = { path: { answer: team!.id }, body: { value: true, language: 'en' } };
  await ok(server.call(postHelpful, { ...as, ...helped }));

  const bad = { survey, score: 1, text: `Bad, ${marker}bad`, language: 'en', source: 'prompt' as const };
  const response = newId();
  server.clock.pass(2 * 24 * 3_600_000);
  owner = await server.logIn('olga@shop.test');
  stage.cookie = await server.logIn();
  const known = { ...bad, page: `/${marker}bad`, attributes: { plan: `${marker}plan` } };
  await ok(server.call(postAnswer, { ...as, path: { response }, body: known }));
  await ok(
    server.call(putLabels, { cookie: owner, path: { response }, body: { labels: [`${marker}label`] } }),
  );
  const right = { id: newId(), body: `Make it right ${marker}right`, language: 'en' };
  await ok(server.call(postMakeRight, { ...as, path: { response }, body: right }));
  return [call.id, words, said.id, response, right.id];
};

/** An idea of their own, published and edited by the team, followed, and asked for in a conversation. @returns its id */
const suggestIdea = async (secret: string, conversation: string): Promise<string> => {
  const { server } = stage;
  const id = newId();
  const words = { title: `An idea of ${marker}`, details: `It helps ${marker}` };
  await ok(server.call(postIdea, { secret, body: { id, ...words, name: `Zoë ${marker}`, language: 'en' } }));
  const path = { idea: id };
  await ok(server.call(decideStaffIdeas, { cookie: owner, body: { ids: [id], decision: 'publish' } }));
  const edited = { ...words, title: `${words.title}, shorter` };
  await ok(server.call(patchStaffIdea, { cookie: owner, path, body: edited }));
  await ok(server.call(postIdeaFollow, { secret, path, body: { id: newId(), email, language: 'en' } }));
  await ok(server.call(putConversationIdea, { cookie: owner, path: { conversation, idea: id } }));
  // A reply of theirs, changed before and after the team let it through.
  const reply = { id: newId(), body: `Me, too, ${marker}reply`, name: `Zoë ${marker}`, language: 'en' };
  await ok(server.call(postIdeaReply, { secret, path, body: reply }));
  const change = { path: { reply: reply.id }, secret };
  await ok(server.call(editIdeaReply, { ...change, body: { body: `Me, too, ${marker}changed` } }));
  const decision = { items: [{ kind: 'reply', id: reply.id }], decision: 'publish' as const };
  await ok(server.call(decideModerated, { cookie: owner, body: decision }));
  const step = { id: newId(), status: 'planned' as const, note: 'In spring.' };
  await ok(server.call(postIdeaStatus, { cookie: owner, path, body: step }));
  // A question of theirs that they change once it's public.
  const asked = question({ title: `Does it fit ${marker}`, details: '', visibility: 'public' });
  await ok(server.call(postQuestion, { secret, body: asked }));
  const own = await publishAs(asked.id, { title: asked.title, details: `For ${marker}` });
  const better = { title: `Does it fit ${marker} outdoors`, details: `For ${marker}, in rain` };
  await ok(server.call(editOwnQuestion, { secret, path: { question: own.id }, body: better }));
  // Last of all that they write in public.
  const item = { kind: 'idea', id };
  const block = { id: newId(), of: { item, by: 'visitor' as const }, note: `Rude, ${marker}note` };
  await ok(server.call(postModerationBlock, { cookie: owner, body: block }));
  return id;
};

/** The same trouble as others have, of which an incident is opened. @returns the id of what they asked */
const reportTrouble = async (secret: string): Promise<string> => {
  const { server } = stage;
  // Before it, a site with its usual days.
  for (const title of ['Do you ship to Norway?', 'Which saddle fits a tandem?', 'Opening hours in July?'])
    await ok(server.call(postQuestion, { secret: newSecret(), body: question({ title, details: '' }) }));
  await stage.pass(10 * minute);
  const asked = question({ title: `My card is declined at checkout ${marker}trouble`, details: '' });
  await ok(server.call(postQuestion, { secret, body: asked }));
  for (const title of [
    'checkout declines my credit card',
    'card declined when I pay at the checkout',
    'Checkout: cardd declined again and again',
    'why is my card declined at checkout?',
  ])
    await ok(server.call(postQuestion, { secret: newSecret(), body: question({ title, details: '' }) }));
  await stage.pass(minute);
  const [trend] = (await ok(server.call(listTrends, { cookie: owner }))).body.trends;
  await ok(
    server.call(openTrendIncident, {
      cookie: owner,
      path: { trend: trend!.id },
      body: { id: newId(), language: 'en', title: 'Cards are declined', body: 'We’re on it.' },
    }),
  );
  return asked.id;
};

/** What an outside endpoint made of a learned phrasing, and a name that came with a question. */
const addFromOutside = async (): Promise<void> => {
  const { database } = stage.server.ctx;
  await database.write((tx) => [
    tx
      .update(questions)
      .set({ askedBy: `Zoë ${marker}` })
      .where(isNotNull(questions.conversationId)),
  ]);
  const rows = await database.read.select().from(phrasings).where(eq(phrasings.source, 'learned'));
  expect(rows).not.toEqual([]);
  await database.write((tx) =>
    rows.map(({ siteId, id, questionId, text }) =>
      tx.insert(searchVectors).values({
        ...{ siteId, id, model: 'small', source: text, vector: 'AAAAAA==' },
        groupId: questionId,
        createdAt: 1,
      }),
    ),
  );
};

const isSomething = (value: unknown): boolean =>
  value !== null && value !== '' && value !== false && !['[]', '{}'].includes(JSON.stringify(value));

/**
 * Looks at each column that the map calls personal, and at each that it doesn't.
 * @param marks what only rows of the person hold
 * @returns columns that hold nothing of the person, and columns that hold something and shouldn't
 */
const lookAtMap = async (marks: string[]): Promise<{ empty: string[]; unexpected: string[] }> => {
  const empty: string[] = [];
  const unexpected = new Set<string>();
  const holds = (value: unknown, of: string[]): boolean => {
    const text = JSON.stringify(value) ?? '';
    return of.some((mark) => text.includes(mark));
  };
  for (const table of Object.values(tables)) {
    if (!is(table, Table)) continue;
    const name = getTableName(table);
    const personal = words(told[name]!.personal);
    const rows = (await stage.server.ctx.database.read.select().from(table)) as Record<string, unknown>[];
    const theirs = rows.filter((row) => holds(row, marks));
    for (const column of personal)
      if (!theirs.some((row) => isSomething(row[column]))) empty.push(`${name}.${column}`);
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (!personal.includes(column) && holds(value, [marker])) unexpected.add(`${name}.${column}`);
  }
  return { empty, unexpected: [...unexpected] };
};

/** The words of SQLite's full text, which stand in its file in pieces. */
const indexedWords = (file: string): string[] => {
  const database = new Sqlite(file);
  const found = ['message_texts', 'search_texts'].flatMap((table) => {
    database.exec(`create virtual table temp.${table}_words using fts5vocab('main', '${table}', 'row')`);
    return database.prepare(`select term from temp.${table}_words`).pluck().all() as string[];
  });
  database.close();
  return found;
};

/** Every row of every table, as text; the full text's own tables, too. */
const dump = async (database: Database): Promise<string> => {
  const names = await database.raw<{ name: string }>(
    dialect === 'sqlite'
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
    [],
  );
  const texts: string[] = [];
  for (const { name } of names)
    texts.push(`${name}: ${JSON.stringify(await database.raw(`select * from "${name}"`, []))}`);
  return texts.join('\n');
};

const filesUnder = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());

const holdsMarker = (file: string): boolean =>
  file.includes(marker) || readFileSync(file).toString('latin1').toLowerCase().includes(marker);

const visitorOf = async (conversation: string): Promise<string> => {
  const list = await stage.server.call(listInbox, { cookie: owner, query: { view: 'all' } as never });
  return list.body.conversations.find(({ id }) => id === conversation)!.visitor.id;
};

/** The person is on a list of calls, with a note, and wants no emails. */
const planCalls = async (contact: string): Promise<void> => {
  const { server } = stage;
  const rule = {
    purpose: 'call' as const,
    conditions: [{ name: 'language', how: 'known' as const, value: '' }],
  };
  await ok(
    server.call(makeCallList, {
      cookie: owner,
      body: { id: newId(), rule, name: 'Calls', text: 'A coupon' },
    }),
  );
  const { body } = await server.call(listCallList, { cookie: owner });
  const call = body.calls.find(({ contact: { id } }) => id === contact)!.id;
  const outcome = { outcome: 'later' as const, note: `Rings ${marker}` };
  await ok(server.call(putOutcome, { cookie: owner, path: { call }, body: outcome }));
  await ok(
    server.call(putSegment, {
      cookie: owner,
      path: { segment: newId() },
      body: { ...rule, purpose: 'look', name: 'Everyone', watched: true },
    }),
  );
  await watchSegments(server.ctx, { siteId: server.site.id, key: '0' } as Job);
  const refusal = { calls: true, mails: false };
  await ok(server.call(putPermissions, { cookie: owner, path: { contact }, body: refusal }));
};

/** The team takes them for the same person as somebody who wrote once. */
const linkWithSomebody = async (contact: string): Promise<void> => {
  const { server } = stage;
  const secret = newSecret();
  await ok(
    server.call(postChat, { secret, body: { id: newId(), body: `I am ${marker} too`, language: 'en' } }),
  );
  const { body } = await server.call(listInbox, { cookie: owner, query: { view: 'all' } as never });
  const other = body.conversations.find(({ visitor }) => visitor.id !== contact)!.visitor.id;
  await ok(server.call(putLink, { cookie: owner, path: { contact, link: newId() }, body: { other } }));
};

describe('a person who used everything', () => {
  test('is erased from every table, file, index and backup; totals stay', async () => {
    const { server } = stage;
    const { secret } = stage;
    const used = await useEverything(secret);
    const ids = [...(await talkOn(secret, used)), ...(await doTheRest(secret, used))];
    ids.push(await reportTrouble(secret), await suggestIdea(secret, used.conversation));
    await addFromOutside();
    await writeByToken(used.conversation);
    await runDueJobs(server.ctx);
    receiver.answers.push({ status: 500, body: `no room for ${marker}` });
    await deliverDue(server.ctx);
    const { conversation } = used;
    await planCalls(await visitorOf(conversation));
    await ok(server.call(postBlock, { cookie: owner, path: { conversation }, body: { blocked: true } }));
    const visitor = await visitorOf(conversation);
    const path = { contact: visitor, attribute: contactAttribute };
    await ok(server.call(putAttribute, { cookie: owner, path, body: { value: marker } }));
    await ok(server.call(putStage, { cookie: owner, path, body: { stage: contactAttribute } }));
    await linkWithSomebody(visitor);
    const told = await server.ctx.database.read
      .select({ id: webhookMessages.id })
      .from(webhookMessages)
      .where(eq(webhookMessages.visitorId, visitor));
    const marks = [marker, visitor, ...ids, ...told.map(({ id }) => id)];
    const looked = await lookAtMap(marks);
    expect(looked).toEqual({ empty: ['erasures.person'], unexpected: [] });
    if (dialect === 'sqlite') {
      const backup = join(folder, 'before.sqlite');
      await backUpSqlite(server.ctx.database, backup);
      for (const word of ['chat', 'mail', 'mention'].map((end) => marker + end))
        expect(indexedWords(backup), word).toContain(word);
      rmSync(backup);
    }
    const held = filesUnder(folder).filter(holdsMarker);
    expect(held.some((file) => file.includes('attachments'))).toBe(true);
    if (dialect === 'sqlite') expect(held.some((file) => file.includes('foyer.sqlite'))).toBe(true);
    const nps = async () =>
      (await server.call(getReport, { cookie: owner, query: { survey: used.survey } as never })).body;
    const scores = await nps();

    const kept = await server.call(contract.getPerson, { cookie: owner, query: { who: visitor } });
    expect(Object.keys(kept.body.counts).sort()).toEqual([...personalDataKinds].sort());
    const erased = await server.call(contract.erasePerson, { cookie: owner, body: { who: visitor } });
    expect(erased.body.erasure).toMatchObject({ state: 'running', by: 'staff' });
    // Another tab goes on: clearly no more.
    const late = await server.call(postMessage, {
      secret,
      path: { conversation: used.conversation },
      body: { id: newId(), body: `late ${marker}` },
    });
    expect([late.status, (late.body as unknown as { error: { code: string } }).error.code]).toEqual([
      410,
      'gone',
    ]);
    await runDueJobs(server.ctx);
    expect((await lookAtMap(marks)).empty).toContain('visitors.id');
    const [listed] = (await server.call(contract.listErasures, { cookie: owner })).body.erasures;
    expect(listed).toMatchObject({ state: 'done' });

    // Who it was is known until what was on its way is in.
    await stage.pass(10 * 60_000);
    const left = (await dump(server.ctx.database)).split('\n');
    const traces = [marker, visitor, hashSecret(secret), '30901820', '30901821'];
    expect(left.filter((line) => traces.some((trace) => line.includes(trace)))).toEqual([]);
    expect(server.logged.filter((line) => line.includes(marker))).toEqual([]);
    if (dialect === 'sqlite') {
      const backup = join(folder, 'backup.sqlite');
      await backUpSqlite(server.ctx.database, backup);
      expect(filesUnder(folder)).toContain(backup);
      expect(indexedWords(backup).filter((word) => word.includes(marker))).toEqual([]);
    }
    expect(filesUnder(folder).filter(holdsMarker)).toEqual([]);

    // What others wrote, and what is counted, stays.
    const list = (await server.call(listComments, { query: page })).body;
    const words = JSON.stringify(list);
    expect(words).toContain('Somebody else’s words');
    expect(words).toContain('A reply that stays');
    expect(list.comments.find(({ id }) => id === used.read)).toMatchObject({ up: 1 });
    const asked = await server.call(getQuestion, { path: { question: used.answered } });
    expect(asked.body).toMatchObject({ meToo: 1 });
    expect(await nps()).toEqual(scores);
    const gone = await server.call(getThread, { secret, path: { conversation: used.conversation } });
    expect(gone.status).toBe(410);
    const found = await server.call(searchInbox, { cookie: owner, query: { q: `${marker}chat` } as never });
    expect(JSON.stringify(found.body)).not.toContain(used.conversation);
  });

  test('is written into a zip file, as data, as a page and with their files; agents may see, not export or erase', async () => {
    const { server, secret, cookie } = stage;
    const { conversation } = await useEverything(secret);
    const who = await visitorOf(conversation);
    expect((await server.call(contract.getPerson, { cookie, query: { who } })).status).toBe(200);
    expect((await server.call(contract.erasePerson, { cookie, body: { who } })).status).toBe(403);
    // A typing error is nobody who was erased.
    const mistyped = await server.call(contract.erasePerson, { cookie: owner, body: { who: who.slice(1) } });
    expect([mistyped.status, mistyped.body]).toMatchObject([
      400,
      { error: { fields: { who: 'not_email' } } },
    ]);
    const zip = async (path: string, headers: Record<string, string>) => {
      const response = await server.request('GET', path, { headers });
      return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString() };
    };
    const path = `/api/inbox/${server.site.id}/person/export?who=${who}&language=de`;
    expect((await zip(path, { cookie, origin: '' })).status).toBe(403);
    const { text } = await zip(path, { cookie: owner, origin: '' });
    for (const part of ['index.html', 'data.json', `${marker}file.txt`, `bytes of ${marker}`, 'lang="de"'])
      expect(text).toContain(part);
    for (const kind of ['chat', 'more', 'plan', 'search', 'nps', 'comment'])
      expect(text, kind).toContain(`${marker}${kind}`);
    expect(text).toContain(`A note on ${marker}`);
    // What staff noted is theirs alone.
    const own = await zip('/api/sites/shop/visitor/data/export?language=en', {
      authorization: `Bearer ${secret}`,
    });
    expect(own.text).toContain(`${marker}chat`);
    expect(own.text).not.toContain(`A note on ${marker}`);
    expect(own.text).not.toContain(`Half to ${marker}`);
    // Nor whom of the team mails about it went to.
    expect(text).toContain('olga@shop.test');
    expect(own.text).not.toContain('@shop.test');
  });

  test('of whom a request is still on its way is refused, and what got in all the same goes a little later', async () => {
    const { server, secret } = stage;
    await stage.open(`Hello ${marker}`);
    const given = { ...page, title: 'Spring', language: 'en', name: `Zoë ${marker}`, took: 9_000 };
    const late = [
      sendSlowly('chats', secret, { id: newId(), body: `Late ${marker}`, language: 'en' }),
      sendSlowly('comments', secret, { ...given, id: newId(), body: `Late ${marker}` }),
    ];
    const faster = sendSlowly('comments', secret, { ...given, id: newId(), body: `Fast ${marker}` });
    await Promise.all([...late, faster].map(({ isIn }) => isIn));
    await server.call(contract.eraseOwnData, { secret });
    await runDueJobs(server.ctx);
    // Before the clock has moved: as one that was let in just before.
    expect(await faster.finish()).toBe(200);
    expect(await dump(server.ctx.database)).toContain(`Fast ${marker}`);
    await stage.pass(10_000);
    expect(await Promise.all(late.map(({ finish }) => finish()))).toEqual([410, 410]);
    await stage.pass(10 * 60_000);
    expect((await dump(server.ctx.database)).split('\n').filter((line) => line.includes(marker))).toEqual([]);
  });

  test('who typed the address of somebody else gets and erases nothing of theirs', async () => {
    const { server } = stage;
    const { secret: key } = await readSecret(server.ctx, server.site.id);
    const iat = Math.floor(server.clock.now() / 1_000);
    const token = await new SignJWT({ sub: 'anna', name: 'Anna', email, iat, exp: iat + 3_600 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(key));
    const annas = newSecret();
    stage.secret = annas;
    const hers = await stage.open('It is Anna', { email });
    expect((await server.call(postIdentify, { secret: annas, body: { language: 'en', token } })).status).toBe(
      200,
    );
    const opinion = {
      survey: await makeSurvey(),
      score: 9,
      text: `Only ${marker}Anna`,
      language: 'en',
      source: 'prompt' as const,
      page: '/',
      attributes: {},
    };
    await server.call(postAnswer, { secret: annas, path: { response: newId() }, body: opinion });
    await stage.reply(hers, 'Dear Anna.');
    await stage.pass(10 * 60_000);
    const mail = stage.smtp.mails.at(-1)!;
    const anna = { cookie: owner, query: { who: await visitorOf(hers) } };
    const kept = (await server.call(contract.getPerson, anna)).body;
    expect(kept.counts).toMatchObject({ surveys: 1 });

    stage.secret = newSecret();
    const who = await visitorOf(await stage.open('Not Anna', { email }));
    const theirs = (await server.call(contract.getPerson, { cookie: owner, query: { who } })).body;
    expect(theirs.counts).not.toHaveProperty('surveys');
    const zip = await server.request('GET', `/api/inbox/${server.site.id}/person/export?who=${who}`, {
      headers: { cookie: owner, origin: '' },
    });
    expect(Buffer.from(await zip.arrayBuffer()).toString()).not.toContain(`${marker}Anna`);
    const beas = { email: 'bea@visitor.example', follow: 'replies', name: 'Bea' };
    const bea = newSecret();
    await comment(bea, 'By Bea', beas);
    const nosy = newSecret();
    await server.call(postIdentify, { secret: nosy, body: { language: 'en', email: beas.email } });
    await comment(nosy, 'Not by Bea', { ...beas, follow: undefined });
    const follows = async (secret: string) =>
      (await server.call(contract.getOwnData, { secret })).body.counts.follows;
    expect([await follows(bea), await follows(nosy)]).toEqual([1, undefined]);

    await server.call(contract.erasePerson, { cookie: owner, body: { who } });
    await stage.pass(10 * 60_000);
    expect((await server.call(contract.getPerson, anna)).body).toEqual(kept);
    const answer = `From: Anna <${email}>\nTo: ${headerOf(mail, 'reply-to')}\nSubject: Re\n\nThanks, says Anna`;
    expect(await stage.inbound(answer)).toMatchObject({ result: 'received' });
  });

  test('who typed an address that only an import and a mail know is not given what hangs on it; who asks by the address is', async () => {
    const { server, secret } = stage;
    const file = join(folder, 'comments.csv');
    writeFileSync(
      file,
      `id,page,author,email,text,date\n1,/news/spring,Anna,${email},Old words of ${marker}anna,2026-01-01T00:00:00Z\n`,
    );
    await importComments(server.ctx, server.site, file, { format: 'csv' } as never);
    const raw = [`From: Anna <${email}>`, 'To: help@help.test.example', `Subject: ${marker}stray`, '', 'Hi'];
    await stage.inbound(raw.join('\n'));
    const visitor = await visitorOf(await stage.open('Not Anna', { email }));
    const exported = async (path: string, headers: Record<string, string>): Promise<string> => {
      const reply = await server.request('GET', path, { headers: { origin: '', ...headers } });
      return Buffer.from(await reply.arrayBuffer()).toString();
    };
    const byStaff = (who: string) =>
      exported(`/api/inbox/${server.site.id}/person/export?who=${encodeURIComponent(who)}`, {
        cookie: owner,
      });
    const own = await exported('/api/sites/shop/visitor/data/export?language=en', {
      authorization: `Bearer ${secret}`,
      origin: siteOrigin,
    });
    for (const text of [own, await byStaff(visitor)]) {
      expect(text).toContain('Not Anna');
      expect(text).not.toContain(`${marker}anna`);
      expect(text).not.toContain(`${marker}stray`);
    }
    expect(await byStaff(email)).toContain(`${marker}anna`);
    expect(await byStaff(email)).toContain(`${marker}stray`);
    // Whoever has the address has what was to be sent there gone, too, whoever typed it.
    const follow = { language: 'en', follow: { email } };
    await ok(
      server.call(postMark, { secret: newSecret(), path: { announcement: await announce() }, body: follow }),
    );
    await ok(server.call(contract.erasePerson, { cookie: owner, body: { who: email } }));
    await runDueJobs(server.ctx);
    const marks = await server.ctx.database.raw<object>('select * from announcement_marks', []);
    expect(marks).toMatchObject([{ email: null, followed_at: null }]);
    expect(await dump(server.ctx.database)).not.toContain(`${marker}anna`);
  });

  test('erases themselves with the secret of their browser, and begins anew with another', async () => {
    const { server, secret } = stage;
    const conversation = await stage.open(`Hello ${marker}`);
    const others = await server.call(contract.eraseOwnData, { secret: newSecret() });
    expect(others.status).toBe(401);
    const reply = await server.call(contract.eraseOwnData, { secret });
    expect(reply.body.erasure).toMatchObject({ state: 'running', by: 'visitor' });
    await runDueJobs(server.ctx);
    expect(await dump(server.ctx.database)).not.toContain(marker);
    // Again, and from another tab: it's gone, and nothing of it comes back.
    for (const route of [contract.eraseOwnData, contract.getOwnData] as Route[])
      expect((await server.call(route, { secret })).status).toBe(410);
    const again = { ...question(), id: newId() };
    expect((await server.call(postQuestion, { secret, body: again as never })).status).toBe(410);
    expect((await server.call(getThread, { secret: newSecret(), path: { conversation } })).status).toBe(401);
    expect((await server.call(postQuestion, { secret: newSecret(), body: again as never })).status).toBe(200);
  });

  test('signed in, is somebody new to a token that was made after the erasure, and nobody to one of before', async () => {
    const { server } = stage;
    const { secret: key } = await readSecret(server.ctx, server.site.id);
    const seconds = (): number => Math.floor(server.clock.now() / 1_000);
    const sign = (iat: number) =>
      new SignJWT({ sub: 'customer-7', name: `Zoë ${marker}`, iat, exp: iat + 3_600 })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(key));
    const signIn = async (secret: string, token: string) =>
      (await server.call(postIdentify, { secret, body: { language: 'en', token } as never })).status;
    const secret = newSecret();
    const early = await sign(seconds());
    const asked = question({ title: `Mine, ${marker}` });
    expect((await server.call(postQuestion, { secret, body: asked as never })).status).toBe(200);
    expect(await signIn(secret, early)).toBe(200);
    server.clock.pass(60_000);
    const visitor = await visitorOf(asked.id);
    expect((await server.call(contract.erasePerson, { cookie: owner, body: { who: visitor } })).status).toBe(
      200,
    );
    await runDueJobs(server.ctx);
    expect(await dump(server.ctx.database)).not.toContain(marker);
    server.clock.pass(60_000);
    expect(await signIn(newSecret(), early)).toBe(410);
    expect(await dump(server.ctx.database)).not.toContain(marker);
    expect(await signIn(newSecret(), await sign(seconds()))).toBe(200);
  });

  test('whose process dies in the middle is erased by the next one, from where it stopped', async () => {
    const { server, secret } = stage;
    const { conversation } = await useEverything(secret);
    await server.call(contract.erasePerson, { cookie: owner, body: { who: await visitorOf(conversation) } });
    const { write } = server.ctx.database;
    let left = 4;
    server.ctx.database.write = (statements) =>
      left-- > 0 ? write(statements) : Promise.reject(new Error('the process died'));
    await runDueJobs(server.ctx).catch(() => {});
    server.ctx.database.write = write;
    expect(await dump(server.ctx.database)).toContain(marker);
    // The claim runs out.
    await stage.pass(6 * 60_000);
    expect(await dump(server.ctx.database)).not.toContain(marker);
  });

  test('is erased again from a database of before, and an import brings nothing of theirs back', async () => {
    const { server, secret } = stage;
    const { conversation } = await useEverything(secret);
    const who = await visitorOf(conversation);
    const { person } = (await findPerson(server.ctx, server.site.id, { visitor: who }))!;
    await server.call(contract.erasePerson, { cookie: owner, body: { who } });
    await runDueJobs(server.ctx);
    // What a backup would bring back: them as a visitor, and what hangs on their address alone.
    await server.ctx.database.write((tx) => [
      tx.insert(visitors).values({
        siteId: server.site.id,
        id: who,
        name: `Zoë ${marker}`,
        email,
        emailKey: email,
        language: 'en',
        createdAt: 1,
        seenAt: 1,
      }),
      tx.delete(erasedHashes),
    ]);
    expect(person.emails).toEqual([email]);
    const csv = `id,page,author,email,text,date\n1,/news/spring,Zoë ${marker},${email},Old words of ${marker},2026-01-01T00:00:00Z\n2,/news/spring,Max,max@visitor.example,Words of Max,2026-01-01T00:00:00Z\n`;
    const file = join(folder, 'comments.csv');
    const importAll = async () => {
      writeFileSync(file, csv);
      const report = await importComments(server.ctx, server.site, file, { format: 'csv' } as never);
      rmSync(file);
      return report;
    };
    await importAll();
    expect(await dump(server.ctx.database)).toContain(`Old words of ${marker}`);

    expect(await replayErasures(server.ctx)).toBeGreaterThan(0);
    expect((await dump(server.ctx.database)).split('\n').filter((line) => line.includes(marker))).toEqual([]);
    expect(await replayErasures(server.ctx)).toBe(0);

    await importAll();
    const after = await dump(server.ctx.database);
    expect(after).not.toContain(marker);
    expect(after).toContain('Words of Max');
  });

  test('who answers an old mail of ours is listed, and not read', async () => {
    const { server } = stage;
    const conversation = await stage.open('Hello', { email });
    await stage.reply(conversation, 'Dear you.');
    await stage.pass(10 * 60_000);
    const sent = stage.smtp.mails.at(-1)!;
    await server.call(contract.erasePerson, { cookie: owner, body: { who: await visitorOf(conversation) } });
    await runDueJobs(server.ctx);
    const mail = [
      `From: Zoë ${marker} <${email}>`,
      `To: ${headerOf(sent, 'reply-to')}`,
      `Subject: ${marker}`,
      '',
      `More of ${marker}`,
    ].join('\n');
    expect(await stage.inbound(mail)).toMatchObject({ result: 'erased' });
    const after = await dump(server.ctx.database);
    expect(after).toContain('"erased"');
    expect(after).not.toContain(marker);
  });
});

describe('a message', () => {
  const held = async (): Promise<string> => dump(stage.server.ctx.database);

  test('is taken away by staff: a file first, then all of it; nothing of it is left, and its place stays', async () => {
    const { server, secret, cookie } = stage;
    const conversation = await stage.open(`My card is ${marker}card`);
    const file = await sendFile(secret, `${marker}.txt`, `bytes of ${marker}`);
    const other = await sendFile(secret, 'fine.txt', 'Nothing secret');
    const id = newId();
    const body = { id, body: `My password is ${marker}word`, attachments: [file, other] };
    await server.call(postMessage, { secret, path: { conversation }, body });
    const hook = { id: newId(), url: receiver.url, types: ['*'], description: '' };
    expect((await server.call(addEndpoint, { cookie: owner, body: hook })).status).toBe(200);
    const third = newId();
    const alone = await sendFile(secret, `${marker}third.txt`, 'Third');
    const carried = { id: third, body: '', attachments: [alone] };
    await server.call(postMessage, { secret, path: { conversation }, body: carried });
    await runDueJobs(server.ctx);
    expect(await held()).toContain(`${marker}third`);
    const redact = (message: string, given: object = {}, by = cookie) =>
      server.call(redactMessage, { cookie: by, path: { conversation, message }, body: given });

    // A file alone: its name is in no copy of the message, either.
    expect((await redact(third, { file: alone })).status).toBe(200);
    expect(await held()).not.toContain(`${marker}third`);
    const first = (await redact(id, { file })).body.message;
    expect(first).toMatchObject({
      body: body.body,
      removed: { by: 'staff', name: 'Ada Agent', what: 'file' },
    });
    expect(first.attachments.map((one) => one.id)).toEqual([other]);
    for (const message of [id, conversation]) {
      const reply = (await redact(message)).body.message;
      expect(reply).toMatchObject({ body: '', rich: [], attachments: [], removed: { what: 'message' } });
      // Again, it is done already.
      expect((await redact(message)).body.message).toEqual(reply);
    }
    // What was written with a rating goes as well; the rating stays.
    const rating = { rating: 'bad' as const, comment: `My card was ${marker}rated` };
    await server.call(postRating, { secret, path: { conversation }, body: rating });
    const { messages } = (await server.call(getThread, { secret, path: { conversation } })).body;
    expect(messages.find(({ notice }) => notice?.kind === 'rated')).toBeUndefined();
    const [rated] = await server.ctx.database.raw<{ id: string }>(
      `select id from messages where system like '%${marker}rated%'`,
      [],
    );
    expect((await redact(rated!.id, { file })).status).toBe(404);
    for (const _ of ['once', 'twice'])
      expect((await redact(rated!.id)).body.message).toMatchObject({
        notice: { kind: 'rated', values: { rating: 'bad', comment: '' } },
        removed: { by: 'staff' },
      });
    await runDueJobs(server.ctx);
    expect((await held()).split('\n').filter((line) => line.includes(marker))).toEqual([]);
    truncateLog(server.ctx.database);
    expect(filesUnder(folder).filter(holdsMarker)).toEqual([]);
    const seen = (await server.call(getThread, { secret, path: { conversation } })).body;
    expect(seen.messages.map(({ removed }) => removed?.name)).toEqual([
      'Ada Agent',
      'Ada Agent',
      'Ada Agent',
    ]);
    const found = await server.call(searchInbox, { cookie, query: { q: `${marker}word` } as never });
    expect(JSON.stringify(found.body)).not.toContain(conversation);
    expect(await held()).toContain('messages/:message/redact');
  });

  test('is in no preview after a notice, and in no conversation that was merged or taken apart', async () => {
    const { server, secret, cookie } = stage;
    const hook = { id: newId(), url: receiver.url, types: ['*'], description: '' };
    expect((await server.call(addEndpoint, { cookie: owner, body: hook })).status).toBe(200);
    const first = await stage.open(`My card is ${marker}first`);
    await server.call(postEnd, { secret, path: { conversation: first } });
    const redact = (conversation: string, message: string) =>
      server.call(redactMessage, { cookie, path: { conversation, message }, body: {} });
    expect((await redact(first, first)).status).toBe(200);
    await runDueJobs(server.ctx);
    expect((await held()).split('\n').filter((line) => line.includes(marker))).toEqual([]);

    const merge = async (conversation: string) => {
      const body = { id: newId(), conversations: [conversation], change: { mergeInto: first } };
      expect((await server.call(postAction, { cookie, body })).status).toBe(200);
    };
    const second = await stage.open(`My card is ${marker}second`);
    await runDueJobs(server.ctx);
    await merge(second);
    await runDueJobs(server.ctx);
    expect(await held()).toContain(`webhook_messages: `);
    expect((await redact(first, second)).status).toBe(200);
    await runDueJobs(server.ctx);
    expect((await held()).split('\n').filter((line) => line.includes(marker))).toEqual([]);

    const third = await stage.open(`My card is ${marker}third`);
    const call = {
      id: newId(),
      number: '+49 30 901820',
      country: 'DE',
      when: 'soon' as const,
      zone: 'Europe/Berlin',
      language: 'en',
      from: third,
    };
    expect((await server.call(postCallback, { secret, body: call as never })).status).toBe(200);
    expect(await held()).toContain(`↪`);
    await merge(third);
    expect((await server.call(unmerge, { cookie, path: { conversation: third } })).status).toBe(200);
    expect((await redact(third, third)).status).toBe(200);
    await runDueJobs(server.ctx);
    expect((await held()).split('\n').filter((line) => line.includes(marker))).toEqual([]);
  });

  test('a comment or an answer that is deleted is in nothing that was told to programs or kept for them', async () => {
    const { server, secret, cookie } = stage;
    const hook = { id: newId(), url: receiver.url, types: ['*'], description: '' };
    expect((await server.call(addEndpoint, { cookie: owner, body: hook })).status).toBe(200);
    const [own, staffs] = [
      await comment(secret, `Oh ${marker}own`),
      await comment(secret, `No ${marker}theirs`),
    ];
    const answered = await importQuestion('parcels', 'When will parcels arrive?');
    const said = { id: newId(), body: `Try ${marker}answer`, name: `Zoë ${marker}`, language: 'en' };
    await ok(server.call(postCommunityAnswer, { secret, path: { question: answered }, body: said }));
    await ok(
      server.call(decideStaffAnswers, { cookie: owner, body: { ids: [said.id], decision: 'publish' } }),
    );
    await runDueJobs(server.ctx);
    await deliverDue(server.ctx);
    const told = async () =>
      (await held()).split('\n').find((line) => line.startsWith('webhook_messages: '))!;
    for (const word of ['own', 'theirs', 'answer']) expect(await told(), word).toContain(marker + word);

    await ok(server.call(postDelete, { secret, path: { comment: own }, body: {} }));
    await ok(server.call(postDecisions, { cookie, body: { ids: [staffs], decision: 'delete' } }));
    await ok(server.call(deleteCommunityAnswer, { secret, path: { answer: said.id } }));
    // Programs are told that they were deleted, without what they said.
    await runDueJobs(server.ctx);
    expect(await told()).toContain(own);
    expect(
      (await held()).split('\n').filter((line) => line.includes(marker) && !line.startsWith('visitors')),
    ).toEqual([]);
  });

  test('is told to everybody who has it open, without what it said', async () => {
    const { server, cookie } = stage;
    const conversation = await stage.open(`Hello ${marker}`);
    const [last] = await server.ctx.database.raw<{ seq: number }>('select max(seq) as seq from events', []);
    await server.call(redactMessage, { cookie, path: { conversation, message: conversation }, body: {} });
    const batch = await readEventsAfter(server.ctx.database, server.site.id, Number(last!.seq), 10);
    expect(batch.map(({ kind }) => kind)).toEqual(['message.changed']);
    const told = await projectConversations(server.ctx, server.site.id, batch, {
      staff: true,
      visitor: true,
    });
    expect([...told.values()]).toMatchObject([
      { staff: { message: { body: '' } }, visitor: { message: { body: '', removed: { by: 'staff' } } } },
    ]);
    expect(JSON.stringify([...told.values()])).not.toContain(marker);
  });

  test('is taken back by its visitor: the last one, within ten minutes, before a reply', async () => {
    const { server, secret } = stage;
    const conversation = await stage.open('The first');
    const send = async (body: string): Promise<string> => {
      const id = newId();
      await server.call(postMessage, { secret, path: { conversation }, body: { id, body } });
      return id;
    };
    const takeBack = (message: string, by = secret) =>
      server.call(takeBackMessage, { secret: by, path: { conversation, message } });
    const codeOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code;

    const one = await send(`Oh, ${marker}`);
    const two = await send(`No, ${marker}`);
    expect(codeOf(await takeBack(one))).toBe('forbidden');
    expect((await takeBack(two, newSecret())).status).toBe(401);
    expect((await takeBack(two)).body.message).toMatchObject({ body: '', removed: { by: 'visitor' } });
    expect((await takeBack(two)).status).toBe(200);

    const three = await send('Late');
    server.clock.pass(10 * 60_000 + 1);
    expect(codeOf(await takeBack(three))).toBe('forbidden');
    const four = await send('Answered');
    await stage.reply(conversation, 'I see.');
    expect(codeOf(await takeBack(four))).toBe('answered_meanwhile');
  });
});
