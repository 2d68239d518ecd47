import { type Span, spansOf } from './spans.ts';

/* Numbers that lead to one customer's order, invoice, parcel or case. What they're called in the world's shops. */

/** Words for "number". */
const number = `(?:no|nr|num|nummer|number|numero|número|numéro|numri|n[º°]|id|code|ref|reference|номер|αρ|αριθμός|αριθ|رقم|号|號|番号|번호|#|№)`;

/** Words for a numbered thing, by themselves ("Bestellnummer") or with one of the above. */
const things = [
  'order',
  'orders',
  'purchase order',
  'invoice',
  'receipt',
  'booking',
  'reservation',
  'confirmation',
  'reference',
  'ticket',
  'case',
  'customer',
  'account',
  'tracking',
  'shipment',
  'consignment',
  'parcel',
  'rma',
  'return',
  'bestellung(?:en)?',
  'auftrag(?:s)?',
  'rechnung(?:s)?',
  'kunden?',
  'sendung(?:s)?',
  'buchung(?:s)?',
  'vorgang(?:s)?',
  'lieferung',
  'lieferschein',
  'bestelling',
  'factuur',
  'commande',
  'facture',
  'colis',
  'pedido',
  'factura',
  'fatura',
  'encomenda',
  'ordine',
  'fattura',
  'zam[oó]wieni[ea]',
  'faktur[aęyo]?',
  'objednávk[auy]',
  'beställning',
  'ordre',
  'sipariş',
  'rendelés',
  'comand[aă]',
  'porosi(?:a|së|në)?',
  'mendo',
  'fakturo',
  'resibo',
  'заказ(?:а|у|ом|е)?',
  'сч[её]т(?:а|у)?',
  'накладн(?:ая|ой)',
  'бронь',
  'замовлення',
  'παραγγελία(?:ς)?',
  'τιμολόγιο',
  'απόδειξη(?:ς)?',
  'αποστολή(?:ς)?',
  '(?:ال)?طلب(?:ية)?',
  '(?:ال)?فاتورة',
  '订单',
  '訂單',
  '運單',
  '运单',
  '注文',
  '주문',
].join('|');

/** Words that name the number themselves. */
const named = String.raw`(?:(?:bestell|auftrags|rechnungs|kunden|sendungs|buchungs|vorgangs|ticket|beleg|lieferschein|tracking|vertrags|retouren|order|ordre|bestel|factuur|faktura|klant|kund|mendo)-?\s?(?:nummer|nr|no|numero|num)|bestell-?id|order-?id|трек-?номер)`;

/** Between the word and its number. */
const between = String.raw`(?:[\s:：.#№=/-]|${number}(?![\p{L}])|(?:is|was|ist|lautet|war|est|es|è|είναι|это|هو|ng|i|de|d'|da|nº|n°|为|是)(?=[\s:]))`;

/** The number itself: at least three digits, with letters and marks between. */
const value = String.raw`(?=[\p{L}\-/_.]{0,12}\d)(?=(?:[\p{L}\-/_.]{0,12}\d){3})[\p{Lu}\p{Ll}\d](?:[\-/_.]?[\p{L}\d]){2,30}`;
/** The same where nothing else says that it's a number: in capitals, longer than a year or a quantity. */
const plainValue = String.raw`(?:\d{5,14}(?:[-/]\d{1,8})*|\d{1,10}(?:-\d{1,10}){1,4}|(?=\p{Lu}{1,6}[-/_]?\d)\p{Lu}{1,6}(?:[-/_]?[\p{Lu}\d]){3,20})(?![\p{L}\d])`;

const numberOf = String.raw`(?:номер|numri i|numero ng|número de|numéro de|n[º°] de|numero d['’]?|numero di|numer|nr|αριθμός|αρ\.?|رقم|number of)`;

const patterns: readonly [RegExp, number][] = [
  [new RegExp(`(?<![\\p{L}\\p{N}])${named}\\.?${between}{0,5}(${value})`, 'dgiu'), 1],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${things})(?:[\\s.:-]{0,2}${number}(?![\\p{L}])|\\s?[:：#№=])${between}{0,5}(${value})`,
      'dgiu',
    ),
    1,
  ],
  [new RegExp(`(?<![\\p{L}\\p{N}])${numberOf}\\s?(?:${things})${between}{0,5}(${value})`, 'dgiu'), 1],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}]|\\bto )(?:[Mm]y |[Oo]ur |[Tt]he )?(?:${things})\\s?(${plainValue})`,
      'dgiu',
    ),
    1,
  ],
  // With a sign of its own.
  [/(?<![\p{L}\p{N}&/#])#(?:\p{Lu}{1,5}-?)?\d{3,14}(?:[-/]\d{1,8}){0,3}(?![\p{L}\d])/dgu, 0],
  [/№ ?(?:\p{Lu}{1,5}-?)?\d{3,14}(?:[-/]\d{1,8}){0,3}(?![\p{L}\d])/dgu, 0],
  // By their form: "ORD-2024-0091", "INV/20391", Amazon's, UPS's, and the posts of the world.
  [
    /(?<![\p{L}\p{N}-])(?:ORD|ORDER|INV|PO|SO|RMA|TKT|TICKET|CASE|REF|RE|RG|WEB|SHP|PED|CMD|FV|FA|CUST|KD|AB|BST|TRK|ЗАК|ΠΑΡ)[-_/]?\d{3,14}(?:[-/]\d{1,8}){0,3}(?![\p{L}\d])/dgu,
    0,
  ],
  [/(?<![\p{L}\p{N}-])\p{Lu}{1,5}[-/](?:19|20)\d\d[-/]\d{3,10}(?![\p{L}\d])/dgu, 0],
  [/(?<![\p{N}-])\d{3}-\d{7}-\d{7}(?![\d-])/dgu, 0],
  [/(?<![\p{L}\p{N}])1Z[\dA-Z]{16}(?![\p{L}\d])/dgu, 0],
  [/(?<![\p{L}\p{N}])[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}(?![\p{L}\d])/dgu, 0],
];

/** Numbers of orders and the like. */
export const findOrders = (text: string): Span[] =>
  patterns.flatMap(([pattern, group]) => spansOf(text, pattern, group));
