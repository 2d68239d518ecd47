import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSecret, newId, publicUrl } from '../helpers/server.ts';
import { cookieOf, type IdeasStage, ideasStage } from './ideasStage.ts';

let on: IdeasStage;
beforeEach(async () => {
  on = await ideasStage();
});
afterEach(() => on.close());

const textOf = async (path: string, visitor = '') => (await on.get(path, visitor)).text();
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!)['@graph'];

describe('without JavaScript', () => {
  test('an idea is suggested after what is like it, waits for its writer alone, and is everybody’s once published', async () => {
    const known = await on.publish('A rain cover for the child seat');
    await on.server.ctx.search.settled(on.server.site.id);
    expect(await textOf('/sites/shop/ideas/new')).toContain('Your idea in one line');
    const asked = await textOf('/sites/shop/ideas/new?title=rain+cover+seat');
    expect(asked).toContain('Is it one of these? Then vote for it.');
    expect(asked).toContain(known);
    const id = /name="id" value="([^"]+)"/.exec(asked)![1]!;

    const fields = {
      id,
      title: 'A basket <b>at the front</b>',
      details: 'For **bread**. <script>x()</script>',
    };
    const sent = await on.form('/sites/shop/ideas/new', fields);
    expect(sent.status).toBe(303);
    const cookie = cookieOf(sent);
    const place = sent.headers.get('location')!;
    expect(place).toContain('said=waits');
    const own = await textOf(place, cookie);
    expect(own).toContain('Your idea will appear once our team has reviewed it.');
    expect(own).toContain('<strong>bread</strong>');
    expect(own).toContain('A basket &lt;b&gt;at the front');
    expect(own).not.toContain('<script>x()');
    expect(own).toContain('noindex');
    expect((await on.get(place)).status).toBe(404);
    await on.decide(id, 'publish');
    expect(await textOf(place)).toContain('<strong>bread</strong>');
    expect(await textOf('/sites/shop/ideas')).toContain('A basket &lt;b&gt;');
  });

  test('what is missing is said at its field, and what was written stays', async () => {
    const empty = await on.form('/sites/shop/ideas/new', { id: newId(), title: ' ', details: 'Kept words' });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toMatch(/This can’t be empty\.[\s\S]*Kept words/);
    const foreign = await on.form(
      '/sites/shop/ideas/new',
      { id: newId(), title: 'Hello' },
      { origin: 'https://evil.test' },
    );
    expect(foreign.status).toBe(403);
  });

  test('one tap votes, in the list and on the page; a second takes it back', async () => {
    const id = await on.publish('A rain cover');
    const from = { from: 'list', order: 'new', status: 'new' };
    const voted = await on.form(`/sites/shop/ideas/${id}/vote`, { value: 'yes', ...from });
    expect(voted.headers.get('location')).toBe(`/sites/shop/ideas?lang=en&status=new&order=new#idea-${id}`);
    const cookie = cookieOf(voted);
    expect(await textOf('/sites/shop/ideas', cookie)).toContain('aria-pressed="true"');
    // Nobody else's list is theirs.
    expect(await textOf('/sites/shop/ideas')).not.toContain('aria-pressed="true"');
    expect((await on.read(id)).votes).toBe(2);
    const back = await on.form(`/sites/shop/ideas/${id}/vote`, { value: 'no' }, { cookie });
    expect(back.headers.get('location')).toContain('said=unvoted');
    expect((await on.read(id)).votes).toBe(1);
  });

  test('lists go by votes or by age, are narrowed to a status, and searched', async () => {
    const old = await on.publish('A rain cover');
    on.server.clock.pass(1_000);
    const young = await on.publish('A basket');
    await on.vote(old, newSecret());
    await on.setStatus(young, 'planned', 'In spring.');
    const order = async (query: string) => {
      const page = await textOf(`/sites/shop/ideas${query}`);
      return [...page.matchAll(/<li id="idea-([^"]+)"/g)].map(([, id]) => id);
    };
    expect(await order('')).toEqual([old, young]);
    expect(await order('?order=new')).toEqual([young, old]);
    expect(await order('?status=planned')).toEqual([young]);
    expect(await order('?status=nonsense&order=%00&page=-3')).toEqual([old, young]);
    expect(await textOf('/sites/shop/ideas?status=done')).toContain('No ideas with this status.');
    await on.server.ctx.search.settled(on.server.site.id);
    expect(await order('?q=basket')).toEqual([young]);
    expect(await textOf('/sites/shop/ideas?q=zeppelin')).toContain('Nothing like this yet.');
  });

  test('the roadmap has three columns; a declined idea is not among them and says why', async () => {
    const ids = new Map<string, string>();
    for (const status of ['planned', 'started', 'done', 'declined'] as const) {
      const id = await on.publish(`Idea ${status}`);
      ids.set(status, id);
      await on.setStatus(id, status, status === 'declined' ? 'It would be *unsafe*.' : '');
    }
    const page = await textOf('/sites/shop/roadmap');
    const at = ['Planned', 'Idea planned', 'In progress', 'Idea started', 'Done', 'Idea done'].map((text) =>
      page.indexOf(`>${text}<`),
    );
    expect(at.every((place, index) => place > (at[index - 1] ?? 0))).toBe(true);
    expect(page).not.toContain('Idea declined');
    const { path } = await on.read(ids.get('declined')!);
    expect(await textOf(path)).toMatch(/Declined[\s\S]*<em>unsafe<\/em>/);
    expect(await textOf(`${path}.md`)).toContain('It would be *unsafe*.');
  });
});

describe('for programs', () => {
  test('an idea is a posting in a discussion, with what search engines require and recommend', async () => {
    const id = await on.publish('A rain cover', newSecret(), { details: 'For **two** seats.' });
    await on.setStatus(id, 'planned', 'In spring.');
    const { path } = await on.read(id);
    const page = await textOf(path);
    const [post, crumbs] = dataOf(page);
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(post).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: 'A rain cover',
      text: 'For two seats.',
      url: `${publicUrl}${path}`,
      datePublished: iso,
      author: { '@type': 'Person', name: 'Ola' },
      interactionStatistic: { interactionType: { '@type': 'LikeAction' }, userInteractionCount: 1 },
      comment: [{ '@type': 'Comment', text: 'In spring.', datePublished: iso }],
    });
    expect(crumbs.itemListElement).toHaveLength(3);
    expect(page).not.toContain('QAPage');
    expect(page).toContain(`<link rel="canonical" href="${publicUrl}${path}"/>`);
    expect(page).toContain(`href="${publicUrl}${path}.md"`);
  });

  test('ideas are in the sitemap, the feed, the Markdown twins and llms.txt, and found from the front page', async () => {
    const id = await on.publish('A rain cover');
    await on.setStatus(id, 'done', 'Here it *is*.');
    const { path } = await on.read(id);
    expect(await textOf('/sites/shop/sitemap.xml')).toContain('sitemap-more.xml');
    const more = await textOf('/sites/shop/sitemap-more.xml');
    for (const address of [path, '/sites/shop/ideas', '/sites/shop/roadmap'])
      expect(more).toContain(`<loc>${publicUrl}${address}</loc>`);
    const feed = await on.get('/sites/shop/ideas.atom');
    expect(feed.headers.get('content-type')).toContain('application/atom+xml');
    expect(await feed.text()).toMatch(
      /A rain cover \(Done\)[\s\S]*&lt;em&gt;is|A rain cover \(Done\)[\s\S]*<em>is/,
    );
    expect(await textOf('/sites/shop/ideas.md')).toContain(
      `[A rain cover](${publicUrl}${path}.md): Done, 1 vote`,
    );
    expect(await textOf('/sites/shop/roadmap.md')).toMatch(/## Done\n\n- \[A rain cover\]/);
    expect(await textOf('/sites/shop/llms.txt')).toContain(`[Ideas](${publicUrl}/sites/shop/ideas.md)`);
    const home = await textOf('/sites/shop');
    expect(home).toContain('/sites/shop/ideas?lang=en');
    expect(home).toContain('/sites/shop/roadmap?lang=en');
    // The help centre's search finds it, too.
    await on.server.ctx.search.settled(on.server.site.id);
    expect(await textOf('/sites/shop/questions?q=rain+cover')).toContain(path);
  });

  test('the owner’s name for the section stands on its links; Arabic reads right to left', async () => {
    const { ctx, site } = on.server;
    expect(site.settings.ideas.names).toEqual({});
    const page = await textOf('/sites/shop/ideas?lang=ar');
    expect(page).toContain('dir="rtl"');
    expect(page).toContain('الأفكار');
    expect(
      ctx.listHomeLinks(
        { ...site, settings: { ...site.settings, ideas: { mode: 'approve', names: { en: 'Wishes' } } } },
        'en',
      )[0]?.label,
    ).toBe('Wishes');
  });
});
