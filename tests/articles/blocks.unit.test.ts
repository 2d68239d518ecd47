import { expect, test } from 'vitest';
import { expandBlocks, longestExpanded, referencesIn } from '../../server/articles/blocks/expand.ts';

const texts: Record<string, string> = {
  phone: '030 1234',
  returns: '## Returns\n\nThirty days.\n',
  steps: '- one\n- two',
  возврат: 'Тридцать дней.',
  fence: '```\nopen',
};
const expand = (source: string): string =>
  expandBlocks(source, (name) => (Object.hasOwn(texts, name) ? texts[name] : undefined));

test.each([
  ['among words', 'Call {{block:phone}} now.', 'Call 030 1234 now.'],
  ['among words, of several lines', 'See {{block:returns}} now.', 'See ## Returns Thirty days. now.'],
  ['alone', '{{block:returns}}', '## Returns\n\nThirty days.'],
  ['between lines', 'A\n{{block:returns}}\nB', 'A\n\n## Returns\n\nThirty days.\n\nB'],
  ['in a list', '- {{block:returns}}\n- next', '- ## Returns\n\n  Thirty days.\n\n- next'],
  ['in a quote', '> Know:\n> {{block:steps}}', '> Know:\n> \n> - one\n> - two'],
  ['in another script', '{{block:возврат}}', 'Тридцать дней.'],
  ['of an unclosed fence', '{{block:fence}}\n\nAfter', '```\nopen\n```\n\nAfter'],
  ['unknown', '{{block:none}}', '{{block:none}}'],
  ['named by what objects have', '{{block:constructor}}', '{{block:constructor}}'],
  ['escaped', '\\{{block:phone}}', '\\{{block:phone}}'],
  [
    'in a span of code',
    '`{{block:phone}}` and ``a ` {{block:phone}}``',
    '`{{block:phone}}` and ``a ` {{block:phone}}``',
  ],
  ['in a fence', '```\n{{block:phone}}\n```\n{{block:phone}}', '```\n{{block:phone}}\n```\n030 1234'],
  ['in a fence of a list', '- ~~~\n  {{block:phone}}\n  ~~~', '- ~~~\n  {{block:phone}}\n  ~~~'],
  ['indented as code', 'A\n\n    {{block:phone}}', 'A\n\n    {{block:phone}}'],
  ['indented in a list', '- A\n\n    {{block:phone}}', '- A\n\n    030 1234'],
])('a reference %s', (_, source, wanted) => {
  expect(expand(source)).toBe(wanted);
});

test('references are named once, and what stands in code is none', () => {
  expect(
    referencesIn('{{block:a}} {{block:b-2}} {{block:a}} `{{block:c}}` {{block:}} {{ block:d }}'),
  ).toEqual(['a', 'b-2']);
});

test('a text that would grow past all bounds is refused', () => {
  const long = 'x'.repeat(10_000);
  expect(() => expandBlocks('{{block:long}} '.repeat(100), () => long)).toThrow(RangeError);
  expect(expandBlocks('{{block:long}}', () => long).length).toBeLessThan(longestExpanded);
});
