import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../helpers/browser.ts';
import { openStage, type Person, type Stage } from '../helpers/stage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}demo-site/docs/examples/`;
const example = (name: string): string =>
  readFileSync(folder + name, 'utf8')
    .trimEnd()
    .replaceAll('https://help.example.com', stage.url)
    .replaceAll("'shop'", "'demo'")
    .replaceAll('"shop"', '"demo"');

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await sharedBrowser();
  stage = await openStage();
}, 60_000);
afterAll(async () => {
  await stage?.close();
});

/** A page of the owner's with this in its body, and a script of theirs. */
const openOwn = async (body: string, script = ''): Promise<Person> => {
  const person = await stage.visit(browser);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  await person.page.route('**/own.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await person.page.route('**/own.html', (route) =>
    route.fulfill({
      headers,
      body: `<!doctype html><html lang="en"><title>Own</title><body>${body}${script && '<script type="module" src="/own.js"></script>'}`,
    }),
  );
  await person.page.goto(`${stage.url}/own.html`);
  return person;
};

/** Bundles a page's script as its owner would. */
const bundle = async (source: string, extension: string): Promise<string> => {
  const entry = `${root}tests/browser/own.${extension}`;
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'own',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  });
  const [{ output }] = [result].flat() as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
};

const launcherOf = (page: Page) => page.locator('foyer-root button.launcher');

test('what the notes print is what is tried here', () => {
  const printed = ['hosts', 'script']
    .map((name) => readFileSync(`${root}demo-site/docs/${name}.html`, 'utf8'))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  for (const name of readdirSync(folder))
    expect(printed, name).toContain(readFileSync(folder + name, 'utf8').trimEnd());
});

test('plain HTML: a button of the page’s own opens the panel', async () => {
  const { page, problems } = await openOwn(example('plain.html'));
  await launcherOf(page).waitFor();
  await page.getByRole('button', { name: 'Help' }).first().click();
  await page.getByRole('dialog').waitFor();
  expect(problems).toEqual([]);
});

test('tag managers: the script brings itself', async () => {
  const { page, problems } = await openOwn(example('tag-manager.html'));
  await launcherOf(page).click();
  await page.getByRole('dialog').waitFor();
  expect(problems).toEqual([]);
});

describe.each([
  [
    'React, in strict mode',
    'jsx',
    () => `${example('react.jsx')}
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
const App = () => {
  const [given, set] = useState({ shown: true, identity: null });
  window.set = set;
  return given.shown ? <Help site="demo" identity={given.identity} /> : null;
};
createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);`,
  ],
  [
    'Vue',
    'js',
    () => `${example('vue.js')}
import { createApp, h, ref } from 'vue';
const given = ref({ shown: true, identity: null });
window.set = (next) => { given.value = next; };
createApp({ render: () => (given.value.shown ? h(Help, { site: 'demo', identity: given.value.identity }) : null) }).mount('#app');`,
  ],
])('%s', (_, extension, source) => {
  const set = (page: Page, given: object): Promise<void> =>
    page.evaluate((next) => (window as unknown as { set(next: object): void }).set(next), given);

  test('mounts once, says who it is, logs out, leaves without a trace, and mounts again', async () => {
    const { page, problems } = await openOwn('<div id="app"></div>', await bundle(source(), extension));
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['identify', 'logout', 'destroy'])
        addEventListener(`foyer:${name}`, () => heard.push(name));
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await launcherOf(page).waitFor();
    expect(await page.locator('foyer-root').count()).toBe(1);
    await set(page, { shown: true, identity: { name: 'Zoe' } });
    await expect.poll(heard).toEqual(['identify']);
    await set(page, { shown: true, identity: null });
    await expect.poll(heard).toEqual(['identify', 'logout']);
    await set(page, { shown: false, identity: null });
    await expect.poll(() => page.locator('foyer-root').count()).toBe(0);
    expect(await page.evaluate(() => 'Foyer' in window)).toBe(false);
    await set(page, { shown: true, identity: null });
    await launcherOf(page).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('foyer-root').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test('gone before the script is there, it does not come after all', async () => {
    const code = await bundle(source(), extension);
    const { page, problems } = await openOwn('<div id="app"></div>');
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/foyer.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.addScriptTag({ content: code, type: 'module' });
    await page.waitForFunction(() => 'set' in window && document.querySelector('script[data-site]'));
    await set(page, { shown: false, identity: null });
    const gone = page.evaluate(
      () => new Promise((resolve) => addEventListener('foyer:destroy', resolve, { once: true })),
    );
    letGo();
    await gone;
    expect(await page.locator('foyer-root').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
