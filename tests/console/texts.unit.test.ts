import { expect, test } from 'vitest';
import { coreFeatures } from '../../server/core/coreFeatures.ts';
import { serverFeatures } from '../../server/features.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';
import developersArabic from '../../widget/console/developers/texts/ar.ts';
import developersGerman from '../../widget/console/developers/texts/de.ts';
import developersEnglish from '../../widget/console/developers/texts/en.ts';
import developersRussian from '../../widget/console/developers/texts/ru.ts';
import consoleArabic from '../../widget/console/texts/ar.ts';
import consoleGerman from '../../widget/console/texts/de.ts';
import consoleEnglish from '../../widget/console/texts/en.ts';
import consoleRussian from '../../widget/console/texts/ru.ts';
import privacyArabic from '../../widget/console/privacy/texts/ar.ts';
import privacyGerman from '../../widget/console/privacy/texts/de.ts';
import privacyEnglish from '../../widget/console/privacy/texts/en.ts';
import privacyRussian from '../../widget/console/privacy/texts/ru.ts';
import webhooksArabic from '../../widget/console/webhooks/texts/ar.ts';
import webhooksGerman from '../../widget/console/webhooks/texts/de.ts';
import webhooksEnglish from '../../widget/console/webhooks/texts/en.ts';
import webhooksRussian from '../../widget/console/webhooks/texts/ru.ts';
import arabic from '../../widget/core/staff/texts/ar.ts';
import german from '../../widget/core/staff/texts/de.ts';
import english from '../../widget/core/staff/texts/en.ts';
import russian from '../../widget/core/staff/texts/ru.ts';

const all = (locales: Record<string, object>): Record<string, Locale> => locales as Record<string, Locale>;

compareLocales(
  'the console’s texts',
  consoleEnglish,
  all({ en: consoleEnglish, de: consoleGerman, ru: consoleRussian, ar: consoleArabic }),
);
compareLocales(
  'the texts for developers',
  developersEnglish,
  all({ en: developersEnglish, de: developersGerman, ru: developersRussian, ar: developersArabic }),
);
compareLocales(
  'the texts about how long data is kept',
  privacyEnglish,
  all({ en: privacyEnglish, de: privacyGerman, ru: privacyRussian, ar: privacyArabic }),
);
compareLocales('the inbox’s texts', english, all({ en: english, de: german, ru: russian, ar: arabic }));
compareLocales(
  'texts about webhooks',
  webhooksEnglish,
  all({ en: webhooksEnglish, de: webhooksGerman, ru: webhooksRussian, ar: webhooksArabic }),
);

test('every event that a webhook can tell of has a text', () => {
  const types = [...coreFeatures, ...serverFeatures].flatMap(({ webhooks }) =>
    Object.keys(webhooks?.types ?? {}),
  );
  expect(types.length).toBeGreaterThan(10);
  expect(types.filter((type) => !(`type_${type}` in webhooksEnglish))).toEqual([]);
});
