/*
 * A stream of what people write to a shop: subjects by how often they come up, each put in many ways, with synonyms,
 * openings, closings and typing errors, by the hours of the day. Each run of a seed is the same.
 */

const day = 86_400_000;
const hour = 3_600_000;

/** Mulberry32 (Tommy Ettinger): numbers from 0 to 1. */
export const randomOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
type Random = () => number;

const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** Share of a day's items in each of its hours, UTC: the night is quiet, before noon most is written. */
const rhythm = [2, 1, 1, 1, 2, 4, 10, 22, 38, 46, 48, 44, 36, 40, 44, 42, 36, 30, 28, 30, 28, 20, 10, 5];
const rhythmSum = rhythm.reduce((sum, one) => sum + one);

/** Things, each by its names. */
const things = [
  'invoice|bill|receipt',
  'order|purchase',
  'parcel|package|shipment',
  'password|login',
  'account|profile',
  'voucher|coupon|gift card',
  'subscription|plan',
  'newsletter|emails',
  'address|street',
  'phone number|number',
  'return label|return slip',
  'refund|money back',
  'saddle|seat',
  'brake pads|brakes',
  'chain|drive chain',
  'battery|akku',
  'charger|power adapter',
  'front light|headlight',
  'rear rack|luggage rack',
  'pannier|saddlebag',
  'helmet|bike helmet',
  'lock|bike lock',
  'tyre|tire',
  'inner tube|tube',
  'display|screen',
  'motor|engine',
  'frame|bicycle frame',
  'pedals|pedal',
  'child seat|kids seat',
  'trailer|bike trailer',
].map((names) => names.split('|'));

/** Concerns about a thing; `#` stands for it. */
const concerns = [
  'where is my #|when will my # come|has my # been sent|i am still waiting for the #',
  'how do i change my #|can i change the #|i need a different #|please update my #',
  'my # is broken|the # stopped working|# is damaged|the # does not work any more',
  'how much is a #|price of the #|what does a # cost',
  'do you have a # in stock|is the # available|when will the # be back in stock',
  'i got the wrong #|this is not the # i wanted|wrong # was delivered',
  'how do i install the #|how to mount a #|instructions for the # please|how does the # go on',
  'can i return the #|i want to send the # back|returning a #',
  'which # fits my bike|is this # compatible|what size # do i need',
  'warranty on the #|is the # covered by warranty|how long is the guarantee for a #',
  'can i cancel the #|cancel my # please|i do not want the # any more',
  'the # makes a noise|strange sound from the #|# squeaks when riding',
].map((ways) => ways.split('|'));

/** What breaks all at once; usually written about every few days. Each by ways to put it. */
export const incidents = [
  'card declined at checkout|my credit card is declined when i pay at checkout|checkout says card declined|payment at checkout fails, card declined|cannot pay, checkout declines my card',
  'website shows error 502|i get a 502 bad gateway error|error 502 when opening the website|your site says 502 error|site is down with error 502',
  'verification code by sms never arrives|no sms code received|sms verification code is not coming|i do not get the code by sms|where is the sms code for verification',
  'app crashes on start since the update|after the update the app crashes|the app closes itself right after the update|update broke the app, it crashes|app keeps crashing after updating',
  'paypal payment stuck on pending|paypal says pending|my paypal payment is still pending|payment by paypal hangs as pending|paypal pending for an hour',
  'discount code SPRING does not work|spring code invalid|the SPRING discount is not accepted|code SPRING says invalid|spring discount code rejected',
  'map in the ride tracker is blank|ride tracker shows no map|blank map in tracker|the tracker map stays empty and blank|ride tracker map not loading, blank',
  'search on the site finds nothing|site search returns no results|search shows zero results for everything|the search finds no products at all|no results in search whatever i type',
  'charged twice for one order|double charge on my card|i was charged two times|my card was charged twice|you charged me twice',
  'pickup station door will not open|locker door at the station does not open|pickup locker stays closed|the station door is stuck, cannot open the locker|locker will not open at pickup station',
  'confirmation email missing|did not get the confirmation email|no confirmation mail after ordering|where is my confirmation email|order confirmation email never came',
  'delivery date shows 1970|my delivery date says january 1970|wrong delivery date 1970|why is the delivery date in 1970|it says delivered on 1 january 1970',
].map((ways) => ways.split('|'));

const openings = [
  '',
  '',
  '',
  'hi, ',
  'hello, ',
  'Hello team, ',
  'good morning, ',
  'quick question: ',
  'hey ',
  'Hi there! ',
];
const closings = [
  '',
  '',
  '',
  '',
  ' thanks',
  ' please help',
  '?',
  '???',
  ' thank you!',
  ' regards, Kim',
  ' asap',
  ' since this morning',
  ' can you help me',
  ' I tried it twice',
];
const asides = [
  '',
  '',
  '',
  ' i ordered last week.',
  ' i live in Lyon.',
  ' it is a present for my son.',
  ' order from tuesday.',
  ' i already wrote you.',
  ' on my phone.',
  ' using firefox.',
  ' the blue one.',
];

/** A slip of the fingers: a letter left out, doubled, swapped with the next or another. */
const mistype = (random: Random, text: string): string => {
  const place = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  const swapped = before + (after[0] ?? '') + letter + after.slice(1);
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  return pick(random, [before + after, before + letter + letter + after, swapped, before + other + after]);
};

const dress = (random: Random, core: string): string => {
  let text = pick(random, openings) + core + pick(random, closings) + pick(random, asides);
  // One text in three has an error, some have more.
  while (random() < 0.33) text = mistype(random, text);
  return text;
};

export interface StreamItem {
  id: string;
  at: number;
  person: string;
  text: string;
  /** The planted burst that it belongs to; null for the others. */
  burst: number | null;
  /** Its place in that, from 1. */
  place: number;
}

/** A number of Poisson's distribution (Knuth). */
const poisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
};

/** Marsaglia and Tsang would be quicker; a sum of exponentials does for a whole shape. */
const wavering = (random: Random, shape: number): number => {
  let sum = 0;
  for (let one = 0; one < shape; one++) sum -= Math.log(1 - random());
  return sum / shape;
};

const timeIn = (random: Random, midnight: number): number => {
  let left = random() * rhythmSum;
  let at = 0;
  while (left >= (rhythm[at] ?? 0)) left -= rhythm[at++] ?? 0;
  return midnight + at * hour + Math.floor(random() * hour);
};

/** Days of items. @param plan bursts: how many are planted, each of eight items in two hours, on days from the 15th on */
export const makeStream = (
  seed: number,
  days: number,
  perDay: number,
  plan: { everyDays: number },
): StreamItem[] => {
  const random = randomOf(seed);
  const subjects = things.flatMap((names) => concerns.map((ways) => ({ names, ways })));
  // Few subjects make up most: Zipf's law, in an order of chance.
  const shuffled = subjects
    .map((subject) => ({ subject, key: random() }))
    .sort((one, other) => one.key - other.key);
  const weights = shuffled.map((_, rank) => 1 / (rank + 3));
  const weightSum = weights.reduce((sum, one) => sum + one);
  const items: StreamItem[] = [];
  const add = (at: number, core: string, burst: number | null = null, place = 0): void => {
    const id = `i${items.length}`;
    items.push({ id, at, person: `p${items.length}`, text: dress(random, core), burst, place });
  };
  let bursts = 0;
  for (let one = 0; one < days; one++) {
    const midnight = one * day;
    shuffled.forEach(({ subject }, rank) => {
      // Rates waver from day to day by a third.
      const mean = ((perDay * (weights[rank] ?? 0)) / weightSum) * wavering(random, 9);
      for (let left = poisson(random, mean); left > 0; left--)
        add(timeIn(random, midnight), pick(random, subject.ways).replace('#', pick(random, subject.names)));
    });
    for (const ways of incidents) if (random() < 0.25) add(timeIn(random, midnight), pick(random, ways));
    if (one >= 14 && one % plan.everyDays === 0) {
      const ways = incidents[bursts % incidents.length] as string[];
      const start = midnight + (6 + Math.floor(random() * 15)) * hour;
      const times = Array.from({ length: 8 }, () => start + Math.floor(random() * 2 * hour)).sort(
        (a, b) => a - b,
      );
      for (const [place, at] of times.entries()) add(at, pick(random, ways), bursts, place + 1);
      bursts += 1;
    }
  }
  return items.sort((one, other) => one.at - other.at);
};
