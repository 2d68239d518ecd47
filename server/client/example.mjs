/*
 * Answers a conversation that nobody has answered yet. Run it with a token that has conversations:read and
 * conversations:write:
 *
 *   FOYER_URL=https://help.example.com FOYER_SITE=shop FOYER_TOKEN=foyer_… node example.mjs
 */
import { createFoyer } from 'foyer-client';

const { FOYER_URL: url = '', FOYER_SITE: site = '', FOYER_TOKEN: token = '' } = process.env;
const foyer = createFoyer({ url, token });

const list = await foyer.GET('/api/inbox/{site}/conversations', {
  params: { path: { site }, query: { view: 'all', sort: 'newest' } },
});
if (!list.data) throw new Error(list.error?.error.message ?? `answered ${list.response.status}`);
const [conversation] = list.data.conversations;
if (!conversation) throw new Error('nobody has written yet');

const message = {
  // Your own ID: the same message sent twice is one message.
  id: crypto.randomUUID(),
  body: 'Thanks for writing. Someone will get back to you today.',
  visibility: /** @type {const} */ ('public'),
};
const params = {
  path: { site, conversation: conversation.id },
  // Kept by you, the key lets you send the same again after a crash.
  header: { 'Idempotency-Key': message.id },
};
const path = '/api/inbox/{site}/conversations/{conversation}/messages';
const first = await foyer.POST(path, { params, body: message });
if (!first.data) throw new Error(first.error?.error.message ?? `answered ${first.response.status}`);
const again = await foyer.POST(path, { params, body: message });

console.log(
  JSON.stringify({
    subject: conversation.subject,
    message: first.data.message.id,
    replayed: again.response.headers.get('idempotency-replayed'),
    limit: first.response.headers.get('ratelimit'),
  }),
);
