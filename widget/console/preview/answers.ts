import type { Message, VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { PublicSettings } from '../../../shared/siteSettings.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import type { ShowMessage } from './messages.ts';

const ids = {
  conversation: '00000000-0000-7000-8000-000000000001',
  question: '00000000-0000-7000-8000-000000000002',
  other: '00000000-0000-7000-8000-000000000003',
  asked: '00000000-0000-7000-8000-000000000004',
  answered: '00000000-0000-7000-8000-000000000005',
};
export const sampleConversation = ids.conversation;

const paragraph = (text: string): RichNode[] => [{ tag: 'p', children: [text] }];

const conversationOf = ({ settings, samples, state }: ShowMessage, id: string): VisitorConversation => {
  const now = Date.now();
  const [owner] = settings.people;
  return {
    id,
    kind: state === 'chat' ? 'chat' : 'ask',
    subject: samples.title,
    status: 'open',
    createdAt: now - 600_000,
    lastMessageAt: now,
    lastSeq: 2,
    visitorSeen: 2,
    staffSeen: 2,
    unread: 0,
    promise: {
      at: now + (settings.usualReplyMinutes ?? 0) * 60_000,
      owner: state === 'conversation' ? (owner ?? null) : null,
    },
    publicPath: null,
  };
};

const messagesOf = ({ samples, settings, state }: ShowMessage, conversation: string): Message[] => {
  const asked: Message = {
    id: ids.asked,
    conversation,
    seq: 1,
    at: Date.now() - 600_000,
    author: { kind: 'visitor', id: null, name: '' },
    visibility: 'public',
    body: samples.title,
    rich: paragraph(samples.title),
    attachments: [],
  };
  if (state !== 'conversation') return [asked];
  return [
    asked,
    {
      ...asked,
      id: ids.answered,
      seq: 2,
      at: Date.now(),
      author: { kind: 'staff', id: null, name: settings.people[0]?.name ?? settings.teamName },
      body: samples.reply,
      rich: paragraph(samples.reply),
    },
  ];
};

/** A stream that says hello and then stays open, silent. */
const silentStream = (): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        const hello = { kind: 'hello', cursor: 2, heartbeat: 86_400_000 };
        controller.enqueue(new TextEncoder().encode(`id: 2\ndata: ${JSON.stringify(hello)}\n\n`));
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  );

const json = (body: unknown): Response => Response.json(body);

/** The settings as a visitor's browser has them. Which modules there are, the server has put into the frame's page. */
export const settingsOf = ({ settings }: ShowMessage): PublicSettings => {
  const panel = document.documentElement.dataset['panel'] ?? '';
  return { ...settings, panel, parts: { 'foyer-ask': panel } };
};

/**
 * Answers the widget's calls with samples in the form of the contract. Nothing is asked of the server, nothing is sent.
 * @param path below `/api/sites/:site/`
 */
export const answerCall = (path: string, method: string, body: unknown, shown: ShowMessage): Response => {
  const { samples, settings } = shown;
  const suggestion = (id: string, title: string, snippet: string, official: boolean) => ({
    id,
    title,
    matches: [],
    snippet,
    official,
    accepted: false,
    language: shown.language,
  });
  if (path === 'texts') return json({ texts: shown.ownTexts });
  if (path === 'suggestions')
    return json({
      suggestions: [
        suggestion(ids.question, samples.title, samples.snippet, true),
        suggestion(ids.other, samples.other, samples.otherSnippet, false),
      ],
    });
  if (path.startsWith('questions/'))
    return json({
      id: ids.question,
      title: samples.title,
      details: [],
      language: shown.language,
      category: null,
      askedBy: '',
      at: Date.now(),
      answers: [
        {
          id: ids.answered,
          author: settings.people[0]?.name ?? samples.name,
          at: Date.now() - 86_400_000,
          rich: paragraph(samples.snippet),
          official: true,
          accepted: false,
        },
      ],
      path: '',
      solved: 12,
    });
  if ((path === 'questions' || path === 'chats') && method === 'POST') {
    const { id } = body as { id: string };
    return json({ conversation: conversationOf(shown, id), messages: messagesOf(shown, id), cursor: 2 });
  }
  if (path === 'conversations') {
    const list = shown.state === 'conversation' ? [conversationOf(shown, ids.conversation)] : [];
    return json({ conversations: list, cursor: 2 });
  }
  const [, conversation, rest] = /^conversations\/([^/]+)(\/messages)?$/.exec(path) ?? [];
  if (conversation && rest) {
    const { id, body: text } = body as { id: string; body: string };
    return json({
      message: {
        // biome-ignore lint/style/noNonNullAssertion: each sample conversation has a message
        ...messagesOf(shown, conversation)[0]!,
        id,
        seq: 3,
        at: Date.now(),
        body: text,
        rich: paragraph(text),
      },
    });
  }
  if (conversation)
    return json({
      conversation: conversationOf(shown, conversation),
      messages: messagesOf(shown, conversation),
      cursor: 2,
    });
  if (path === 'presence') {
    const online = settings.open ? settings.people.slice(0, 2) : [];
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return json({ online, open: settings.open, opensAt: settings.opensAt, zone: timeZone });
  }
  if (path === 'live') return silentStream();
  return json({ done: true });
};
