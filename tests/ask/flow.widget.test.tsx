import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSurface } from '../../widget/panel/surface.ts';
import { open } from '../../widget/ask/index.ts';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import {
  type Answer,
  conversation,
  failure,
  fakeServer,
  makeContext,
  message,
  openStream,
  type Request,
  settle,
} from '../core/widget/fakeServer.ts';

const question = {
  id: 'q1',
  title: 'What does shipping cost?',
  details: [],
  language: 'en',
  category: null,
  askedBy: '',
  at: 0,
  path: '/sites/demo/questions/q1',
  solved: 3,
  answers: [
    {
      id: 'a1',
      author: 'Mara',
      at: 0,
      rich: [{ tag: 'p', children: ['Nine euros.'] }],
      official: true,
      accepted: false,
    },
  ],
};
const suggestions = {
  suggestions: [
    {
      id: 'q1',
      title: question.title,
      matches: [{ start: 10, end: 18 }],
      snippet: 'Nine euros.',
      official: true,
      accepted: false,
      language: 'en',
    },
  ],
};

let undo: (() => void)[] = [];

/** Draws the flow as a page or the panel would. */
const draw = (
  answers: (request: Request) => Answer | undefined = () => undefined,
  more: Partial<PublicSettings> = {},
) => {
  const requests = fakeServer((request) => {
    const given = answers(request);
    if (given) return given;
    if (request.path.endsWith('/suggestions')) return { body: suggestions };
    if (request.path.endsWith('/questions/q1')) return { body: question };
    if (request.path.endsWith('/live')) return openStream().response;
    if (request.method === 'POST' && request.path.endsWith('/questions')) {
      const { id, title } = request.body as { id: string; title: string };
      const made = conversation({ id, subject: title, promise: { at: Date.now() + 3_600_000, owner: null } });
      return { body: { conversation: made, messages: [message({ id, conversation: id })], cursor: 5 } };
    }
    return { body: { done: true } };
  });
  const context = makeContext(more);
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  root.append(container);
  const surface = createSurface(context, root, container, signal(true));
  const feature = open(surface);
  const View = () => feature.render();
  render(<View />, container);
  undo.push(() => {
    feature.dispose();
    context.dispose();
    render(null, container);
    host.remove();
  });
  const find = <Element extends HTMLElement>(selector: string) => container.querySelector<Element>(selector);
  return {
    requests,
    context,
    surface,
    feature,
    find,
    text: () => container.textContent ?? '',
    /** Waits until something is drawn: parts of the flow are loaded when they are wanted. */
    until: (check: () => unknown) =>
      vi.waitFor(async () => {
        await settle();
        if (!check()) throw new Error(`not yet: ${container.textContent}`);
      }, 60_000),
    type(selector: string, value: string) {
      const field = find<HTMLInputElement>(selector)!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    click(words: string) {
      const button = [...container.querySelectorAll('button')].find((each) =>
        each.textContent?.includes(words),
      );
      if (!button) throw new Error(`no button "${words}" in: ${container.textContent}`);
      button.click();
    },
  };
};

const posts = (requests: Request[], end: string) =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith(end)).map(({ body }) => body);

/** Types a question and goes on to the form. */
const toForm = async (flow: ReturnType<typeof draw>, text = 'shipping to Malta') => {
  flow.type('.need', text);
  await flow.until(() => flow.text().includes('Ask a person'));
  flow.click('Ask a person');
  await flow.until(() => flow.find('input[name="title"]'));
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true });
});
afterEach(() => {
  for (const end of undo) end();
  undo = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an answer that exists is found, opened in place and solves it, and nothing is stored', async () => {
  const flow = draw();
  flow.type('.need', 'shipping');
  await flow.until(() => flow.find('mark')?.textContent === 'shipping');
  expect(flow.text()).toContain('Official answer');
  flow.find<HTMLButtonElement>('.row')!.click();
  await flow.until(() => flow.text().includes('Nine euros.') && flow.text().includes('This solved it'));
  flow.click('This solved it');
  await flow.until(() => flow.text().includes('Good to hear'));
  const events = posts(flow.requests, '/suggestion-events') as {
    kind: string;
    session: string;
    question: string;
  }[];
  expect(events.map(({ kind }) => kind)).toEqual(['opened', 'solved']);
  expect(new Set(events.map(({ session }) => session)).size).toBe(1);
  expect(localStorage.length).toBe(0);
});

test('a long answer opens at the paragraph that the suggestion showed', async () => {
  const paragraphs = [
    'How we pack.',
    'What we pay for.',
    'Outside Europe shipping costs nineteen euros, and it takes a week.',
  ];
  const flow = draw((request) => {
    if (request.path.endsWith('/suggestions'))
      return {
        body: {
          suggestions: [
            {
              ...suggestions.suggestions[0],
              snippet: '…Outside Europe shipping costs nineteen euros, and it takes…',
            },
          ],
        },
      };
    if (!request.path.endsWith('/questions/q1')) return undefined;
    const [answer] = question.answers;
    return {
      body: {
        ...question,
        answers: [{ ...answer, rich: paragraphs.map((text) => ({ tag: 'p', children: [text] })) }],
      },
    };
  });
  const shown: string[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.textContent ?? '');
  };
  flow.type('.need', 'shipping outside europe');
  await flow.until(() => flow.text().includes('nineteen'));
  flow.click('What does shipping cost?');
  await flow.until(() => flow.find('.passage'));
  expect(flow.find('.passage')!.textContent).toBe(paragraphs[2]);
  expect(shown.at(-1)).toBe(paragraphs[2]);
});

test('suggestions that stood still were shown, once each', async () => {
  const flow = draw();
  flow.type('.need', 'shipping');
  await flow.until(() => flow.find('.row'));
  await vi.advanceTimersByTimeAsync(2_000);
  flow.type('.need', 'shipping cost');
  await vi.advanceTimersByTimeAsync(2_000);
  await settle();
  expect(posts(flow.requests, '/suggestion-events')).toMatchObject([{ kind: 'shown', question: 'q1' }]);
});

test('"not quite" keeps what was typed and goes on to a person', async () => {
  const flow = draw();
  flow.type('.need', 'shipping to Malta');
  await flow.until(() => flow.find('.row'));
  flow.find<HTMLButtonElement>('.row')!.click();
  await flow.until(() => flow.text().includes('Not quite'));
  flow.click('Not quite');
  await flow.until(() => flow.find('input[name="title"]'));
  expect(flow.find<HTMLInputElement>('input[name="title"]')!.value).toBe('shipping to Malta');
});

test('nothing is stored before sending; sending makes the secret and says who answers by when', async () => {
  const flow = draw();
  await toForm(flow);
  flow.type('textarea[name="details"]', 'Two racks');
  expect(localStorage.length).toBe(0);
  flow.click('Send');
  await flow.until(() => flow.text().includes('We’ve got your question'));
  expect(flow.text()).toMatch(/The workshop will reply by/);
  const [sent] = posts(flow.requests, '/questions') as Record<string, unknown>[];
  expect(sent).toMatchObject({
    title: 'shipping to Malta',
    details: 'Two racks',
    visibility: 'private',
    language: 'en',
  });
  expect(sent).not.toHaveProperty('website');
  expect(localStorage.getItem('foyer:demo')).toMatch(/"secret"/);
  expect(localStorage.getItem('foyer:demo:unsent')).toBeNull();
});

test('what is missing is named at its field, and nothing is sent', async () => {
  const flow = draw();
  await toForm(flow);
  flow.type('input[name="title"]', ' ');
  flow.type('input[name="email"]', 'nobody');
  flow.click('Send');
  await settle();
  expect(flow.find('input[name="title"]')!.getAttribute('aria-invalid')).toBe('true');
  expect(flow.text()).toContain('Please fill this in.');
  expect(flow.text()).toContain('Enter a valid email address.');
  expect(posts(flow.requests, '/questions')).toEqual([]);
});

test('a refusal brings the form back with the text and the reason at its field', async () => {
  const flow = draw(({ method, path }) =>
    method === 'POST' && path.endsWith('/questions')
      ? failure(400, 'invalid', { fields: { email: 'not_email' } })
      : undefined,
  );
  await toForm(flow);
  flow.type('input[name="email"]', 'a@b.c');
  flow.click('Send');
  await flow.until(() => flow.text().includes('Please check the marked fields.'));
  expect(flow.find<HTMLInputElement>('input[name="email"]')!.value).toBe('a@b.c');
  expect(flow.find('input[name="email"]')!.getAttribute('aria-invalid')).toBe('true');
});

test('after a conflict the same text can be sent as a new question, under a new id', async () => {
  let refuse = true;
  const flow = draw(({ method, path }) =>
    refuse && method === 'POST' && path.endsWith('/questions') ? failure(409, 'conflict') : undefined,
  );
  await toForm(flow);
  flow.click('Send');
  await flow.until(() => flow.text().includes('We already received an earlier version'));
  refuse = false;
  flow.click('Send');
  await flow.until(() => flow.text().includes('We’ve got your question'));
  const ids = (posts(flow.requests, '/questions') as { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

test('without a network the question waits, says so, survives a reload and arrives with the same id', async () => {
  let online = false;
  const answers = ({ path }: Request): Answer | undefined =>
    !online && path.endsWith('/questions')
      ? 'offline'
      : path.endsWith('/conversations')
        ? failure(401, 'unauthenticated')
        : undefined;
  const flow = draw(answers);
  await toForm(flow);
  flow.click('Send');
  await flow.until(() => flow.text().includes('Not sent yet. We’ll keep trying.'));
  const [{ id }] = posts(flow.requests, '/questions') as [{ id: string }];
  for (const end of undo) end();
  undo = [];

  online = true;
  const again = draw(answers);
  await (await again.context.loadConversations()).store.begin();
  await again.until(() => posts(again.requests, '/questions').length === 1);
  expect(posts(again.requests, '/questions')).toMatchObject([{ id, title: 'shipping to Malta' }]);
  await again.until(() => again.context.conversations.value!.store.conversations.value.length === 1);
});

test('a long text becomes details, with its first words as the title', async () => {
  const flow = draw();
  const long = `${'My rack makes a noise when I ride over cobbles. '.repeat(8)}What is it?`;
  await toForm(flow, long);
  const title = flow.find<HTMLInputElement>('input[name="title"]')!.value;
  expect(title.length).toBeLessThanOrEqual(200);
  expect(flow.find<HTMLTextAreaElement>('textarea[name="details"]')!.value).toBe(long);
});

test('a paused site still finds answers and takes no question', async () => {
  const flow = draw(() => undefined, { paused: true });
  flow.type('.need', 'shipping');
  await flow.until(() => flow.find('.row'));
  expect(flow.text()).toContain('We’re not taking new questions');
  expect(flow.text()).not.toContain('Ask a person');
});

test('going back keeps what was typed and written', async () => {
  const flow = draw();
  await toForm(flow);
  flow.type('textarea[name="details"]', 'Two racks');
  flow.feature.back();
  await flow.until(() => flow.find<HTMLTextAreaElement>('.need')?.value === 'shipping to Malta');
  flow.click('Ask a person');
  await flow.until(() => flow.find<HTMLTextAreaElement>('textarea[name="details"]')?.value === 'Two racks');
});
