import { describe, expect, it, test } from 'vitest';
import { keyboards } from '../../../server/core/search/engine/keyboards.ts';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import { vary } from '../../bench/suggest/questionSets.ts';
import { helpDesk, question } from './searchFixtures.ts';

const floor = 0.5;

/** Ids of what is shown for a text. */
const shown = (index: SearchIndex, text: string, preferredLanguage?: string): string[] =>
  index.search(text, { floor, ...(preferredLanguage && { preferredLanguage }) }).map(({ id }) => id);

/** A text as it comes out where somebody forgot to switch the keyboard. */
const typedOn = (layout: string, meant: string, text: string): string =>
  [...text]
    .map((character) => {
      for (const level of [0, 1] as const) {
        const key = [...keyboards[meant]![level]].indexOf(character);
        if (key >= 0 && character !== ' ') return [...keyboards[layout]![level]][key]!;
      }
      return character;
    })
    .join('');

/** Three answers in each of the languages that are written in letters of their own. */
const titles: Record<string, [string, string, string]> = {
  ru: ['Как изменить пароль', 'Где мой заказ', 'Сколько стоит доставка'],
  uk: ['Як змінити пароль', 'Де моє замовлення', 'Скільки коштує доставка'],
  bg: ['Как да сменя паролата', 'Къде е моята поръчка', 'Колко струва доставката'],
  sr: ['Како да променим лозинку', 'Где је моја поруџбина', 'Колико кошта достава'],
  el: ['Πώς αλλάζω κωδικό', 'Πού είναι η παραγγελία μου', 'Πόσο κοστίζει η αποστολή'],
  he: ['איך לשנות סיסמה', 'איפה ההזמנה שלי', 'כמה עולה המשלוח'],
  ar: ['كيف أغير كلمة المرور', 'أين طلبي', 'كم تكلفة الشحن'],
};

const siteIn = (language: string): SearchIndex =>
  SearchIndex.build([
    ...titles[language]!.map((title, number) => question(`${language}${number}`, title, { language })),
    ...helpDesk,
  ]);

describe('another keyboard', () => {
  test.each(Object.keys(titles))(
    'in %s: what was typed on the Latin one is found as it was meant',
    (language) => {
      const index = siteIn(language);
      for (const [number, title] of titles[language]!.entries()) {
        const typed = typedOn('en', language, title.toLowerCase());
        expect(index.search(typed, { floor })[0]).toMatchObject({
          id: `${language}${number}`,
          readAs: expect.stringContaining(title.toLowerCase().slice(0, 3)),
        });
      }
    },
  );

  test.each(Object.keys(titles))('in %s: English typed on it is found as it was meant', (language) => {
    const index = siteIn(language);
    expect(shown(index, typedOn(language, 'en', 'reset my password'))[0]).toBe('password');
    expect(shown(index, typedOn(language, 'en', 'download invo'))[0]).toBe('invoice');
  });

  it('leaves alone what the index knows as it stands', () => {
    expect(siteIn('ru').search('reset my password')[0]).toMatchObject({ id: 'password' });
    expect(siteIn('ru').search('reset my password')[0]?.readAs).toBeUndefined();
  });
});

test.each([
  ['ru', 'kak izmenit parol', 0],
  ['ru', 'gde moj zakaz', 1],
  ['ru', 'skolko stoit dostavka', 2],
  ['uk', 'de moie zamovlennia', 1],
  ['bg', 'kade e moyata porachka', 1],
  ['sr', 'kako da promenim lozinku', 0],
  ['el', 'pws allazw kwdiko', 0],
  ['el', 'pou einai i paraggelia mou', 1],
  ['el', 'poso kostizei h apostolh', 2],
  ['he', 'eich leshanot sisma', 0],
  ['he', 'eifo hahazmana sheli', 1],
  ['ar', 'kayfa ughayir kalimat almuroor', 0],
  ['ar', 'kam taklufat alsha7n', 2],
])('in %s, %j in Latin letters is found', (language, typed, number) => {
  expect(shown(siteIn(language), typed)[0]).toBe(`${language}${number}`);
});

describe('words', () => {
  it('that run together are taken apart, and those torn apart are joined', () => {
    const index = SearchIndex.build(helpDesk);
    expect(shown(index, 'resetmypassword')[0]).toBe('password');
    expect(shown(index, 'down load my in voices')[0]).toBe('invoice');
  });

  it('meet with and without their marks, both ways', () => {
    const index = SearchIndex.build([
      question('umlaut', 'Wie ändere ich mein Passwort für die Wörterbücher?', { language: 'de' }),
      question('eo', 'Kiel ŝanĝi mian pasvorton?', { language: 'eo' }),
      ...helpDesk,
    ]);
    expect(shown(index, 'woerterbuecher')[0]).toBe('umlaut');
    expect(shown(index, 'worterbucher aendern')[0]).toBe('umlaut');
    expect(shown(index, 'kiel sxangxi')[0]).toBe('eo');
    expect(shown(index, 'kiel sangi')[0]).toBe('eo');
  });
});

describe('a long text', () => {
  const index = SearchIndex.build(helpDesk);

  test.each([
    'Hi there, hope you are doing well. How do I cancel my subscription? Thanks a lot in advance, Maria',
    'hello i have a question how do i cancel my subscription thank you very much',
    'Good morning! I bought the blue lamp in March and was really happy with it until last week. How do I cancel my subscription? My colleague did not know either. Kind regards, Peter',
    'Dear team,\n\nmy wife told me about you because her sister had been here for years.\n\nHow do I cancel my subscription\n\nBest wishes\nJohn',
  ])('finds the question in %j', (text) => {
    expect(shown(index, text)[0]).toBe('cancel');
  });

  test.each([
    [
      'de',
      'Wie kündige ich mein Abo?',
      'Hallo zusammen, ich hoffe, es geht euch gut. %s Vielen Dank im Voraus und liebe Grüße, Anna',
    ],
    [
      'ru',
      'Как отменить подписку?',
      'Здравствуйте! Надеюсь, у вас всё хорошо. %s Заранее большое спасибо, Анна',
    ],
    [
      'el',
      'Πώς ακυρώνω τη συνδρομή;',
      'Καλημέρα σας, ελπίζω να είστε καλά. %s Ευχαριστώ πολύ εκ των προτέρων',
    ],
    ['ar', 'كيف ألغي اشتراكي؟', 'السلام عليكم، أتمنى أن تكونوا بخير. %s شكرا جزيلا لكم'],
    ['sq', 'Si ta anuloj abonimin?', 'Përshëndetje, shpresoj jeni mirë. %s Faleminderit shumë'],
    ['fil', 'Paano kanselahin ang subskripsyon?', 'Magandang araw po. %s Maraming salamat po'],
    ['eo', 'Kiel mi nuligas la abonon?', 'Saluton, mi esperas ke vi fartas bone. %s Multan dankon'],
    ['uk', 'Як скасувати підписку?', 'Добрий день! Сподіваюся, у вас все добре. %s Дуже дякую'],
    ['he', 'איך לבטל את המנוי?', 'שלום, מקווה שלומכם טוב. %s תודה רבה מראש'],
  ])('in %s loses nothing to its courtesies', (language, title, around) => {
    const site = SearchIndex.build([question('own', title, { language }), ...helpDesk]);
    expect(shown(site, around.replace('%s', title))[0]).toBe('own');
  });

  it('that is nothing but a courtesy asks nothing', () => {
    expect(shown(index, 'Hello!')).toEqual([]);
    expect(shown(index, 'Thanks a lot, have a good day')).toEqual([]);
  });
});

describe('a long answer', () => {
  const words = 'lamp table window garden river mountain kitchen paper summer winter market bridge'.split(
    ' ',
  );
  const filler = Array.from(
    { length: 1_850 },
    (_, place) => words[(place * 7 + (place >> 3)) % words.length],
  ).join(' ');
  const answer = 'The warranty covers cracked glass for thirty months when the receipt is shown.';
  const body = `${filler} ${answer} ${filler}`;
  const index = SearchIndex.build([
    question('guarantee', 'Terms of sale', { body }),
    ...Array.from({ length: 20 }, (_, number) =>
      question(`other${number}`, `Chapter ${number}`, { body: filler }),
    ),
    ...helpDesk,
  ]);

  it('is found by what it says behind 1,850 other words, and says where', () => {
    const [best] = index.search('does the warranty cover cracked glass', { floor });
    expect(best?.id).toBe('guarantee');
    expect(body.slice(best!.passage!.start, best!.passage!.end)).toContain(answer.slice(0, 30));
    expect(best!.passage!.end - best!.passage!.start).toBeLessThan(1_200);
  });

  it('is one result, goes and comes as one, and survives being stored', () => {
    const restored = SearchIndex.restore(index.serialise());
    for (const one of [index, restored]) {
      expect(one.size).toBe(29);
      expect(shown(one, 'warranty cracked glass').filter((id) => id === 'guarantee')).toHaveLength(1);
    }
    restored.add(question('guarantee', 'Terms of sale', { body: 'Short now.' }));
    expect(shown(restored, 'warranty cracked glass')).not.toContain('guarantee');
    expect(restored.remove('guarantee')).toBe(true);
    expect(restored.size).toBe(28);
  });
});

describe('several languages', () => {
  const translations: Record<string, string> = {
    de: 'Wie ändere ich meine E-Mail-Adresse im Portal?',
    nl: 'Hoe verander ik mijn e-mailadres in het portaal?',
    en: 'How do I change my email address in the portal?',
    fr: 'Comment changer mon adresse e-mail dans le portail ?',
    es: '¿Cómo cambio mi dirección de e-mail en el portal?',
  };
  const index = SearchIndex.build(
    Object.entries(translations).map(([language, title]) => question(language, title, { language })),
  );

  test.each(Object.keys(translations))('the page’s leads: in %s nothing foreign is shown', (language) => {
    for (const typed of [translations[language]!, vary(translations[language]!, 'half', 1), 'portal'])
      expect(shown(index, typed, language).filter((id) => id !== language)).toEqual([]);
  });

  it('gives way to a text that is surely in another', () => {
    expect(shown(index, translations['fr']!, 'de')[0]).toBe('fr');
  });
});

describe('sureness', () => {
  it('grows with every word that is met, whatever the text', () => {
    const index = SearchIndex.build(helpDesk);
    const sureness = (text: string) =>
      index.search(text).find(({ id }) => id === 'delivery')?.confidence ?? 0;
    const steps = ['zebra', 'delivery zebra', 'delivery to zebra', 'delivery to Norway'].map(sureness);
    expect([...steps].sort((one, other) => one - other)).toEqual(steps);
  });

  it('of a site of three answers shows what has half of the words, and nothing that has none', () => {
    const few = SearchIndex.build(helpDesk.slice(0, 3));
    expect(shown(few, 'forgot password')).toEqual(['password']);
    expect(shown(few, 'pizza toppings in Naples')).toEqual([]);
  });

  it('has a lower floor while a word is unfinished: what is shown half-typed stays when it is finished', () => {
    const index = SearchIndex.build(helpDesk);
    const typed = 'invite a colleague';
    const from = [...typed].findIndex((_, end) => shown(index, typed.slice(0, end + 1)).includes('team'));
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThan(typed.indexOf('colleague'));
    for (let end = from + 1; end <= typed.length; end++)
      expect(shown(index, typed.slice(0, end))).toContain('team');
  });
});
