import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';
import { excerpt, plainText, renderMarkdown } from '../../server/core/content/markdown.ts';
import { createRenderer } from '../../server/core/content/renderer.ts';
import { addOpenMinutes, openMinutesBetween, openState } from '../../server/core/people/sites/hours.ts';
import { createLimiter } from '../../server/core/http/limits.ts';
import { BoundedMap } from '../../server/core/boundedMap.ts';
import { percentile } from '../../server/core/conversations/promise.ts';
import { slugOf } from '../../server/ask/rules.ts';
import { contrast, readableOn, textOn } from '../../shared/core/colour.ts';
import { email } from '../../shared/core/fields.ts';
import { newId } from '../../shared/core/ids.ts';
import { type RichNode, richTags } from '../../shared/core/richText.ts';
import { testClock } from '../helpers/clock.ts';
import { emailVerdicts, hostile } from '../helpers/data.ts';

const hours = {
  zone: 'Europe/Berlin',
  week: [
    ...Array.from({ length: 5 }, () => [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ]),
    [],
    [],
  ],
};
const berlin = (text: string): number => Date.parse(text);

describe('opening hours', () => {
  test('say whether somebody is there, and when again', () => {
    expect(openState(hours, berlin('2026-03-02T10:00+01:00'))).toEqual({ open: true, opensAt: null });
    expect(openState(hours, berlin('2026-03-02T12:30+01:00'))).toEqual({
      open: false,
      opensAt: berlin('2026-03-02T13:00+01:00'),
    });
    expect(openState(hours, berlin('2026-03-06T17:00+01:00'))).toEqual({
      open: false,
      opensAt: berlin('2026-03-09T09:00+01:00'),
    });
    expect(openState({ zone: 'Europe/Berlin', week: [[], [], [], [], [], [], []] }, 0)).toEqual({
      open: false,
      opensAt: null,
    });
  });

  test('count minutes over lunch, night, weekend and the change to summer time', () => {
    expect(addOpenMinutes(hours, berlin('2026-03-02T11:30+01:00'), 60)).toBe(
      berlin('2026-03-02T13:30+01:00'),
    );
    expect(addOpenMinutes(hours, berlin('2026-03-06T16:30+01:00'), 60)).toBe(
      berlin('2026-03-09T09:30+01:00'),
    );
    expect(addOpenMinutes(hours, berlin('2026-03-27T16:30+01:00'), 60)).toBe(
      berlin('2026-03-30T09:30+02:00'),
    );
    expect(addOpenMinutes({ zone: 'UTC', week: [[], [], [], [], [], [], []] }, 0, 5)).toBeNull();
  });

  test('on the days with 23 and 25 hours are what the clock on the wall says', () => {
    const always = {
      zone: 'Europe/Berlin',
      week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
    };
    expect(
      openMinutesBetween(always, berlin('2026-03-29T00:00+01:00'), berlin('2026-03-30T00:00+02:00')),
    ).toBe(23 * 60);
    expect(
      openMinutesBetween(always, berlin('2026-10-25T00:00+02:00'), berlin('2026-10-26T00:00+01:00')),
    ).toBe(25 * 60);
  });

  test('adding minutes and measuring them agree, whenever one starts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_750_000_000, max: 1_850_000_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (seconds, minutes) => {
          const from = seconds * 1_000;
          const due = addOpenMinutes(hours, from, minutes)!;
          expect(openMinutesBetween(hours, from, due)).toBeCloseTo(minutes, 6);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('Markdown', () => {
  test('becomes the few tags that everybody can build', () => {
    expect(renderMarkdown('**a** and `b`\n\n- one\n- [two](https://x.test)')).toEqual([
      { tag: 'p', children: [{ tag: 'strong', children: ['a'] }, ' and ', { tag: 'code', children: ['b'] }] },
      {
        tag: 'ul',
        children: [
          { tag: 'li', children: ['one'] },
          { tag: 'li', children: [{ tag: 'a', href: 'https://x.test', children: ['two'] }] },
        ],
      },
    ]);
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,1)',
    '[x](JaVaScRiPt:1)',
    '[x](vbscript:1)',
    '<javascript:alert(1)>',
    '![x](javascript:1)',
  ])('%s is no link', (source) => {
    expect(JSON.stringify(renderMarkdown(source))).not.toContain('"href"');
  });

  const check = (nodes: RichNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      expect(richTags).toContain(node.tag);
      if (node.href !== undefined) expect(node.href).toMatch(/^(?:https?:\/\/|mailto:)/i);
      check(node.children ?? []);
    }
  };

  test('of any text is a tree of known tags and safe links', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => check(renderMarkdown(text))),
      { numRuns: 300 },
    );
  });

  test('of hostile strings, too', () => {
    for (const text of [...hostile('dompurify'), ...hostile('blns')]) check(renderMarkdown(text));
  });

  test('a plain line is what the parser makes of it', () => {
    // With another paragraph behind it, it goes all the way.
    const parsed = (text: string) => renderMarkdown(`${text}\n\n*x*`).slice(0, -1);
    const characters = [...'aZ9 é\u0301ßж中\u0627.,;!?\'"’“”()–—-%€$1)#*_<&:/@[]|+=\\\u00a0\t'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 }), (text) => {
        expect(renderMarkdown(text)).toEqual(parsed(text));
      }),
      { numRuns: 5_000 },
    );
    for (const text of [
      'Hello, is my frame ready?',
      'a - b',
      'I paid 5 $ (or so)…',
      'x --',
      'No. 1) first',
      'a  b',
      'www.shop.test',
      'ends in space ',
    ])
      expect(renderMarkdown(text), text).toEqual(parsed(text));
  });

  test('keeps every word: nothing is taken for markup and dropped', () => {
    expect(plainText(renderMarkdown('<b>bold</b> <img src=x onerror=alert(1)>'))).toBe(
      '<b>bold</b> <img src=x onerror=alert(1)>',
    );
    expect(plainText(renderMarkdown('![a picture](https://x.test/a.png)'))).toBe('a picture');
  });

  test('that nests without end is rendered in bounds', async () => {
    const renderer = createRenderer(null, () => {});
    for (const piece of [
      '>',
      '- ',
      '*',
      '[',
      '`',
      '![](',
      '**_',
      '1. ',
      '    ',
      '<',
      '&',
      '~~',
      '[a](',
      '\\',
    ]) {
      const rich = await renderer.render(piece.repeat(Math.floor(10_000 / piece.length)), {
        site: 's',
        person: 'p',
      });
      expect(JSON.stringify(rich).length).toBeLessThan(1_000_000);
    }
    await renderer.close();
  });

  test('is cut at a word for a snippet, never within a character', () => {
    expect(excerpt(renderMarkdown('one two three four'), 12)).toBe('one two…');
    expect(excerpt(renderMarkdown('👍'.repeat(100)), 12).isWellFormed()).toBe(true);
  });
});

describe('configuration', () => {
  test('is safe without any', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      trustedProxies: [],
    });
  });

  test('that is wrong is named all at once', () => {
    const wrong = {
      PORT: 'many',
      PUBLIC_URL: 'help.test/path',
      DATABASE_URL: 'mysql://x',
      TRUST_PROXY: '10.0.0.0/99,nowhere',
      SMTP_URL: 'http://x',
    };
    try {
      readConfig(wrong);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      for (const name of Object.keys(wrong)) expect((error as Error).message).toContain(name);
    }
  });
});

describe('colours', () => {
  test('any accent keeps its text readable', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const accent = `#${value.toString(16).padStart(6, '0')}`;
        expect(contrast(textOn(accent), accent)).toBeGreaterThanOrEqual(4.5);
        for (const background of ['#ffffff', '#fbfbf9', '#1b201d', '#000000'])
          expect(contrast(readableOn(accent, background), background)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

test('ids are UUIDs of version 7 and sort by their time', () => {
  expect(newId(0)).toMatch(/^00000000-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1_000) < newId(2_000)).toBe(true);
});

test('a percentile is the nearest rank', () => {
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)).toBe(5);
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.8)).toBe(8);
  expect(percentile([7], 0.8)).toBe(7);
});

test('a slug is never empty, never an odd address', () => {
  expect(slugOf('Wie groß ist das?')).toBe('wie-groß-ist-das');
  expect(slugOf('???')).toBe('question');
  expect(slugOf('كيف أعيد الدراجة؟')).toBe('كيف-أعيد-الدراجة');
});

test('e-mail addresses that people have are taken, those that cannot be mailed are not', () => {
  const usual = [
    'ada@example.com',
    'ada.lovelace+shop@mail.example.co.uk',
    'o’neill@example.ie',
    "o'neill@example.ie",
    'müller@exämple.de',
    '用户@例子.广告',
  ];
  for (const address of usual) expect(email.safeParse(address).success, address).toBe(true);
  for (const address of [
    'plain',
    '@x.test',
    'a@b',
    'a b@x.test',
    'a@x..test',
    'a@-x.test',
    'a,b@x.test',
    'a@x.test\n',
    '<a@x.test>',
    'a@@x.test',
    'a@[127.0.0.1]',
  ])
    expect(email.safeParse(address).success, address).toBe(false);
  // What the verdict calls an error is refused; what it calls unusual may be, too: it cannot be mailed everywhere.
  for (const [address, verdict] of emailVerdicts())
    if (verdict.startsWith('err')) expect(email.safeParse(address).success, address).toBe(false);
});

describe('what was used last', () => {
  test('is kept, the rest is forgotten, and there is never more than was said', () => {
    const map = new BoundedMap<number, { value: number }>(10);
    const hot = { value: -1 };
    map.set(-1, hot);
    for (let key = 0; key < 1_000; key++) {
      map.set(key, { value: key });
      expect(map.get(-1)).toBe(hot);
    }
    const left = Array.from({ length: 1_000 }, (_, key) => key).filter((key) => map.get(key));
    expect(left.length).toBeLessThanOrEqual(10);
    // The hot one is one of the five that were used last for certain.
    expect(left.slice(-4)).toEqual([996, 997, 998, 999]);
    map.delete(999);
    expect(map.get(999)).toBeUndefined();
    map.set(5, { value: 6 });
    expect(map.get(5)).toEqual({ value: 6 });
  });

  test('whoever asks too often stays limited while a hundred thousand others come and go', () => {
    const clock = testClock();
    const limiter = createLimiter(clock);
    const rate = { perMinute: 1, burst: 2 };
    const take = (who: string) => () => limiter.take('test', who, rate);
    take('busy')();
    take('busy')();
    for (let other = 0; other < 120_000; other++) {
      take(`other ${other}`)();
      if (other % 20_000 === 0) expect(take('busy')).toThrow('Too many requests.');
    }
    expect(take('busy')).toThrow('Too many requests.');
  });
});
