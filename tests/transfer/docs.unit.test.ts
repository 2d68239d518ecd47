import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeTables, leftInWords } from '../../server/transfer/describe.ts';

test('the documented shape of an exported site is the one that is written', () => {
  const doc = readFileSync(new URL('../../docs/site-export.md', import.meta.url), 'utf8');
  expect(doc).toContain(describeTables());
  expect(doc).toContain(leftInWords());
});
