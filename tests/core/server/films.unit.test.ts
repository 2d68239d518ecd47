import { expect, test } from 'vitest';
import { headingsOf, renderArticle } from '../../../server/core/content/articleMarkdown.ts';
import { filmOf, frameOrigins } from '../../../server/core/content/videos.ts';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s', 'dQw4w9WgXcQ?autoplay=1&start=90'],
  ['https://youtu.be/dQw4w9WgXcQ?t=42', 'dQw4w9WgXcQ?autoplay=1&start=42'],
  ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ?autoplay=1'],
])('a film of %s is framed from the host that sets no cookies', (href, end) => {
  expect(filmOf(href)).toEqual({
    host: 'youtube.com',
    frame: `https://www.youtube-nocookie.com/embed/${end}`,
  });
});

test('a film of Vimeo is asked not to track, and keeps the key of an unlisted one', () => {
  expect(filmOf('https://vimeo.com/76979871/0a1b2c3d4e')?.frame).toBe(
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=0a1b2c3d4e',
  );
});

test.each([
  'http://youtu.be/dQw4w9WgXcQ',
  'https://youtu.be/dQw4w9WgXcQ"onload=x',
  'https://youtube.com.example.test/watch?v=dQw4w9WgXcQ',
  'https://someone@youtu.be/dQw4w9WgXcQ',
  'https://youtu.be:8080/dQw4w9WgXcQ',
  'https://www.youtube.com/@channel',
  'https://vimeo.com/channels/staffpicks',
])('%s is no film of a known host', (href) => {
  expect(filmOf(href)).toBeNull();
});

test('a link alone on its line becomes a box; among words, and in code, it stays what it is', () => {
  const link = 'https://youtu.be/dQw4w9WgXcQ';
  const rich = renderArticle(
    [`Look:\n[Fit a *rack*](${link})\nThat’s it.`, `See [it](${link}) here.`, `\`${link}\``, link].join(
      '\n\n',
    ),
  );
  expect(rich.map((node) => (typeof node === 'object' ? node.tag : ''))).toEqual([
    'p',
    'video',
    'p',
    'p',
    'p',
    'video',
  ]);
  expect(rich[1]).toMatchObject({ href: link, children: ['Fit a ', { tag: 'em', children: ['rack'] }] });
  expect(rich[5]).toMatchObject({ children: [] });
  expect(frameOrigins(rich)).toEqual(['https://www.youtube-nocookie.com']);
  expect(frameOrigins(renderArticle('Words.'))).toEqual([]);
});

test('headings are named by their words, each once, and none as a part of the page', () => {
  const ids = headingsOf(renderArticle('## Size\n\n## Size\n\n## Size 2\n\n## Größe?\n\n## …\n\n## content'));
  expect(ids.map(({ id }) => id)).toEqual([
    's-size',
    's-size-2',
    's-size-2-2',
    's-größe',
    's-5',
    's-content',
  ]);
});
