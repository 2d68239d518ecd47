import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originalHtml } from '../../../server/core/mail/reading/originalHtml.ts';

const none = new Map<string, number>();
const cleaned = (html: string, files = none): string => originalHtml(html, files)?.html ?? '';

describe('what could run, send or lead elsewhere by itself is gone', () => {
  test.each([
    '<script>steal()</script>',
    '<p onclick="steal()">x</p>',
    '<img src=x onerror=steal()>',
    '<a href="javascript:steal()">x</a>',
    '<a href="&#106;avascript:steal()">x</a>',
    '<a href="data:text/html,<script>steal()</script>">x</a>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<link rel="dns-prefetch" href="//evil.example">',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name=password><button>Log in</button></form>',
    '<object data="https://evil.example"></object><embed src="https://evil.example">',
    '<svg><script>steal()</script></svg>',
    '<math><mtext><p title="</style><img src=x onerror=steal()>">x</p></mtext></math>',
    '<video src="https://evil.example/v" autoplay></video><audio src="https://evil.example/a"></audio>',
    '<img srcset="https://evil.example/x 2x" src="//evil.example/y">',
    '<template><script>steal()</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=steal()>"></noscript>',
  ])('%s', (html) => {
    const kept = cleaned(`<p>Before</p>${html}<p>After</p>`);
    expect(kept).toContain('<p>After</p>');
    expect(kept).not.toMatch(
      /steal\(\)|evil\.example|javascript:|<(?:script|form|input|iframe|meta|link|base)/i,
    );
  });
});

test('looks stay: tables, colours, rules and links, which open elsewhere', () => {
  const html =
    '<style>.a{color:red}</style><table bgcolor="#eee" cellpadding="4"><tr><td class="a" style="font-weight:700">Hi <a href="https://shop.example/x?a=1&amp;b=2">there</a></td></tr></table>';
  const kept = cleaned(html);
  expect(kept).toContain('.a{color:red}');
  expect(kept).toContain('bgcolor="#eee"');
  expect(kept).toContain('style="font-weight:700"');
  expect(kept).toContain(
    '<a href="https://shop.example/x?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">',
  );
});

test('pictures of the mail are shown by their place, those from elsewhere are told, and trackers are gone', () => {
  const files = new Map([['logo@x', 2]]);
  const found = originalHtml(
    '<img src="cid:logo@x" alt="Logo"><img src="cid:unknown"><img src="foyer-file:9"><img src="https://pics.example/a.png" width="200"><img src="https://pics.example/t.gif" width="1" height="1"><img src="https://pics.example/h.gif" style="display: none">',
    files,
  )!;
  expect(found.html).toContain('<img alt="Logo" src="foyer-file:2" />');
  expect(found.html).toContain('https://pics.example/a.png');
  expect(found.html).not.toMatch(/unknown|foyer-file:9|t\.gif|h\.gif/);
  expect(found.isRemote).toBe(true);
  expect(originalHtml('<p>Words</p>', none)).toEqual({ html: '<p>Words</p>', isRemote: false });
  expect(originalHtml('<p style="background:url(https://pics.example/b.png)">x</p>', none)?.isRemote).toBe(
    true,
  );
});

test('rules hold no markup, whatever a browser takes their end for', () => {
  const kept = cleaned('<math><style><img src=x onerror=steal()><!--</style><b>x</b></math>');
  expect(kept).toBe('<style>img src=x onerror=steal()>!--</style><b>x</b>');
});

test('what is too long, too deep or empty has no original', () => {
  expect(originalHtml('', none)).toBeNull();
  expect(originalHtml('<script>x</script>', none)).toBeNull();
  expect(originalHtml('<div>'.repeat(5_000), none)).toBeNull();
  expect(originalHtml(`<p>${'long '.repeat(100_000)}</p>`, none)).toBeNull();
});

test('whatever is put together of it, no element or attribute gets through that could run', () => {
  const parts = fc.constantFrom(
    ...['<', '>', '"', "'", '/', '=', ' ', 'script', 'img', 'svg', 'style', 'a', 'href', 'src', 'onerror'],
    ...['javascript:', 'x', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&#x3c;', '\u0000', '\n', 'srcdoc'],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
      const kept = cleaned(pieces.join(''));
      expect(kept).not.toMatch(/<script|<svg|<[a-z][^<>]*\son\w+\s*=|<[a-z][^<>]*\s(?:srcdoc|srcset)\s*=/i);
    }),
    { numRuns: 2_000, seed: 7 },
  );
});
