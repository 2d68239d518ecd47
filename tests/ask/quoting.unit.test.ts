import { describe, expect, test } from 'vitest';
import { isQuoted } from '../../shared/ask/quoting.ts';

const said = [
  'My parcel hasn’t come',
  'Hello! Can I change my delivery address after I ordered number 5512?',
];

describe('a text is somebody’s', () => {
  test.each([
    ['as it was written', 'Can I change my delivery address after I ordered number 5512?'],
    ['with a few words left away', 'Can I change my delivery address after ordering?'],
    ['in other signs and cases', 'CAN I: change my — delivery-address'],
    ['all of it, however short', 'My parcel'],
  ])('%s', (_, text) => expect(isQuoted(text, said)).toBe(true));

  test.each([
    ['in words of its own', 'Changing the delivery address of an order'],
    ['that is empty', ''],
    ['of words that are in it, elsewhere', 'My order and my address'],
  ])('and not one %s', (_, text) => expect(isQuoted(text, said)).toBe(false));

  test('once it names them', () => {
    expect(isQuoted('What Zoë Quill found', said, ['Zoë Quill', 'zoe@quill.example'])).toBe(true);
    expect(isQuoted('Ask zoe@quill.example', said, ['', 'zoe@quill.example'])).toBe(true);
    expect(isQuoted('Anything else', said, ['', 'Al'])).toBe(false);
  });

  test('in scripts that don’t part their words', () => {
    const asked = ['注文した後で配送先の住所を変更できますか？'];
    expect(isQuoted('配送先の住所を変更できますか', asked)).toBe(true);
    expect(isQuoted('お届け先の変更について', asked)).toBe(false);
  });
});
