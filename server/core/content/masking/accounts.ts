import cardValidator from 'card-validator';
import { countrySpecs, isValidIBAN } from 'ibantools';
import { ownValue } from '../../../../shared/core/own.ts';
import { type Span, spansOf } from './spans.ts';

/** Where an IBAN may begin: a country and two digits, with what people put between. */
const ibanStart = /(?<![\p{L}\p{N}])[a-z]{2}[ \u00a0-]?\d{2}(?=[ \u00a0.-]?[\da-z])/giu;
const separator = /[ \u00a0\u202f.-]/u;

/** Reads as many letters and digits as a country's IBAN has. @returns where it ends; null where the text has fewer */
const readLength = (text: string, start: number, length: number): { end: number; code: string } | null => {
  let code = '';
  for (let at = start; at < text.length && at < start + 2 * length; at++) {
    const sign = text[at] ?? '';
    if (/[\da-z]/i.test(sign)) code += sign;
    else if (!separator.test(sign)) return null;
    if (code.length === length) return { end: at + 1, code: code.toUpperCase() };
  }
  return null;
};

const findIbans = (text: string): Span[] =>
  spansOf(text, new RegExp(ibanStart, 'dgiu')).flatMap(({ start }) => {
    const spec = ownValue(countrySpecs, text.slice(start, start + 2).toUpperCase());
    if (!spec?.chars) return [];
    const read = readLength(text, start, spec.chars);
    if (!read || /[\da-z]/i.test(text[read.end] ?? '')) return [];
    // One with a slip in it tells of somebody all the same: in form it is one.
    const isLike = spec.bban_regexp && new RegExp(spec.bban_regexp).test(read.code.slice(4));
    return isValidIBAN(read.code) || isLike ? [{ start, end: read.end }] : [];
  });

/** A number named as an IBAN, whatever is wrong with it. */
const calledIban =
  /\bIBAN\b[^\p{L}\p{N}\n]{0,4}([A-Z]{2}[ \u00a0]?\d{2}(?:[ \u00a0-]?[\dA-Z]{1,5}(?![a-z])){2,9})/dgu;

/** Thirteen to nineteen digits in a row or in groups. */
const cardLike = /(?<![\d.,+\p{L}-])\d(?:[ \u00a0\u202f.-]?\d){12,18}(?![\d])/dgu;
/** As cards have them printed: four by four, or as American Express does. */
const printed =
  /^(?:\d{4}([ \u00a0\u202f.-])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ \u00a0\u202f.-])\d{6}\2\d{5})$/u;

const findCards = (text: string): Span[] =>
  spansOf(text, cardLike).filter(({ start, end }) => {
    const written = text.slice(start, end);
    return printed.test(written) || cardValidator.number(written.replace(/\D/g, '')).isValid;
  });

/** Account and card numbers. */
export const findAccounts = (text: string): { iban: Span[]; card: Span[] } => ({
  iban: [...findIbans(text), ...spansOf(text, calledIban, 1)],
  card: findCards(text),
});
