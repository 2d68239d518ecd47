import { afterEach, expect, test, vi } from 'vitest';
import english from '../../shared/comments/texts/en.ts';
import type { Host } from '../../widget/core/host.ts';
import { loadLocale } from '../../widget/comments/texts.ts';
import { loadTexts as loadSurveyTexts } from '../../widget/nps/texts.ts';
import { createTexts } from '../../widget/core/text/i18n.ts';

afterEach(() => vi.unstubAllGlobals());

const host = (ownTexts: string[]): Host =>
  ({ base: 'https://help.test', site: 'shop', language: 'en', settings: { ownTexts } }) as unknown as Host;

const answer = (reply: () => Response) => {
  const fetched = vi.fn(async (_: string) => reply());
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

test('comments are in the owner’s words where there are some, forms of a number too', async () => {
  const fetched = answer(() =>
    Response.json({
      texts: { 'comment.none': 'Say hello.', 'comment.title.one': 'A single voice', none: 'Not of comments' },
    }),
  );
  const locale = await loadLocale(host(['en']));
  expect(fetched.mock.calls[0]?.[0]).toBe('https://help.test/api/sites/shop/texts?language=en');
  expect(locale.text('none')).toBe('Say hello.');
  expect(locale.text('title', { count: 1 })).toBe('A single voice');
  expect(locale.text('title', { count: 2 })).toBe('2 comments');
  expect(locale.text('send')).toBe(english.send);
});

test('nothing is asked for where the owner has none, and ours stand where they cannot be had', async () => {
  const fetched = answer(() => new Response('', { status: 503 }));
  expect((await loadLocale(host(['de']))).text('none')).toBe(english.none);
  expect(fetched).not.toHaveBeenCalled();
  expect((await loadLocale(host(['en']))).text('none')).toBe(english.none);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect((await loadLocale(host(['en']))).text('none')).toBe(english.none);
});

test('surveys are in the owner’s words, and not in those of the panel’s own texts of the same name', async () => {
  const texts = createTexts('en', {} as never, undefined, [], {
    'survey.thanks': 'Merci!',
    send: 'Send to the team',
  });
  const text = await loadSurveyTexts(texts);
  expect(text('thanks')).toBe('Merci!');
  expect(text('send')).toBe('Send');
});
