import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { openPanel, openStage, type Stage } from '../helpers/stage.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** Ten accents by chance, the same ones each time (a linear congruential generator, Numerical Recipes' constants). */
const byChance = (seed: number): string[] => {
  let state = seed;
  return Array.from({ length: 10 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `#${(state >>> 8).toString(16).padStart(6, '0')}`;
  });
};
const accents = ['#ffffff', '#000000', '#39ff14', ...byChance(20_260_302)];

/**
 * Contrast of every text that is shown, as WCAG 2.2 defines it, from what Chromium computed; disabled controls are
 * exempt there. What is behind a text is the nearest background that is not see-through.
 */
const measure = (page: Page): Promise<{ text: string; ratio: number }[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const pixel = (colour: string): [number, number, number, number] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
    };
    const luminance = (colour: string): number =>
      pixel(colour)
        .slice(0, 3)
        .map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        })
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index]!, 0);
    const parentOf = (element: Element): Element | null =>
      element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
    const behind = (element: Element): string => {
      for (let at: Element | null = element; at; at = parentOf(at)) {
        const { backgroundColor } = getComputedStyle(at);
        const alpha = pixel(backgroundColor)[3];
        if (alpha === 255) return backgroundColor;
        if (alpha > 0) throw new Error(`see-through background on ${at.className}`);
      }
      return '#fff';
    };
    const found: { text: string; ratio: number }[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const field = element as HTMLTextAreaElement;
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
        const placeholder = field.placeholder && !field.value;
        if ((!own && !placeholder && !field.value) || !element.checkVisibility({ visibilityProperty: true }))
          continue;
        if (element.closest('.unseen, :disabled, style, script, option')) continue;
        const { color } = placeholder
          ? getComputedStyle(element, '::placeholder')
          : getComputedStyle(element);
        const [dark, light] = [luminance(color), luminance(behind(element))].sort(
          (one, other) => one - other,
        );
        const text = (placeholder ? field.placeholder : element.textContent || field.value)
          .trim()
          .slice(0, 30);
        found.push({ text, ratio: (light! + 0.05) / (dark! + 0.05) });
      }
    };
    look(document.querySelector('foyer-root')!.shadowRoot!);
    return found;
  });

test.each(['light', 'dark'] as const)(
  'whatever the accent, every text keeps 4.5:1 on every screen (%s)',
  async (appearance) => {
    const { page, problems } = await stage.visit(browser, { colorScheme: appearance });
    await page.goto(`${stage.url}/demo/article.html`);
    await openPanel(page);
    const panel = page.getByRole('dialog');
    const worst: Record<string, number> = {};
    let texts = 0;
    const check = async (screen: string): Promise<void> => {
      for (const accent of accents) {
        await page.evaluate(
          (given) =>
            new Promise<void>((resolve) => {
              addEventListener('foyer:update', () => resolve(), { once: true });
              (window as unknown as { Foyer(...command: unknown[]): void }).Foyer('update', given);
            }),
          { accent, label: 'Help' },
        );
        for (const { text, ratio } of await measure(page)) {
          texts++;
          worst[accent] = Math.min(worst[accent] ?? 21, ratio);
          expect(ratio, `${screen}, ${accent}, ${appearance}: ${text}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    };
    await check('home');
    await panel.getByRole('textbox').first().fill('how do i return a bag');
    await panel.locator('.list button').first().waitFor();
    await check('suggestions');
    await panel.locator('.list button').first().click();
    await panel.getByRole('button', { name: 'Not quite' }).waitFor();
    await check('answer');
    await panel.getByRole('button', { name: 'Not quite' }).click();
    await panel.getByRole('textbox', { name: /^Your question/ }).fill('');
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByText('Please fill this in.').waitFor();
    await check('form with what is wrong');
    await panel.getByRole('textbox', { name: /^Your question/ }).fill('Which colours are there?');
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.getByText('We’ve got your question').waitFor();
    await check('heard');
    await panel.getByRole('button', { name: 'See your question' }).click();
    await panel.locator('.message').first().waitFor();
    await check('thread');
    console.log(
      `contrast, ${appearance}: ${texts} texts, ${accents.length} accents, the worst ${Math.min(...Object.values(worst)).toFixed(2)}`,
    );
    expect(problems).toEqual([]);
  },
);
