import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer as Opinion, SurveyShown } from '../../shared/nps/schema.ts';
import { createSurface } from '../../widget/panel/surface.ts';
import { SurveyView } from '../../widget/nps/SurveyView.tsx';
import { loadTexts } from '../../widget/nps/texts.ts';
import english from '../../shared/nps/texts/en.ts';
import {
  type Answer,
  failure,
  fakeServer,
  makeContext,
  openStream,
  type Request,
  settle,
} from '../core/widget/fakeServer.ts';

const survey: SurveyShown = {
  id: 's1',
  site: 'Shop',
  question: 'How likely are you to recommend us?',
  follow: { promoter: 'What did you like?', passive: 'What was missing?', detractor: 'What went wrong?' },
  link: 'https://reviews.test/shop',
  makeRight: true,
};

let undo: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const each of undo) each();
  undo = [];
});

/** Draws the survey as a prompt would; answers are stored unless a test says otherwise. */
const draw = async (answers: (request: Request, tries: number) => Answer | undefined = () => undefined) => {
  let tries = 0;
  const requests = fakeServer((request) => {
    const { path, body } = request;
    if (path.endsWith('/live')) return openStream().response;
    if (path.includes('/responses/')) {
      const given = answers(request, tries++);
      if (given) return given;
    }
    if (path.endsWith('/conversation')) return { body: { conversation: 'c1', promise: null } };
    if (path.includes('/responses/')) {
      const { score, text } = body as Opinion;
      return { body: { response: { id: path.split('/').at(-1)!, score, text, editableUntil: 0 } } };
    }
    return { body: { conversations: [], cursor: 1 } };
  });
  const context = makeContext();
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  root.append(container);
  const surface = createSurface(context, root, container, signal(true));
  const [onAnswer, onEnd] = [vi.fn(), vi.fn()];
  const text = await loadTexts(context.texts);
  const given = { surface, survey, text, source: 'prompt' as const, onAnswer, onEnd };
  render(<SurveyView {...given} />, container);
  undo.push(() => {
    render(null, container);
    context.dispose();
    host.remove();
  });
  const button = (words: string) =>
    [...container.querySelectorAll('button')].find((each) => each.textContent === words)!;
  return {
    onAnswer,
    onEnd,
    button,
    title: () => container.querySelector('h3')?.textContent,
    text: () => container.textContent ?? '',
    focused: () => root.activeElement?.textContent,
    press: (key: string) =>
      root.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
    async click(words: string) {
      button(words).click();
      await settle();
    },
    type(value: string) {
      const field = container.querySelector('textarea')!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words: () => container.querySelector('textarea')?.value,
    async submit() {
      await settle();
      const form = container.querySelector('form')!;
      form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await settle();
    },
    until: (check: () => unknown) =>
      vi.waitFor(async () => {
        await settle();
        if (!check()) throw new Error(`not yet: ${container.textContent}`);
      }, 60_000),
    sent: () =>
      requests.flatMap(({ path, body }) =>
        path.includes('/responses/') ? [{ id: path.split('/').at(-1)!, ...(body as Opinion) }] : [],
      ),
  };
};

test('each group is asked its own question, and a promoter alone is shown the link', async () => {
  for (const [score, question] of [
    ['10', survey.follow.promoter],
    ['7', survey.follow.passive],
    ['6', survey.follow.detractor],
  ] as const) {
    const drawn = await draw();
    await drawn.click(score);
    await drawn.until(() => drawn.title() === question);
    expect(drawn.onAnswer).toHaveBeenCalledOnce();
    // Who is disappointed says where to reach them in the same form: one box, and one button that sends.
    expect(drawn.text().includes(english.email), score).toBe(score === '6');
    await drawn.submit();
    await drawn.until(() => drawn.button('Close'));
    expect(drawn.text().includes(english.link), score).toBe(score === '10');
    // Nothing was written: there is nothing to send again.
    expect(drawn.sent()).toHaveLength(1);
    await drawn.click('Close');
    expect(drawn.onEnd).toHaveBeenCalledOnce();
  }
});

test('a number that could not be sent is no answer; chosen again it goes under the same id', async () => {
  const drawn = await draw((_, tries) => (tries === 0 ? failure(500, 'internal') : undefined));
  await drawn.click('3');
  await drawn.until(() => drawn.text().includes('Not sent'));
  expect(drawn.title()).toBe(survey.question);
  expect(drawn.onAnswer).not.toHaveBeenCalled();
  expect(drawn.button('3').getAttribute('aria-pressed')).toBe('true');
  await drawn.click('4');
  await drawn.until(() => drawn.title() === survey.follow.detractor);
  const [first, second] = drawn.sent();
  expect([first!.score, second!.score]).toEqual([3, 4]);
  expect(second!.id).toBe(first!.id);
});

test('words that could not be sent stay in their box, and go with the number', async () => {
  const drawn = await draw((_, tries) => (tries === 1 ? failure(500, 'internal') : undefined));
  await drawn.click('8');
  await drawn.until(() => drawn.words() !== undefined);
  drawn.type('Nearly there');
  await drawn.submit();
  await drawn.until(() => drawn.sent().length === 2 && !drawn.button('Send').disabled);
  expect(drawn.words()).toBe('Nearly there');
  await drawn.submit();
  await drawn.until(() => drawn.button('Close'));
  expect(drawn.sent().at(-1)).toMatchObject({ score: 8, text: 'Nearly there' });
});

test('another number can be chosen, and what was written comes along', async () => {
  const drawn = await draw();
  await drawn.click('2');
  await drawn.until(() => drawn.words() !== undefined);
  drawn.type('Late');
  await settle();
  await drawn.click('Change the answer');
  await drawn.click('9');
  await drawn.until(() => drawn.title() === survey.follow.promoter);
  expect(drawn.words()).toBe('Late');
  expect(drawn.sent().at(-1)).toMatchObject({ score: 9, text: 'Late' });
});

test('what can no longer be changed is said', async () => {
  const drawn = await draw((_, tries) => (tries === 1 ? failure(409, 'conflict') : undefined));
  await drawn.click('2');
  await drawn.until(() => drawn.words() !== undefined);
  drawn.type('Too late');
  await drawn.submit();
  await drawn.until(() => drawn.text().includes('can no longer be changed'));
});

test('the numbers are one stop of the keyboard: arrows move, digits go to their number, and a one and a nought is ten', async () => {
  const drawn = await draw();
  drawn.button('0').focus();
  for (const [key, there] of [
    ['ArrowRight', '1'],
    ['ArrowUp', '2'],
    ['ArrowLeft', '1'],
    ['0', '10'],
    ['ArrowRight', '10'],
    ['5', '5'],
    ['ArrowDown', '4'],
    ['0', '0'],
    ['ArrowLeft', '0'],
  ] as const) {
    drawn.press(key);
    expect(drawn.focused(), key).toBe(there);
  }
  expect(drawn.sent()).toEqual([]);
});
