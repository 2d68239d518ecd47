import { describe, expect, test } from 'vitest';
import { cut, cutAtWord } from '../../server/core/content/cut.ts';
import { someLine, someProse } from '../../shared/core/fields.ts';

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
const flag = '\u{1F1E9}\u{1F1EA}';
const marked = 'e\u0301';

describe('a text that says something', () => {
  test.each([
    ['zero-width spaces', '\u200b\u200b'],
    ['a blank Braille pattern', '\u2800'],
    ['a Hangul filler', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['joiners', '\u200d\u200c\u2060'],
    ['a direction', '\u202e\u2066'],
    ['a byte-order mark', '\ufeff'],
    ['a variation selector', '\ufe0f'],
    ['a tag', '\u{e0041}'],
    ['spaces of all widths', ' \u00a0\u2003\u3000\n\t'],
    ['nothing', ''],
  ])('has more than %s', (_, text) => {
    expect(someProse(100).safeParse(text).success).toBe(false);
    expect(someLine(100).safeParse(text.replace(/[\n\t]/g, '')).success).toBe(false);
  });

  test.each(['?', '1', '好', family, flag, 'नी', '\u200bvisible\u200b', '\ue000'])(
    '%j is one, and stays as it is',
    (text) => {
      expect(someProse(100).safeParse(text)).toEqual({ success: true, data: text });
    },
  );
});

describe('a text that is cut', () => {
  test.each([
    ['a family', family],
    ['a flag', flag],
    ['a letter with its mark', marked],
    ['a line break of two', '\r\n'],
  ])('keeps %s whole or leaves it out, wherever it ends', (_, one) => {
    const text = one.repeat(20);
    for (let most = 0; most <= text.length; most++) {
      const found = cut(text, most);
      expect(found.length % one.length).toBe(0);
      expect(most - found.length).toBeLessThan(one.length);
      expect(cutAtWord(text, Math.max(1, most)).replace('…', '').length % one.length).toBe(0);
    }
  });

  test('is as long as it may be where a character never ends, and never malformed', () => {
    const endless = `a${'\u0301'.repeat(500)}`;
    expect(cut(endless, 300)).toHaveLength(300);
    expect(cut('😀'.repeat(50), 41).isWellFormed()).toBe(true);
    expect(cut('a\0b', 3)).toBe('ab');
  });
});
