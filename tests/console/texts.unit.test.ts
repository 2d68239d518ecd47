import { expect, test } from 'vitest';
import { coreFeatures } from '../../server/core/coreFeatures.ts';
import { serverFeatures } from '../../server/features.ts';
import { readReason } from '../../widget/core/staff/jobReason.ts';
import jobsEnglish from '../../widget/console/jobs/texts/en.ts';
import webhooksEnglish from '../../widget/console/webhooks/texts/en.ts';

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
