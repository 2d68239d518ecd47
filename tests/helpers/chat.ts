import type { Locator, Page } from 'playwright-core';
import { openPanel, type Stage } from './stage.ts';

export const panelOf = (page: Page): Locator => page.getByRole('dialog');
export const boxOf = (page: Page): Locator => panelOf(page).locator('.composer textarea');

/** Opens the chat from the start of the panel, in whatever language the page is. */
export const openChat = async (stage: Stage, page: Page, path = ''): Promise<void> => {
  await page.goto(`${stage.url}/demo/${path}`);
  await openPanel(page);
  await panelOf(page).locator('.home > button').first().click();
  await boxOf(page).waitFor();
};

/** Writes into the box and sends it by keyboard. */
export const say = async (page: Page, text: string): Promise<void> => {
  await boxOf(page).fill(text);
  await boxOf(page).press('Enter');
};

/** Waits until all that was said has arrived. */
export const isSent = async (page: Page): Promise<void> =>
  panelOf(page)
    .locator('.message.visitor .mark', { hasText: /Sent|Seen/ })
    .last()
    .waitFor();

/** Does one of the things of the chat's menu. */
export const choose = async (page: Page, name: string): Promise<void> => {
  await panelOf(page).getByRole('button', { name: 'More', exact: true }).click();
  await panelOf(page).getByRole('button', { name, exact: true }).click();
};
