import { render } from 'preact';
import { expect, test } from 'vitest';
import type { RichNode } from '../../../shared/core/richText.ts';
import { Rich } from '../../../widget/core/ui/Rich.tsx';

const draw = (nodes: unknown): HTMLElement => {
  const place = document.createElement('div');
  render(<Rich nodes={nodes as RichNode[]} />, place);
  return place;
};

test('the few tags of Markdown are drawn, text stays text', () => {
  const place = draw([{ tag: 'p', children: ['<b>', { tag: 'strong', children: ['bold'] }] }]);
  expect(place.querySelector('p')?.textContent).toBe('<b>bold');
  expect(place.querySelectorAll('strong')).toHaveLength(1);
  expect(place.querySelector('b')).toBeNull();
});

test('links open elsewhere and give nothing away', () => {
  const link = draw([{ tag: 'a', href: 'https://example.com/', children: ['here'] }]).querySelector('a')!;
  expect(link.rel).toBe('noopener noreferrer nofollow ugc');
  expect(link.target).toBe('_blank');
});

const hostile: [string, unknown][] = [
  ['a script', [{ tag: 'script', children: ['alert(1)'] }]],
  ['an image with a handler', [{ tag: 'img', onerror: 'alert(1)', src: 'x' }]],
  ['a script address', [{ tag: 'a', href: 'javascript:alert(1)', children: ['x'] }]],
  ['a data address', [{ tag: 'a', href: 'data:text/html,x', children: ['x'] }]],
  ['markup of a framework', [{ tag: 'p', dangerouslySetInnerHTML: { __html: '<img src=x>' }, children: [] }]],
  ['a node of a framework', [{ type: 'script', props: { children: 'alert(1)' }, constructor: undefined }]],
  [
    'a node where text belongs',
    [{ tag: 'p', children: [{ type: 'iframe', props: {}, constructor: undefined }] }],
  ],
  ['a tag that is not text', [{ tag: { toString: () => 'script' } }]],
  ['no list', { tag: 'p' }],
  ['nothing', null],
];

for (const [what, nodes] of hostile) {
  test(`${what} is not drawn`, () => {
    const place = draw(nodes);
    expect(
      place.querySelector('script, img, iframe, [onerror], a[href^="javascript"], a[href^="data"]'),
    ).toBeNull();
  });
}
