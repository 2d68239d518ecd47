import { type Span, spansOf } from './spans.ts';

/* Numbers of which nobody is known: days, times, prices, sizes, versions, parts, postcodes. */

const currency = String.raw`(?:€|\$|£|¥|₽|₺|₴|₱|₹|(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|RUB|UAH|TRY|PHP|CNY|JPY|ALL|AED|SAR|EGP|Euro|euros?|dollars?|руб|zł|Kč|kr|Fr|元|円|ريال|درهم|евро|ευρώ|lek[ëe]?|piso)(?![\p{L}]))`;
const amount = String.raw`\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){0,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const unit = String.raw`(?:km|m|mm|cm|dm|kg|g|mg|t|l|ml|W|kW|Wh|kWh|mAh|Ah|V|A|Hz|kHz|MHz|GHz|rpm|bar|psi|Nm|lbs?|oz|in|ft|mi|px|dpi|MB|GB|TB|kB|bytes?|pcs|pieces|units|steps|Stück|Stk|шт|км|кг|мм|см|τεμ|miles|inch(?:es)?|people|users|Menschen|Kilometer|kilometres|kilometers|visitors|Besucher|times|days|hours|%|°C?)(?![\p{L}\p{N}])`;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = `(?:0?[1-9]|1[0-2])`;
const year = String.raw`(?:19|20)\d\d`;
const alone = String.raw`(?<![\d+]|\d[./-])`;
const end = String.raw`(?!\d|[./-]\d)`;

const compiled = (source: string): RegExp => new RegExp(source, 'dgiu');

const things: readonly RegExp[] = [
  `(?<![\\p{L}])(?:ISO|DIN|EN|IEC|ANSI|ASTM|UIC|GOST|ГОСТ|RAL|EAN|UPC|GTIN|ISBN|ISSN|SKU|ETRTO|VIN|HTTP|RFC|MIL|CAS)(?:[ /-](?:ISO|EN|IEC|13))*[- :]{0,2}(?:No\\.? ?|Nr\\.? ?)?[\\d][\\d Xx:./–-]{0,24}`,
  `(?<![\\p{L}])(?:serial|part|model|article|item|art|modell?|teile?|serien|artikel|артикул|модель|εξάρτημα|frame|batch|lot)(?:-?\\s?(?:number|no|nr|nummer|num|code|№|#))?\\.?[ :#-]{0,3}[\\p{L}\\d][\\p{L}\\d]*(?:[-./ ]\\d[\\p{L}\\d]*){0,4}`,
  `(?<![\\p{L}])(?:S/N|SN|P/N|PN)[ :#-]{0,2}[\\p{L}\\d][\\p{L}\\d./-]*`,
].map(compiled);

const patterns: readonly RegExp[] = [
  `${alone}${year}([-./])${month}\\1${day}(?:T[\\d:.]+Z?|[ ,]+\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?)?${end}`,
  `${alone}${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${end}`,
  `${alone}${day}([./-]) ?${month}\\1 ?(?:${year}|\\d\\d)(?:[ ,]+\\d{1,2}[:.]\\d\\d)?${end}`,
  `${alone}${month}/${day}/(?:${year}|\\d\\d)${end}`,
  `${alone}${year} ?[-–/] ?(?:${year}|\\d\\d)${end}`,
  // Hours: "10.00-18.30".
  `${alone}[0-2]?\\d[:.][0-5]\\d(?: ?(?:-|–|to|bis|до) ?[0-2]?\\d[:.][0-5]\\d)?${end}`,
  `${currency} ?(?:${amount})(?: ?[-–] ?(?:${amount}))?(?!\\d)`,
  `(?<![\\d+(])(?:${amount})(?: ?[-–] ?(?:${amount}))? ?${currency}`,
  `(?<![\\d+(])(?:${amount}) ?${unit}`,
  // Thousands that no number of a phone has: "1.250.000", "1'250'000".
  `(?<![\\d+(])[1-9]\\d{0,2}(?:([.,'’])\\d{3})(?:\\1\\d{3}){1,3}(?:[.,]\\d{1,2})?(?![\\d]|[.-]\\d)`,
  `(?<![\\d+(])[1-9](?:[ \\u00a0\\u202f]000){2,4}(?!\\d)`,
  // Addresses of machines and versions.
  `(?<![\\d.])(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(?:[:/]\\d+)?(?![\\d.])`,
  `(?:\\bv|version|ver\\.|firmware|build|release|android|ios|ipados|macos|windows|node|chrome|firefox|safari|edge|версия|έκδοση|إصدار) ?\\d+(?:[.-]\\d+){0,5}`,
  // Letters and digits joined are a part or a model: "CN-HG601-11", "BR-M8100".
  `(?<![\\p{L}\\p{N}+])(?!(?:tel|fax|mob|ph|wa)\\b)[\\p{Lu}]{1,8}[-/]?\\d{1,6}(?:[-/.]\\d{1,6}){0,3}(?!\\d)`,
  // Postcodes: "94107-1234", "01310-100", "〒100-0001".
  `(?<![\\d-]|\\d[) ] ?)\\d{5}-\\d{3,4}(?![\\d-])`,
  `〒 ?\\d{3}-\\d{4}`,
  // Sizes: "622-19", "700 x 25", "205/55-16", coordinates.
  `(?<!\\d)\\d{1,5}(?:[.,]\\d+)? ?[x×] ?\\d{1,5}(?:[.,]\\d+)?(?: ?[x×] ?\\d{1,5}(?:[.,]\\d+)?)?(?!\\d)`,
  `(?<![\\d.])-?\\d{1,3}\\.\\d{3,},? ?-?\\d{1,3}\\.\\d{3,}(?!\\d)`,
  `https?://[^\\s<>"]{1,2000}`,
].map(compiled);

/** Places of a text whose digits say nothing of anybody. */
export const findHarmless = (text: string): Span[] => patterns.flatMap((pattern) => spansOf(text, pattern));

/** Numbers with a harmless name: a part, a standard, a serial number. */
export const findThings = (text: string): Span[] => things.flatMap((pattern) => spansOf(text, pattern));
