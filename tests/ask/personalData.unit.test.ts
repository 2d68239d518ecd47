import { expect, test } from 'vitest';
import { findPersonal } from '../../shared/ask/personalData.ts';

test('addresses, numbers, codes and the asker’s name are found, each once', () => {
  expect(
    findPersonal(
      [
        'Where is order KC-1042?',
        'I am Ada Byron, ada@shop.example, +44 20 7946 0000. Order KC-1042, customer 99817.',
      ],
      'Ada Byron',
    ),
  ).toEqual(['KC-1042', 'ada@shop.example', '+44 20 7946 0000', '99817', 'Ada', 'Byron']);
  expect(findPersonal(['Привет, это Анна. Мой заказ АБ-20931'], 'Анна')).toEqual(['АБ-20931', 'Анна']);
});

test('what everybody may say is left alone', () => {
  expect(findPersonal(['Do you ship to Norway in 2026, within 3 to 5 days, for 20 EUR?'], 'Al')).toEqual([]);
  expect(findPersonal([''], '')).toEqual([]);
});
