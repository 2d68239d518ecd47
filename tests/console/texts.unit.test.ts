import { expect, test } from 'vitest';
import { coreFeatures } from '../../server/core/coreFeatures.ts';
import { serverFeatures } from '../../server/features.ts';
import { readReason } from '../../widget/core/staff/jobReason.ts';
import { compareLocales, type Locale } from '../helpers/localeTests.ts';
import developersArabic from '../../widget/console/developers/texts/ar.ts';
import developersGerman from '../../widget/console/developers/texts/de.ts';
import developersEnglish from '../../widget/console/developers/texts/en.ts';
import developersRussian from '../../widget/console/developers/texts/ru.ts';
import consoleArabic from '../../widget/console/texts/ar.ts';
import consoleGerman from '../../widget/console/texts/de.ts';
import consoleEnglish from '../../widget/console/texts/en.ts';
import consoleRussian from '../../widget/console/texts/ru.ts';
import jobsArabic from '../../widget/console/jobs/texts/ar.ts';
import jobsGerman from '../../widget/console/jobs/texts/de.ts';
import jobsEnglish from '../../widget/console/jobs/texts/en.ts';
import jobsRussian from '../../widget/console/jobs/texts/ru.ts';
import mailArabic from '../../widget/mail/inbox/texts/ar.ts';
import mailGerman from '../../widget/mail/inbox/texts/de.ts';
import mailEnglish from '../../widget/mail/inbox/texts/en.ts';
import mailRussian from '../../widget/mail/inbox/texts/ru.ts';
import searchArabic from '../../widget/console/search/texts/ar.ts';
import searchGerman from '../../widget/console/search/texts/de.ts';
import searchEnglish from '../../widget/console/search/texts/en.ts';
import searchRussian from '../../widget/console/search/texts/ru.ts';
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
compareLocales(
  'texts about jobs',
  jobsEnglish,
  all({ en: jobsEnglish, de: jobsGerman, ru: jobsRussian, ar: jobsArabic }),
);
compareLocales(
  'texts about emails',
  mailEnglish,
  all({ en: mailEnglish, de: mailGerman, ru: mailRussian, ar: mailArabic }),
);
compareLocales(
  'texts about the search',
  searchEnglish,
  all({ en: searchEnglish, de: searchGerman, ru: searchRussian, ar: searchArabic }),
);

test('every event that a webhook can tell of has a text', () => {
  const types = [...coreFeatures, ...serverFeatures].flatMap(({ webhooks }) =>
    Object.keys(webhooks?.types ?? {}),
  );
  expect(types.length).toBeGreaterThan(10);
  expect(types.filter((type) => !(`type_${type}` in webhooksEnglish))).toEqual([]);
});

test('every kind of job has a name, and no name is of a job that is gone', () => {
  const kinds = [...coreFeatures, ...serverFeatures].flatMap(({ jobs }) => Object.keys(jobs ?? {}));
  expect(kinds.length).toBeGreaterThan(20);
  const named = Object.keys(jobsEnglish).filter((key) => key.includes('.'));
  expect(named.sort()).toEqual(kinds.sort());
});

test.each([
  ['no mail server is set up (SMTP_URL)', 'no_server', ''],
  ['the mail server refused it with 550', 'refused', '550'],
  ['this address has had enough mails for today', 'too_many', ''],
  ['Error EAUTH 535', 'login', ''],
  ['Error EENVELOPE 451', 'later', '451'],
  ['Error ESOCKET', 'unreachable', ''],
  ['Error ECONNECTION', 'unreachable', ''],
  ['tried too often', 'crashed', ''],
  ['nobody knows this kind', 'unknown_kind', ''],
  ['TypeError', 'other', 'TypeError'],
])('what the server noted of a failed job is put in words: %s', (noted, reason, code) => {
  expect(readReason(noted)).toEqual({ reason, code });
});
