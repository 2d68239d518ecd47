import { afterEach, expect, test, vi } from 'vitest';
import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import type { Host } from '../../../widget/core/host.ts';
import type { OnPromptOutcome } from '../../../widget/core/prompts/display.ts';
import { createPromptMemory } from '../../../widget/core/prompts/promptMemory.ts';
import { start } from '../../../widget/core/prompts/tally.ts';

afterEach(() => vi.unstubAllGlobals());

const host = { base: 'https://help.test', site: 'shop', settings: {}, language: 'en' } as unknown as Host;
const store = createPromptMemory(host, 1);
const prompt = { id: 'p' } as unknown as PublicPrompt;

test('an outcome never overtakes its exposure: on a slow line it waits for it', async () => {
  const sent: string[] = [];
  const answers: ((response: { ok: boolean; status: number }) => void)[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    sent.push(url.replace(/.*\/shop\//, ''));
    return new Promise((resolve) => answers.push(resolve));
  });
  const tally = start(host);
  let onOutcome: OnPromptOutcome = () => undefined;
  const view = {
    show(given: OnPromptOutcome) {
      onOutcome = given;
      return { leave() {} };
    },
    drop() {},
  };
  tally.present(prompt, view, store, () => undefined);
  onOutcome('dismissed');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toEqual(['prompts/p/exposures']);
  answers[0]!({ ok: true, status: 200 });
  await vi.waitFor(() =>
    expect(sent).toEqual(['prompts/p/exposures', expect.stringMatching(/^exposures\/[\w-]+\/outcome$/)]),
  );
});

test('what the network broke does not stop what comes after it', async () => {
  let tries = 0;
  vi.stubGlobal('fetch', () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ ok: true, status: 200 });
  });
  const tally = start(host);
  tally.hold(prompt, store);
  tally.outcome('some', 'goal');
  await vi.waitFor(() => expect(tries).toBeGreaterThanOrEqual(3));
});
