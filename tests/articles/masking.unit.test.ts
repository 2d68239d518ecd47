import { expect, test } from 'vitest';
import { type Found, findPersonal } from '../../server/core/content/masking/maskTexts.ts';
import { maskingSet, type Sample } from './maskingSet.ts';

/** What of a secret tells of somebody: its letters and digits. */
const isHidden = ({ text, secret }: Sample, found: readonly Found[]): boolean => {
  const start = text.indexOf(secret!.value);
  return [...secret!.value].every((sign, place) => {
    const at = start + place;
    return !/[\p{L}\p{N}]/u.test(sign) || found.some((span) => span.start <= at && at < span.end);
  });
};

test('what tells of a person is found, and nothing else: recall at least 99 %, precision at least 95 %', () => {
  const kinds = ['email', 'phone', 'iban', 'card', 'order'] as const;
  const seen = Object.fromEntries(kinds.map((kind) => [kind, { all: 0, hidden: 0, named: 0 }]));
  let [right, wrong] = [0, 0];
  const missed: string[] = [];
  const invented: string[] = [];
  for (const sample of maskingSet(20_260_101, 1_000)) {
    const found = findPersonal(sample.text, []).filter(({ kind }) => kind !== 'name');
    const { text, secret } = sample;
    const start = secret ? text.indexOf(secret.value) : -1;
    const end = start + (secret?.value.length ?? 0);
    const own = found.filter((span) => secret && span.start < end && start < span.end);
    right += own.length;
    wrong += found.length - own.length;
    if (found.length > own.length) invented.push(text);
    if (!secret) continue;
    const count = seen[secret.kind]!;
    // "mailto:" says nothing.
    const isGone = isHidden(
      { ...sample, secret: { ...secret, value: secret.value.replace(/^mailto:/, '') } },
      found,
    );
    count.all += 1;
    if (isGone) count.hidden += 1;
    else missed.push(`${secret.kind}: ${text}`);
    if (own.some(({ kind }) => kind === secret.kind)) count.named += 1;
  }
  const totals = Object.values(seen);
  const recall =
    totals.reduce((sum, { hidden }) => sum + hidden, 0) / totals.reduce((sum, { all }) => sum + all, 0);
  const precision = right / (right + wrong);
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  console.info(
    [
      `Masking: recall ${percent(recall)}, precision ${percent(precision)}`,
      ...kinds.map((kind) => {
        const { all, hidden, named } = seen[kind]!;
        return `  ${kind}: hidden ${percent(hidden / all)}, called what it is ${percent(named / all)} of ${all}`;
      }),
    ].join('\n'),
  );
  if (process.env['SHOW'])
    console.info(missed.slice(0, 60).join('\n'), '\n=====\n', [...new Set(invented)].slice(0, 60).join('\n'));
  expect(recall, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.99);
  expect(precision, invented.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95);
});
