import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { countrySpecs } from 'ibantools';
import type { MaskKind } from '../../shared/core/content/maskKinds.ts';

/* Sentences with and without what tells of a person, generated: the same for the same seed. */

/** Numbers from 0 to 1, by mulberry32. */
export const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export interface Sample {
  text: string;
  /** What has to go; nothing for a harmless one. */
  secret: { kind: MaskKind; value: string } | null;
}

type Random = () => number;

const pick = <One>(random: Random, list: readonly One[]): One => list[Math.floor(random() * list.length)]!;
const digits = (random: Random, form: string): string =>
  form
    .replace(/N/g, () => String(2 + Math.floor(random() * 8)))
    .replace(/9/g, () => String(Math.floor(random() * 10)));

/** National forms: 9 is any digit, N one from 2 to 9; the rest stands as it is. Not with a code of the country. */
const phoneForms: Partial<Record<CountryCode, string[]>> = {
  DE: [
    '~030 999999',
    '(~030) 999 99 99',
    '~089/9999999',
    '~0151 9999 9999',
    '~0171-9999999',
    '~0~0221 999 999-0',
    '~015199999999',
  ],
  AT: ['~0664 9999999', '~01 9999999', '(~0316) 999999'],
  CH: ['~044 999 99 99', '~079 999 99 99', '~079/999 99 99'],
  US: ['(212) N99-9999', '415-N99-9999', '646.N99.9999', '312 N99 9999', '1-800-N99-9999'],
  GB: ['~020 7999 9999', '(~020) 7999 9999', '~07700 999999', '~0161 999 9999', '~07911999999'],
  GR: ['210 999 9999', '69N 999 9999', '6979999999', '2310 999999', '210-9999999', '697 99 99 999'],
  RU: [
    '8 (495) 999-99-99',
    '8 916 999-99-99',
    '8-916-999-99-99',
    '89169999999',
    '(495) 999-99-99',
    '8(812)9999999',
  ],
  CN: ['138 9999 9999', '139-9999-9999', '13899999999', '010-6599 9999', '(021) 6599 9999', '010 65999999'],
  FR: ['~01 N9 99 99 99', '~06.12.99.99.99', '~06-12-99-99-99', '~0612999999'],
  ES: ['612 999 999', '912 99 99 99', '91 999 99 99'],
  IT: ['06 6999 9999', '347 999 9999', '347 9999999'],
  NL: ['~020 999 9999', '~06-12999999', '~06 12 99 99 99'],
  PL: ['512 999 999', '22 829 99 99', '512-999-999'],
  TR: ['~0532 999 99 99', '(~0212) 999 99 99'],
  AL: ['~067 299 9999', '~04 2299 999'],
  PH: ['~0917 999 9999', '~0917-999-9999', '(~02) 8999 9999'],
  SA: ['~050 999 9999', '~0509999999'],
  EG: ['~010 9999 9999', '~02 2999 9999'],
  JP: ['~03-3999-9999', '~090-1999-9999'],
  IN: ['98999 99999', '98999-99999'],
  AU: ['~0412 999 999', '(~02) 9999 9999'],
  BR: ['(11) 91999-9999', '11 91999-9999'],
};

const worldForms = (country: CountryCode, national: string): string[] => {
  const code = getCountryCallingCode(country);
  const rest = national.replace(country === 'RU' ? /^\(?8[ (-]*/ : /^\(?~?0?/, '').replace(/^1-(?=800)/, '');
  const bare = rest.replace(/[()]/g, '');
  return [
    `+${code} ${bare}`,
    `+${code}${bare.replace(/\D/g, '')}`,
    `00${code} ${bare}`,
    `+${code} (0)${bare}`,
    `+${code}-${bare.replace(/[ ./]/g, '-')}`,
  ];
};

const inArabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

const makePhone = (random: Random): string => {
  for (;;) {
    const country = pick(random, Object.keys(phoneForms) as CountryCode[]);
    const form = digits(random, pick(random, phoneForms[country]!)).replace(/^~0~0/, '~0');
    const national = form.replaceAll('~', '');
    if (!parsePhoneNumberFromString(national, country)?.isValid()) continue;
    const [international, ...others] = worldForms(country, form);
    const roll = random();
    if (roll < 0.5) return roll < 0.02 ? `${national} ext. ${digits(random, '99')}` : national;
    const chosen = roll < 0.7 ? international! : pick(random, others);
    return roll > 0.97 ? inArabicDigits(chosen) : chosen.replaceAll('~', '');
  }
};

const firsts = [
  'anna',
  'j.smith',
  'max.mustermann',
  'o-connor',
  "o'hara",
  'иван',
  'maria_k',
  'li.wei',
  'müller',
  'σοφία',
  'info',
  'a',
  'x99',
  'first.last+shop',
  'ops%eu',
];
const hosts = [
  'example.com',
  'mail.example.co.uk',
  'kettle-crane.example',
  'пример.рф',
  'müller.example',
  'sub.domain.example.museum',
  'ex-ample.io',
  'παράδειγμα.ελ',
  'example.travel',
];

const makeEmail = (random: Random): string => {
  const [who, host] = [pick(random, firsts), pick(random, hosts)];
  const shapes = [
    `${who}@${host}`,
    `${who}@${host}`,
    `${who}@${host}`,
    `${who.toUpperCase()}@${host}`,
    `${who}(at)${host}`,
    `${who} (at) ${host.replaceAll('.', ' (dot) ')}`,
    `${who}[at]${host.replaceAll('.', '[dot]')}`,
    `${who} at ${host.replaceAll('.', ' dot ')}`,
    `${who} @ ${host}`,
    `"${who} x"@${host}`,
    `mailto:${who}@${host}`,
    `<${who}@${host}>`,
  ];
  return pick(random, shapes);
};

/** Digits whose check is right: the last of a card, by Luhn. */
const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};

const makeCard = (random: Random): string => {
  const isAmex = random() < 0.15;
  const number = luhn(
    digits(
      random,
      isAmex
        ? '3799999999999'.padEnd(14, '9').replace(/^37/, '37')
        : `${pick(random, ['4999', '5199', '5599', '6011', '3528', '2221'])}99999999999`,
    ).slice(0, isAmex ? 14 : 15),
  );
  const groups = isAmex ? /^(.{4})(.{6})(.{5})$/ : /^(.{4})(.{4})(.{4})(.{4})$/;
  const between = pick(random, ['', ' ', '-', '\u00a0']);
  return number.replace(groups, (_, ...parts: string[]) =>
    parts
      .filter((part) => typeof part === 'string' && /^\d+$/.test(part) && part.length < 8)
      .slice(0, isAmex ? 3 : 4)
      .join(between),
  );
};

const bban = (random: Random, form: RegExp): string => {
  let made = '';
  for (const [, kind = '', times = '1'] of form.source.matchAll(/(\[[^\]]+\]|\\d)\{?(\d*)\}?/g))
    for (let at = 0; at < Number(times || 1); at++)
      made +=
        /A-Z/.test(kind) && !/0-9/.test(kind)
          ? pick(random, [...'ABCDEFGH'])
          : String(Math.floor(random() * 10));
  return made;
};

const makeIban = (random: Random): string => {
  for (;;) {
    const country = pick(random, Object.keys(countrySpecs));
    const spec = countrySpecs[country]!;
    if (!spec.chars || !spec.bban_regexp || !spec.IBANRegistry) continue;
    const own = bban(random, new RegExp(spec.bban_regexp));
    if (own.length !== spec.chars - 4) continue;
    const number = [...own, ...country, '0', '0'].map((sign) => String(Number.parseInt(sign, 36))).join('');
    const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
    const iban = country + check + own;
    const roll = random();
    if (roll < 0.4) return iban.replace(/(.{4})(?=.)/g, '$1 ');
    return roll < 0.8 ? iban : roll < 0.9 ? iban.toLowerCase() : iban.replace(/(.{4})(?=.)/g, '$1-');
  }
};

const makeOrder = (random: Random): { lead: string; value: string } => {
  const plain = digits(random, pick(random, ['N9999', 'N99999', 'N9999999']));
  const dashed = digits(random, pick(random, ['N999-99', 'N99-9999-9', 'N9999-N']));
  const coded = digits(
    random,
    pick(random, ['ORD-2024-9999', 'RE-2023-99999', 'RMA-99999', 'A-2024-999', 'KC-2025-9999', 'WEB-999999']),
  );
  const leads: [string, string][] = [
    ['', `#${plain}`],
    ['', `#${dashed}`],
    ['', coded],
    ['order ', `#${plain}`],
    ['my order ', plain],
    ['Order no. ', dashed],
    ['order number: ', coded],
    ['order number is ', plain],
    ['Bestellnummer ', dashed],
    ['Bestellnr. ', plain],
    ['Bestell-Nr.: ', dashed],
    ['Auftragsnummer: ', plain],
    ['Rechnungsnummer ', coded],
    ['meine Bestellung ', plain],
    ['Kundennummer ', plain],
    ['заказ № ', plain],
    ['номер заказа: ', dashed],
    ['заказа ', plain],
    ['αριθμός παραγγελίας: ', plain],
    ['παραγγελία #', plain],
    ['numri i porosisë: ', plain],
    ['numero ng order: ', coded],
    ['mendonumero ', plain],
    ['رقم الطلب: ', plain],
    ['numéro de commande : ', dashed],
    ['commande n° ', plain],
    ['número de pedido: ', plain],
    ['订单号：', plain],
    ['注文番号: ', dashed],
    ['invoice ', coded],
    ['', `INV-${plain}`],
    ['tracking number ', `1Z${digits(random, '9999999999999999')}`],
    ['', digits(random, '302-9999999-9999999')],
    ['parcel ', `RB${digits(random, '999999999')}DE`],
  ];
  const [lead, value] = pick(random, leads);
  return { lead, value };
};

/** Sentences around it, in many languages. Behind it stands no digit. */
const around: [string, string][] = [
  ['Please look at ', ' for me.'],
  ['It was ', ', I think.'],
  ['Das war ', '. Danke!'],
  ['Könnt ihr ', ' bitte prüfen?'],
  ['Это ', ', спасибо.'],
  ['Было так: ', '.'],
  ['Είναι ', ' και περιμένω.'],
  ['Është ', ', faleminderit.'],
  ['Ito po ay ', '. Salamat.'],
  ['Jen ', ', dankon.'],
  ['هذا ', ' وشكرًا.'],
  ['C’est ', ', merci.'],
  ['是 ', '，谢谢。'],
  ['\n- ', '\n- and more'],
  ['(', ')'],
  ['“', '”'],
];
/** Of a phone also what announces one. */
const calls: [string, string][] = [
  ['Call me at ', ' after 5 pm.'],
  ['Tel. ', ''],
  ['Tel.: ', ', ab 9 Uhr.'],
  ['Мой телефон: ', '.'],
  ['Τηλ. ', '.'],
  ['电话：', '。'],
  ['هاتف: ', '.'],
  ['Handy ', '.'],
];

/** Numbers of which nobody is known. */
const harmless = (random: Random): string => {
  const two = (max: number, min = 1) => String(min + Math.floor(random() * (max - min + 1))).padStart(2, '0');
  const date = [two(28), two(12), String(1980 + Math.floor(random() * 60))];
  const list = [
    `€${digits(random, 'N99.99')}`,
    `${digits(random, 'N.999,99')} €`,
    `$${digits(random, 'N,999,999.99')}`,
    `${digits(random, 'N 999 999')} ₽`,
    `CHF ${digits(random, "N'999.00")}`,
    `${digits(random, 'N9 999,99')} Kč`,
    `${date.join('.')}`,
    `${date[2]}-${date[1]}-${date[0]}`,
    `${date[1]}/${date[0]}/${date[2]}`,
    `${date[2]}-${date[1]}-${date[0]} 14:05:59`,
    `${date[2]}${date[1]}${date[0]}`,
    `${date[0]}.${date[1]}.${date[2]!.slice(2)}`,
    `2019-2023`,
    `2021/22`,
    `10:00-18:30`,
    `10.00–18.30`,
    `v${digits(random, '9.99.9999')}`,
    `version ${digits(random, 'N.9.999')}`,
    `firmware ${digits(random, 'N.9.9.9999')}`,
    `iOS ${digits(random, '1N.9.9')}`,
    `Windows 10.0.${digits(random, 'N9999.N999')}`,
    `ISO ${digits(random, 'N999')}:2015`,
    `ISO ${digits(random, 'N999')}-2:2023`,
    `EN 15194`,
    `DIN 79100-2`,
    `ETRTO ${two(60, 20)}-622`,
    `28-622`,
    `700x25`,
    `1200 x 800 x 650 mm`,
    `205/55 R16`,
    `CN-HG${digits(random, 'N99')}-11`,
    `BR-M${digits(random, 'N999')}`,
    `FC-R${digits(random, 'N999')}-P`,
    `RTX ${digits(random, '4N90')}`,
    `GTX 1080 Ti`,
    `part number ${digits(random, 'N999-999-99')}`,
    `Art.-Nr. ${digits(random, 'N99.999.99')}`,
    `SKU ${digits(random, 'N9999999')}`,
    `serial number ${digits(random, 'N999999999')}`,
    `EAN ${digits(random, '4006999999999')}`,
    `ISBN 978-3-16-148410-0`,
    `S/N ${digits(random, 'N99999999')}`,
    `Model ${digits(random, 'N999-99')}`,
    `${digits(random, 'N9999')} Berlin`,
    `${digits(random, 'N9999')}-${digits(random, 'N999')}`,
    `SW1A 1AA`,
    `${digits(random, '1N999')} km`,
    `${digits(random, 'N 999 999')} km`,
    `${digits(random, 'N9')}.${digits(random, '999999')}, ${digits(random, '1N')}.${digits(random, '999999')}`,
    `${digits(random, 'N99')} pieces`,
    `${digits(random, 'N 999')} Stück`,
    `1 000 000`,
    `1.250.000`,
    `${digits(random, 'N,999,999')} people`,
    `192.168.178.${two(99)}`,
    `10.0.0.1:8080`,
    `24/7`,
    `50 %`,
    `3.14159265`,
    `page ${digits(random, 'N99')}`,
    `chapter 12.4.1`,
    `#1`,
    `number ${digits(random, 'N')}`,
    `order 3 of them`,
    `order ${digits(random, '1N')} bikes`,
    `1080 x 1920`,
    `${digits(random, 'N999')} mAh`,
    `Route 66`,
    `M8 x 30`,
    `https://shop.example/p/${digits(random, '4006999999999')}`,
    `in order to pay ${digits(random, 'N99')} euros`,
    `@home`,
    `18 kg`,
    `RAL ${digits(random, 'N999')}`,
    `№ 7`,
    `the year ${date[2]}`,
    `HTTP 404`,
    `5/8 inch`,
    `Gate A12`,
    `bus 100`,
    `4 × 100 m`,
    `2 + 2 = 4`,
    `1/2/3`,
    `B12`,
    `UTC+2`,
    `${digits(random, 'N99')}-${digits(random, 'N99')} W`,
  ];
  return pick(random, list);
};

const makers: Record<Exclude<MaskKind, 'name' | 'order'>, (random: Random) => string> = {
  email: makeEmail,
  phone: makePhone,
  iban: makeIban,
  card: makeCard,
};

/** @param each samples of each kind */
export const maskingSet = (seed: number, each: number): Sample[] => {
  const random = randomFrom(seed);
  const samples: Sample[] = [];
  const add = (kind: MaskKind, value: string, [before, behind]: [string, string]): void => {
    samples.push({ text: before + value + behind, secret: { kind, value } });
  };
  for (let count = 0; count < each; count++) {
    for (const [kind, make] of Object.entries(makers))
      add(kind as MaskKind, make(random), pick(random, kind === 'phone' && random() < 0.4 ? calls : around));
    const { lead, value } = makeOrder(random);
    const [before, behind] = pick(random, around);
    add('order', value, [before + lead, behind]);
    for (let twice = 0; twice < 3; twice++) {
      const [start, end] = pick(random, around);
      samples.push({ text: start + harmless(random) + end, secret: null });
    }
  }
  return samples;
};
