import { expect, test } from 'vitest';
import { chooseLanguage, countText, pageLocales } from '../../server/core/pages/texts.ts';
import { launcherTexts } from '../../server/core/people/sites/launcherTexts.ts';

const site = (languages: string[], texts = {}) => ({ languages, texts });

test('a page is in the language that is asked for, then wanted, then the site’s', () => {
  const tags = (asked: string | undefined, header: string | undefined, languages = ['en', 'de', 'fil']) =>
    chooseLanguage(site(languages), asked, header).tag;
  expect(tags('de', 'en')).toBe('de');
  expect(tags(undefined, 'fr, de-AT;q=0.8, en;q=0.5')).toBe('de');
  expect(tags('tl', undefined)).toBe('fil');
  expect(tags(undefined, undefined)).toBe('en');
  expect(tags('xx', 'yy', ['fr'])).toBe('en');
  expect(chooseLanguage(site(['ar']), undefined, undefined).direction).toBe('rtl');
});

test('the owner’s own words stand on the pages, plural forms too', () => {
  const { texts, tag } = chooseLanguage(
    site(['en'], { en: { 'page.askUs': 'Talk to us', 'page.answers.one': 'One reply' } }),
    undefined,
    undefined,
  );
  expect(texts.askUs).toBe('Talk to us');
  expect(countText(tag, texts.answers, 1)).toBe('One reply');
  expect(countText(tag, texts.answers, 2)).toBe('2 answers');
  expect(texts.search).toBe('Search');
});

test('counts are written as the language writes them', () => {
  expect([1, 2, 5, 21].map((count) => countText('ru', pageLocales.ru.answers, count))).toEqual([
    '1 ответ',
    '2 ответа',
    '5 ответов',
    '21 ответ',
  ]);
});

test('the launcher’s words are sent for the site’s languages, in its order, the owner’s first', () => {
  expect(Object.entries(launcherTexts(site(['de-AT', 'xx', 'en'], { de: { panel: 'Fragen?' } })))).toEqual([
    ['de', ['Fragen?', 'Gerade nicht erreichbar']],
    ['en', ['Help', 'Not available right now']],
  ]);
  expect(Object.keys(launcherTexts(site(['xx'])))).toEqual(['en']);
});
