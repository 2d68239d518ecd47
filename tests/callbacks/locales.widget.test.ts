import { expect, test } from 'vitest';
import { languageNames } from '../../shared/core/languages.ts';
import english from '../../widget/callbacks/texts/en.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';

const modules = import.meta.glob('../../widget/callbacks/texts/*.ts', { eager: true });
const all = Object.fromEntries(
  Object.entries(modules).map(([file, module]) => [
    /(\w+)\.ts$/.exec(file)![1]!,
    (module as { default: Locale }).default,
  ]),
);

test('calls speak every language that is promised', () => {
  expect(Object.keys(all).sort()).toEqual(Object.keys(languageNames).sort());
});

compareLocales('calls', english, all);
