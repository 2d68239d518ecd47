import { afterEach, beforeEach, expect, test } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { postWhereabouts } from '../../shared/core/conversations/whereaboutsRoutes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
afterEach(() => server.close());

const page = {
  url: 'https://www.shop.test/bags',
  title: 'Bags',
  referrer: 'https://search.example/?q=bags',
  zone: 'Asia/Tokyo',
};
const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** The place where a question and a chat were begun, as staff see it. */
const seen = async (given: object = page) => {
  const cookie = await server.logIn();
  const asked = await server.call(postQuestion, {
    body: question({ page: given }),
    secret: newSecret(),
    headers,
  });
  const chat = await server.call(postChat, {
    body: { id: newId(), body: 'Hello', language: 'en', page: given as typeof page },
    secret: newSecret(),
    headers,
  });
  return Promise.all(
    [asked, chat].map(async ({ body }) => {
      const { conversation, device, zone, referrer } = (
        await server.call(getInboxThread, { cookie, path: { conversation: body.conversation.id } })
      ).body;
      return { page: conversation.page, device, zone, referrer };
    }),
  );
};

beforeEach(async () => {
  server = await startTestServer();
});

test('staff see the page, device and time zone; what led there only where the site shares it', async () => {
  const expected = {
    page: { url: page.url, title: page.title },
    device: 'Firefox on Linux',
    zone: 'Asia/Tokyo',
    referrer: null,
  };
  expect(await seen()).toEqual([expected, expected]);
  expect((await server.call(getSettings)).body.referrer).toBeUndefined();
  await server.close();
  server = await startTestServer({ settings: { share: { page: false, referrer: true, parameters: ['q'] } } });
  expect((await server.call(getSettings)).body.referrer).toBe(true);
  expect(await seen()).toEqual([
    { ...expected, page: null, referrer: page.referrer },
    { ...expected, page: null, referrer: page.referrer },
  ]);
  // A zone that no clock knows is none.
  expect((await seen({ ...page, zone: 'Mars/Olympus' }))[0]!.zone).toBeNull();
});

test('addresses lose what may be private: every parameter that the site does not name', async () => {
  const given = {
    ...page,
    url: 'https://www.shop.test/order?utm_source=news&token=s3cret&page=2&email=zoe%40example.com&%zz#pay',
  };
  const [asked, chat] = await seen(given);
  const expected = 'https://www.shop.test/order?utm_source=news&page=2';
  expect([asked!.page!.url, chat!.page!.url]).toEqual([expected, expected]);
  const secret = newSecret();
  const cookie = await server.logIn();
  const { body } = await server.call(postChat, {
    body: { id: newId(), body: 'Hello', language: 'en' },
    secret,
  });
  await server.call(postWhereabouts, { secret, body: { page: { url: given.url, title: 'Order' } } });
  const thread = await server.call(getInboxThread, { cookie, path: { conversation: body.conversation.id } });
  expect(thread.body.whereabouts?.page.url).toBe(expected);
});
