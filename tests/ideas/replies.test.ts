import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideModerated } from '../../shared/core/moderation/routes.ts';
import * as contract from '../../shared/ideas/routes.ts';
import * as staffContract from '../../shared/ideas/staffRoutes.ts';
import { undoTime } from '../../server/ideas/jobs.ts';
import * as privacy from '../../shared/core/people/personalDataRoutes.ts';
import { newId, newSecret } from '../helpers/server.ts';
import { cookieOf, type IdeasStage, ideasStage } from './ideasStage.ts';

let on: IdeasStage;
const start = async (mode: 'approve' | 'trusted' = 'approve') => {
  on = await ideasStage(mode);
};
beforeEach(() => start());
afterEach(() => on.close());

let addresses = 0;
const reply = async (idea: string, body: string, secret = newSecret(), more = {}) => {
  const sent = { id: newId(), body, name: 'Ola', language: 'en', ...more };
  const made = await on.server.call(contract.postIdeaReply, {
    path: { idea },
    secret,
    address: `203.0.113.${1 + (addresses++ % 250)}`,
    body: sent,
  });
  return { ...made, id: sent.id, sent };
};
const publishReply = (id: string) =>
  on.server.call(decideModerated, {
    cookie: on.cookie,
    body: { items: [{ kind: 'reply', id }], decision: 'publish' },
  });
const asTeam = (idea: string, body: string, id = newId()) =>
  on.server.call(staffContract.postStaffReply, { cookie: on.cookie, path: { idea }, body: { id, body } });

describe('replies', () => {
  test('wait for the team, are their author’s meanwhile, and everybody’s once published', async () => {
    const idea = await on.publish('A rain cover');
    const secret = newSecret();
    const made = await reply(idea, 'With a **zip**, please.', secret);
    expect(made.body.reply).toMatchObject({ state: 'waiting', author: 'Ola', kind: 'visitor' });
    expect((await on.read(idea)).replies).toEqual([]);
    const own = await on.server.call(contract.getOwnIdeaPart, { path: { idea }, secret });
    expect(own.body.replies).toMatchObject([{ id: made.id, body: 'With a **zip**, please.' }]);
    expect((await publishReply(made.id)).status).toBe(200);
    expect((await on.read(idea)).replies).toMatchObject([{ id: made.id, author: 'Ola' }]);
    const twin = await on.server.request('GET', `${(await on.read(idea)).path}.md`, {
      headers: { origin: '' },
    });
    expect(await twin.text()).toMatch(
      /## Replies\n\n### Ola · \d{4}-\d\d-\d\d\n\nWith a \*\*zip\*\*, please\./,
    );
    // The same again is the same; another text under the id is refused.
    expect((await reply(idea, made.sent.body, secret, { id: made.id })).status).toBe(200);
    expect((await reply(idea, 'Another', secret, { id: made.id })).status).toBe(409);
    expect((await reply(idea, made.sent.body, secret)).status).toBe(400);
    expect((await reply(newId(), 'Hello')).status).toBe(404);
  });

  test('of the team are official, and told to followers and to whose idea it is, never to who wrote', async () => {
    const author = newSecret();
    const idea = await on.publish('A rain cover', author);
    const ben = 'ben@reader.example';
    const body = { id: newId(), email: ben, language: 'en' };
    await on.server.call(contract.postIdeaFollow, { path: { idea }, secret: newSecret(), body });
    await on.stage.pass(1);
    const confirm = /\/ideas\/follow\/[\w.-]+/.exec(on.mailsTo(ben)[0]!.text!)![0];
    expect((await on.form(confirm, {})).status).toBe(200);
    const id = newId();
    expect((await asTeam(idea, 'We’re **on it**.', id)).status).toBe(200);
    expect((await asTeam(idea, 'We’re **on it**.', id)).status).toBe(200);
    expect((await asTeam(idea, 'Other', id)).status).toBe(409);
    await on.stage.pass(1);
    const told = on.mailsTo(ben).slice(1);
    expect(told).toHaveLength(1);
    expect(told[0]!.subject).toContain('New reply');
    expect(told[0]!.text).toContain('on it');
    const page = await (await on.get((await on.read(idea)).path)).text();
    expect(page).toContain(`id="reply-${id}"`);
    expect(page).toContain('<span class="mark">');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!);
    expect(data['@graph'][0]).toMatchObject({
      '@type': 'DiscussionForumPosting',
      commentCount: 1,
      comment: [{ '@type': 'Comment', text: 'We’re on it.', author: { '@type': 'Person' } }],
    });
  });

  test('are changed and taken away by their author alone, with what they said before for the team', async () => {
    await on.close();
    await start('trusted');
    const idea = await on.publish('A rain cover');
    const secret = newSecret();
    const made = await reply(idea, 'With a zip.', secret);
    await publishReply(made.id);
    const edit = (who: string, body: string) =>
      on.server.call(contract.editIdeaReply, { path: { reply: made.id }, secret: who, body: { body } });
    expect((await edit(newSecret(), 'Mine now')).status).toBe(401);
    await on.server.clock.pass(1_000);
    expect((await edit(secret, 'With two zips.')).body.reply).toMatchObject({ body: 'With two zips.' });
    const { replies } = await on.detail(idea);
    expect(replies).toMatchObject([{ versions: [{ body: 'With a zip.' }], editedAt: expect.any(Number) }]);
    const remove = (who: string) =>
      on.server.call(contract.deleteIdeaReply, { path: { reply: made.id }, secret: who });
    expect((await remove(secret)).status).toBe(200);
    expect((await remove(secret)).status).toBe(200);
    expect((await on.detail(idea)).replies).toEqual([]);
  });

  test('go with an erased person', async () => {
    const idea = await on.publish('A rain cover');
    const secret = newSecret();
    const made = await reply(idea, 'My own words', secret);
    await publishReply(made.id);
    expect((await on.server.call(privacy.eraseOwnData, { secret })).status).toBe(200);
    await on.stage.pass(1);
    expect((await on.read(idea)).replies).toEqual([]);
    expect(JSON.stringify(await on.detail(idea))).not.toContain('My own words');
  });

  test('are written, changed and taken away with forms, and twice is once', async () => {
    const idea = await on.publish('A rain cover');
    const fields = { body: 'With a **zip**. <script>x()</script>', name: 'Ola', website: '' };
    const path = `/sites/shop/ideas/${idea}/replies`;
    expect((await on.form(path, { ...fields, body: ' ' })).status).toBe(400);
    const sent = await on.form(path, fields);
    expect(sent.status).toBe(303);
    const cookie = cookieOf(sent);
    expect((await on.form(path, fields)).status).toBe(303);
    const place = sent.headers.get('location')!;
    expect(place).toContain('said=replyWaits');
    const own = await (await on.get(place.split('#')[0]!, cookie)).text();
    expect(own).toContain('Only you can see this.');
    expect(own).toContain('<strong>zip</strong>');
    expect(own).not.toContain('<script>x()');
    const edit = /\/sites\/shop\/ideas\/replies\/[0-9a-f-]+\/edit/.exec(own)![0];
    expect(await (await on.get(edit, cookie)).text()).toContain('With a **zip**');
    expect((await on.get(edit)).status).toBe(404);
    expect((await on.form(edit, { body: 'Shorter' }, { cookie })).headers.get('location')).toContain('said=');
    const gone = await on.form(edit.replace(/edit$/, 'delete'), {}, { cookie });
    expect(gone.headers.get('location')).toContain('said=replyRemoved');
  });
});

describe('an idea of one’s own', () => {
  test('is changed until the team works with it; old words and the old address stay', async () => {
    await on.close();
    await start('trusted');
    const secret = newSecret();
    const id = await on.publish('A rain cover', secret, { details: 'For one child.' });
    const before = (await on.read(id)).path;
    const edit = (who: string, title: string, details = 'For two children.') =>
      on.server.call(contract.editOwnIdea, { path: { idea: id }, secret: who, body: { title, details } });
    expect((await edit(newSecret(), 'Mine now')).status).toBe(401);
    // Somebody whom the team has approved is trusted with a change.
    await on.publish('Another idea of mine', secret);
    const made = await edit(secret, 'A rain cover for twins');
    expect(made.body.idea).toMatchObject({ title: 'A rain cover for twins', editedAt: expect.any(Number) });
    expect((await on.detail(id)).versions).toMatchObject([{ title: 'A rain cover', by: 'Ola' }]);
    expect((await on.get(before)).status).toBe(301);
    await on.setStatus(id, 'planned');
    await on.stage.pass(undoTime);
    expect((await edit(secret, 'Something else')).status).toBe(403);
  });

  test('waits again where the team looks at each, and is seen by its author alone', async () => {
    const sent = await on.form('/sites/shop/ideas/new', { id: newId(), title: 'A basket', details: 'Big.' });
    const cookie = cookieOf(sent);
    const id = /ideas\/([0-9a-f-]{36})\//.exec(sent.headers.get('location')!)![1]!;
    await on.decide(id, 'publish');
    const page = await (await on.get((await on.read(id)).path, cookie)).text();
    expect(page).toContain(`/sites/shop/ideas/edit/${id}`);
    const form = await (await on.get(`/sites/shop/ideas/edit/${id}`, cookie)).text();
    expect(form).toContain('value="A basket"');
    const saved = await on.form(
      `/sites/shop/ideas/edit/${id}`,
      { title: 'A crate', details: '' },
      { cookie },
    );
    expect(saved.headers.get('location')).toContain('said=editWaits');
    expect((await on.server.call(contract.getIdea, { path: { idea: id } })).status).toBe(404);
    await on.decide(id, 'publish');
    expect(await on.read(id)).toMatchObject({ title: 'A crate' });
  });
});
