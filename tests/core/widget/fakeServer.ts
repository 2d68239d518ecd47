import { vi } from 'vitest';
import type { Host } from '../../../widget/core/host.ts';
import type { Message, VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { PublicSettings } from '../../../shared/siteSettings.ts';
import { createTexts } from '../../../widget/core/text/i18n.ts';
import english from '../../../widget/core/text/texts/en.ts';
import englishLater from '../../../widget/core/text/texts/later/en.ts';
import { createContext } from '../../../widget/panel/context.ts';

/** One request that the widget made. */
export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  authorization: string | undefined;
  signal: AbortSignal | null;
}

export type Answer = { status?: number; body?: unknown } | Response | Promise<Response> | 'offline';

/** Puts a server in the place of the network: every request is kept and answered by what is given. */
export const fakeServer = (answer: (request: Request) => Answer): Request[] => {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url, 'https://help.example');
    const headers = (init.headers ?? {}) as Record<string, string>;
    const request: Request = {
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      authorization: headers['authorization'],
      signal: init.signal ?? null,
    };
    requests.push(request);
    const given = answer(request);
    if (given === 'offline') throw new TypeError('no network');
    if (given instanceof Response || given instanceof Promise) return given;
    return new Response(JSON.stringify(given.body ?? {}), { status: given.status ?? 200 });
  });
  return requests;
};

/** A stream that stays open; `push` sends a frame, `end` breaks it. */
export const openStream = () => {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  const encoder = new TextEncoder();
  return {
    response: new Response(body, { status: 200 }),
    push: (id: number, frame: object) =>
      controller.enqueue(encoder.encode(`id: ${id}\ndata: ${JSON.stringify(frame)}\n\n`)),
    /** A frame without a place in the log. */
    say: (frame: object) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(frame)}\n\n`)),
    end: () => controller.close(),
  };
};

/** Lets everything that waits for nothing but promises happen. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  await vi.advanceTimersByTimeAsync(0);
};

export const failure = (
  status: number,
  code: string,
  more: object = {},
): { status: number; body: unknown } => ({
  status,
  body: { error: { code, message: code, ...more } },
});

export const settings: PublicSettings = {
  name: 'Kettle & Crane',
  launcher: { en: ['Help', 'Not available right now'] },
  ownTexts: [],
  theme: {
    accent: '#2f5d50',
    appearance: 'light',
    radius: 16,
    position: 'end',
    offset: 20,
    label: '',
    font: 'system',
    zIndex: 10,
  },
  greeting: { en: 'The kettle is on.' },
  teamName: 'The workshop',
  features: { ask: true, chat: false, callback: false },
  categories: [{ key: 'Orders', names: { en: 'Orders' } }],
  paused: false,
  colours: { onAccent: '#ffffff', accentInk: { light: '#2f5d50', dark: '#93aaa3' } },
  people: [{ id: 'p1', name: 'Mara' }],
  open: true,
  opensAt: null,
  panel: '',
  parts: {},
  usualReplyMinutes: 40,
};

const englishTexts = () => {
  const texts = createTexts('en', english, undefined, ['en-GB']);
  texts.add(englishLater);
  return texts;
};

export const makeContext = (more: Partial<PublicSettings> = {}) =>
  createContext({
    base: 'https://help.example',
    site: 'demo',
    nonce: '',
    settings: { ...settings, ...more },
    texts: englishTexts(),
    who: () => undefined,
    conversationView: () => undefined,
  });

export const conversation = (more: Partial<VisitorConversation> = {}): VisitorConversation => ({
  id: 'c1',
  kind: 'ask',
  subject: 'Do you ship to Malta?',
  status: 'open',
  createdAt: 1_000,
  lastMessageAt: 1_000,
  lastSeq: 5,
  visitorSeen: 5,
  staffSeen: 0,
  unread: 0,
  promise: null,
  publicPath: null,
  ...more,
});

export const message = (more: Partial<Message> = {}): Message => ({
  id: 'm1',
  conversation: 'c1',
  seq: 5,
  at: 1_000,
  author: { kind: 'visitor', id: 'v1', name: '' },
  visibility: 'public',
  body: 'Do you ship to Malta?',
  rich: [{ tag: 'p', children: ['Do you ship to Malta?'] }],
  attachments: [],
  ...more,
});

/** A page with the launcher on it, as the loader leaves it. */
export const makeHost = () => {
  const element = document.createElement('foyer-root');
  const root = element.attachShadow({ mode: 'open' });
  const launcher = document.createElement('button');
  root.append(launcher);
  document.body.append(element);
  const emit = vi.fn();
  const host: Host = {
    base: 'https://help.example',
    site: 'demo',
    settings,
    language: 'en',
    nonce: '',
    root,
    launcher,
    emit,
    say() {},
    dress() {},
    panel: async () => undefined,
    load: async () => undefined,
  };
  const panel = () => root.querySelector('div')?.shadowRoot?.querySelector<HTMLElement>('.panel') ?? null;
  return { host, root, launcher, emit, panel };
};

/** Waits until something is true of the page. */
export const until = (check: () => unknown) =>
  vi.waitFor(async () => {
    await settle();
    if (!check()) throw new Error('not yet');
  }, 60_000);
