/* What visitors see: at the floor that a balanced site has, with the right language, in one group an answer. */
import { floors } from '../../../server/ask/learningRules.ts';
import { keyboards } from '../../../server/core/search/engine/keyboards.ts';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';
import { judge } from '../goals.ts';
import { type QuestionSet, type Variant, variants, vary } from './questionSets.ts';
import { seededRandom } from './statistics.ts';

/** Least recall@3 at the shown floor: whole, half-typed, one typo. */
const goals: Record<string, Record<Variant, number>> = {
  'de-xquad': { whole: 96, half: 74, typo: 93 },
  'ru-tatoeba': { whole: 94, half: 83, typo: 92 },
  'en-clinc150': { whole: 85, half: 67, typo: 82 },
  'en-faq': { whole: 92, half: 80, typo: 91 },
};
/** The sets do not vary, but typos are drawn, and one question of a small set is a third of a point. */
const noise = 0.008;
const mostFar: Record<Variant, number> = { whole: 10, half: 20, typo: 10 };
/** Questions of each other set that are asked as far negatives. */
const farQuestions = 100;

const floor = floors.balanced;
const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

/** Odd queries, what the weights and coefficients were not fitted on. */
const oddOf = ({ queries }: QuestionSet) =>
  queries.map((query, number) => ({ ...query, number })).filter(({ number }) => number % 2 === 1);

const languageOf = ({ documents }: QuestionSet): string => documents[0]?.language ?? '';

interface Share {
  hits: number;
  of: number;
}
const shareOf = ({ hits, of }: Share): number => (of === 0 ? 0 : hits / of);

/** The share of right answers among three, at all and shown, for texts made of a set's questions. */
const recall = (
  index: SearchIndex,
  set: QuestionSet,
  asked: readonly { text: string; group: string; number: number }[],
  change: (text: string, number: number) => string,
): { found: number; shown: number } => {
  const found: Share = { hits: 0, of: asked.length };
  const shown: Share = { hits: 0, of: asked.length };
  for (const { text, group, number } of asked) {
    const right = index
      .search(change(text, number), { preferredLanguage: languageOf(set) })
      .find((result) => result.group === group);
    if (!right) continue;
    found.hits += 1;
    if (right.shownUpTo >= floor) shown.hits += 1;
  }
  return { found: 100 * shareOf(found), shown: 100 * shareOf(shown) };
};

/** The share of texts without an answer for which anything is shown. */
const shownShare = (index: SearchIndex, language: string, texts: readonly string[]): number =>
  shareOf({
    hits: texts.filter((text) => index.search(text, { floor, preferredLanguage: language }).length > 0)
      .length,
    of: texts.length,
  });

const reportSet = (set: QuestionSet, others: readonly QuestionSet[]): void => {
  const index = SearchIndex.build(set.documents);
  const odd = oddOf(set);
  const groups = [...new Set(set.documents.map(({ group }) => group))];
  const held = new Set(groups.filter((_, place) => place % 2 === 1));
  const halved = SearchIndex.build(set.documents.filter(({ group }) => !held.has(group)));
  for (const variant of variants) {
    const typed = (text: string, number: number): string => vary(text, variant, number);
    const { found, shown } = recall(index, set, odd, typed);
    const near = odd.filter(({ group }) => held.has(group)).map(({ text, number }) => typed(text, number));
    const far = others.flatMap((other) =>
      oddOf(other)
        .slice(0, farQuestions)
        .map(({ text, number }) => typed(text, number)),
    );
    const farShown = shownShare(index, languageOf(set), far);
    const what = `${set.name}, ${variant}`;
    const goal = goals[set.name]?.[variant];
    console.log(
      `  ${set.name.padEnd(12)} ${variant.padEnd(5)} R@3 ${found.toFixed(1)} at floor 0, ${shown.toFixed(1)} shown` +
        `${goal === undefined ? '' : ` (${judge(`${what}, shown`, shown, { atLeast: goal, noise, unit: ' %' })})`}; ` +
        `shown of near negatives ${percent(shownShare(halved, languageOf(set), near))}, of far ones ${percent(farShown)} ` +
        `(${judge(`${what}, far negatives`, 100 * farShown, { atMost: mostFar[variant], noise: 0.05, unit: ' %' })})`,
    );
  }
  const negatives = set.negatives.filter((_, number) => number % 2 === 1);
  if (negatives.length === 0) return;
  for (const variant of variants) {
    const share = shownShare(
      index,
      languageOf(set),
      negatives.map((text, number) => vary(text, variant, number)),
    );
    const verdict =
      variant === 'whole'
        ? ` (${judge(`${set.name}, its own negatives`, 100 * share, { atMost: 20, noise: 0.05, unit: ' %' })})`
        : '';
    console.log(
      `  ${set.name.padEnd(12)} ${variant.padEnd(5)} shown of its own negatives ${percent(share)}${verdict}`,
    );
  }
};

/** Answers behind 1,850 words of other passages, of a set with long bodies. */
const reportLong = (set: QuestionSet): void => {
  const random = seededRandom(3);
  const pool = set.documents.filter((_, place) => place % 2 === 1);
  const articles = set.documents
    .filter((_, place) => place % 2 === 0)
    .map((document): SearchDocument => {
      let before = '';
      for (let words = 0; words < 1_850; ) {
        const { body } = pool[Math.floor(random() * pool.length)]!;
        before += `${body} `;
        words += body.split(/\s+/).length;
      }
      return { ...document, body: before + document.body };
    });
  const there = new Set(articles.map(({ group }) => group));
  const asked = oddOf(set).filter(({ group }) => there.has(group));
  const { found, shown } = recall(SearchIndex.build(articles), set, asked, (text) => text);
  console.log(
    `  ${set.name}, answers behind 1,850 words: R@3 ${found.toFixed(1)} at floor 0 ` +
      `(${judge('long articles, floor 0', found, { atLeast: 95, noise, unit: ' %' })}), ${shown.toFixed(1)} shown ` +
      `(${judge('long articles, shown', shown, { atLeast: 90, noise, unit: ' %' })})`,
  );
};

const courtesies: Record<string, [before: string, after: string][]> = {
  en: [
    ['Hi there, hope you are doing well. ', ' Thanks a lot in advance, Maria'],
    ['hello i have a question ', ' thank you very much'],
  ],
  de: [
    ['Hallo zusammen, ich hoffe, es geht euch gut. ', ' Vielen Dank im Voraus und liebe Grüße, Maria'],
    ['hallo ich hätte mal eine frage ', ' danke schon mal'],
  ],
  ru: [
    ['Здравствуйте! Надеюсь, у вас всё хорошо. ', ' Заранее большое спасибо, Мария'],
    ['привет у меня вопрос ', ' спасибо большое'],
  ],
};

const stories: Record<string, [before: string, after: string]> = {
  en: [
    'Good morning! I bought the blue one from you in March and was really happy with it until last week. ',
    ' My colleague could not help either. Kind regards, Peter',
  ],
  de: [
    'Guten Tag! Ich habe im März bei Ihnen bestellt und war bis letzte Woche sehr zufrieden. ',
    ' Mein Kollege wusste auch nicht weiter. Mit freundlichen Grüßen, Peter',
  ],
  ru: [
    'Добрый день! Я заказал у вас товар в марте и до прошлой недели был очень доволен. ',
    ' Коллега тоже не помог. С уважением, Пётр',
  ],
};

const reportCourtesy = (set: QuestionSet): void => {
  const index = SearchIndex.build(set.documents);
  const asked = oddOf(set).filter((_, place) => place % 3 === 0);
  const plain = recall(index, set, asked, (text) => text).shown;
  const language = languageOf(set);
  for (const [before, after] of courtesies[language] ?? []) {
    const lost = plain - recall(index, set, asked, (text) => before + text + after).shown;
    console.log(
      `  ${set.name.padEnd(12)} with courtesies: loses ${lost.toFixed(1)} of ${plain.toFixed(1)} points shown ` +
        `(${judge(`${set.name}, courtesies`, lost, { atMost: 4, noise: 0.1, unit: ' points' })})`,
    );
  }
  const story = stories[language];
  if (!story) return;
  const told = recall(index, set, asked, (text) => story[0] + text + story[1]).shown;
  console.log(
    `  ${set.name.padEnd(12)} with a story around: loses ${(plain - told).toFixed(1)} points shown`,
  );
};

/** A text as it comes out where somebody forgot to switch the keyboard. */
const onOther = (from: string, to: string, text: string): string =>
  [...text]
    .map((character) => {
      for (const level of [0, 1] as const) {
        const key = [...keyboards[from]![level]].indexOf(character);
        if (key >= 0 && character !== ' ') return [...keyboards[to]![level]][key] ?? character;
      }
      return character;
    })
    .join('');

const reportKeyboard = (set: QuestionSet): void => {
  const index = SearchIndex.build(set.documents);
  const asked = oddOf(set).filter((_, place) => place % 3 === 0);
  const [own, other] = languageOf(set) === 'ru' ? ['ru', 'en'] : ['en', 'ru'];
  const right = recall(index, set, asked, (text) => text).shown;
  const wrong = recall(index, set, asked, (text) => onOther(own, other, text)).shown;
  console.log(
    `  ${set.name.padEnd(12)} on the ${other} keyboard: ${wrong.toFixed(1)} of ${right.toFixed(1)} shown ` +
      `(${judge(`${set.name}, wrong keyboard`, (100 * wrong) / right, { atLeast: 90, noise: 0, unit: ' %' })})`,
  );
};

/** All sets on one site: what is shown of other languages on a page in one. */
const reportMixed = (sets: readonly QuestionSet[]): void => {
  const documents = sets.flatMap((set) =>
    set.documents.map((document) => ({
      ...document,
      id: `${set.name} ${document.id}`,
      group: `${set.name} ${document.group}`,
    })),
  );
  const languages = new Map(documents.map(({ id, language }) => [id, language]));
  const index = SearchIndex.build(documents);
  for (const variant of variants) {
    let all = 0;
    let foreign = 0;
    for (const set of sets)
      for (const { text, number } of oddOf(set).slice(0, farQuestions)) {
        const language = languageOf(set);
        const results = index.search(vary(text, variant, number), { floor, preferredLanguage: language });
        all += results.length;
        foreign += results.filter(({ id }) => languages.get(id) !== language).length;
      }
    console.log(
      `  one site of all sets, ${variant.padEnd(5)}: ${percent(foreign / Math.max(1, all))} % of ${all} results foreign ` +
        `(${judge(`foreign results, ${variant}`, (100 * foreign) / Math.max(1, all), { atMost: 4, noise: 0, unit: ' %' })})`,
    );
  }
};

/** Letters at which the first result changes, and at which it changes back to what it was before. */
const reportFlicker = (set: QuestionSet): void => {
  const index = SearchIndex.build(set.documents);
  let letters = 0;
  let changes = 0;
  let back = 0;
  for (const { text } of oddOf(set).slice(0, 60)) {
    const firsts: string[] = [];
    for (let end = 3; end <= text.length; end++) {
      const [first] = index.search(text.slice(0, end), { floor, preferredLanguage: languageOf(set) });
      letters += 1;
      const last = firsts.at(-1);
      if (!first || first.group === last) continue;
      if (last !== undefined) changes += 1;
      if (firsts.at(-2) === first.group) back += 1;
      firsts.push(first.group);
    }
  }
  console.log(
    `  ${set.name.padEnd(12)} the first result changes at ${percent(changes / letters)} % of the letters typed, back at ${percent(back / letters)} %`,
  );
};

/** The same help in five languages: what is shown in Chinese, Japanese, Korean and Thai beside English. */
export const reportOwn = (sets: readonly QuestionSet[]): void => {
  console.log('\nThe same help of a shop in five languages, all queries, in %');
  const measured = sets.map((set) => {
    const index = SearchIndex.build(set.documents);
    const asked = set.queries.map((query, number) => ({ ...query, number }));
    const { found, shown } = recall(index, set, asked, (text) => text);
    const half = recall(index, set, asked, (text, number) => vary(text, 'half', number));
    const negatives = 100 * shownShare(index, languageOf(set), set.negatives);
    return { set, found, shown, half, negatives };
  });
  const english = measured.find(({ set }) => languageOf(set) === 'en');
  if (!english) return;
  for (const { set, found, shown, half, negatives } of measured)
    console.log(
      `  ${set.name.padEnd(12)} R@3 ${found.toFixed(1)} at floor 0, ${shown.toFixed(1)} shown ` +
        `(${judge(`${set.name}, shown`, shown, { atLeast: english.shown, noise: 0.08, unit: ' %' })}), ` +
        `half-typed ${half.shown.toFixed(1)} shown; unanswerable ${negatives.toFixed(1)} ` +
        `(${judge(`${set.name}, unanswerable`, negatives, { atMost: 20, noise: 0, unit: ' %' })})`,
    );
};

/** Recall and negatives as visitors see them, beside what the index could find, with goals. */
export const reportShown = (sets: readonly QuestionSet[]): void => {
  console.log(`\nWhat is shown at the floor of ${floor} (balanced), odd queries, duplicates linked, in %`);
  for (const set of sets)
    reportSet(
      set,
      sets.filter((other) => other !== set),
    );
  console.log('\nLong answers, long questions, other keyboards, several languages, and while one types');
  const passages = sets.find(({ name }) => name === 'de-xquad');
  if (passages) reportLong(passages);
  for (const set of sets) reportCourtesy(set);
  for (const set of sets) if (languageOf(set) !== 'de') reportKeyboard(set);
  reportMixed(sets);
  for (const set of sets) reportFlicker(set);
};
