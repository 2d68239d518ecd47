import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Program, startProgram } from '../bench/process.ts';

/** The demo company on a port of its own, and browsers that look at it. */
export interface Stage {
  url: string;
  folder: string;
  /** Starts the server again on the same port and data. */
  start(): Promise<void>;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** A new person: a browser with nothing stored. What goes wrong on their pages is collected. */
  visit(browser: Browser, options?: BrowserContextOptions): Promise<Person>;
  /** Everybody who came so far goes: an inbox that stays open says that its agent is here, whatever else says so. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export interface Person {
  context: BrowserContext;
  page: Page;
  /** Errors of pages, and what a Content-Security-Policy blocked. */
  problems: string[];
  /** Addresses that were asked for. */
  requests: string[];
}

export const demoLogin = { email: 'mara@kettleandcrane.example', password: 'kettle-and-crane' };

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Everybody whose stage is still open: what their pages show is said when a test fails. */
const present = new Set<Person>();

/** Describes every open page as a screen reader would find it, with what went wrong there. */
export const describePages = async (): Promise<string> => {
  const described = [...present].flatMap(({ context, problems }) =>
    context.pages().map(async (page) => {
      const seen = await page
        .locator('body')
        .ariaSnapshot({ timeout: 5_000 })
        .catch((error: Error) => error.message);
      return [page.url(), ...problems, seen].join('\n');
    }),
  );
  return (await Promise.all(described)).join('\n\n');
};

interface Template {
  port: number;
  folder: string;
}

/** The seeded company, kept for the files that follow in this process: filling it anew takes longer than many journeys. */
let template: Promise<Template> | undefined;

/** Its pages say where they are, so a copy of it is served on the port that it was seeded for. */
const makeTemplate = async (): Promise<Template> => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-seeded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const PUBLIC_URL = `http://localhost:${port}`;
  const program = await startProgram('foyer', { DATA_DIR: folder, PORT: String(port), PUBLIC_URL }, '--demo');
  await program.stop('SIGTERM');
  return { port, folder };
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, () => probe.close(() => resolve(true)));
  });

/** @param environment `DATABASE_URL` for PostgreSQL; `--demo` is seeded unless told otherwise */
export const openStage = async (environment: Record<string, string> = {}, seeded = true): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-stage-'));
  const copied = seeded && !environment['DATABASE_URL'] ? await (template ??= makeTemplate()) : null;
  const isCopy = copied !== null && (await isFree(copied.port));
  if (isCopy) cpSync(copied.folder, folder, { recursive: true });
  const port = isCopy ? copied.port : await freePort();
  const url = `http://localhost:${port}`;
  let program: Program | undefined;
  const start = async (): Promise<void> => {
    program = await startProgram(
      'foyer',
      { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url, ...environment },
      ...(seeded ? ['--demo'] : []),
    );
  };
  await start();
  const people: Person[] = [];
  const leave = async (): Promise<void> => {
    for (const person of people.splice(0)) {
      present.delete(person);
      await person.context.close();
    }
  };
  return {
    url,
    folder,
    start,
    kill: async () => program?.stop('SIGKILL'),
    async visit(browser, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      });
      // As long as a busy machine may take.
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const person: Person = { context, page, problems: [], requests: [] };
      context.on('weberror', (error) => person.problems.push(`error: ${error.error().message}`));
      context.on('console', (message) => {
        if (/Content.Security.Policy|TrustedHTML|Trusted Types/i.test(message.text()))
          person.problems.push(message.text());
      });
      context.on('request', (request) => person.requests.push(request.url()));
      people.push(person);
      present.add(person);
      return person;
    },
    leave,
    async close() {
      await leave();
      await program?.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Logs in on whichever of the staff's pages stands before them: as Mara, an owner, unless another address is given. */
export const logIn = async ({ page }: Pick<Person, 'page'>, email = demoLogin.email): Promise<void> => {
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(demoLogin.password);
  await page.keyboard.press('Enter');
};

/** Logs in to the inbox. */
export const enterInbox = async (
  stage: Stage,
  { page }: Person,
  language = 'en',
  email = demoLogin.email,
): Promise<void> => {
  await page.goto(`${stage.url}/inbox?lang=${language}`);
  await logIn({ page }, email);
  await page.locator('.list li').first().waitFor();
};

/** Shows the inbox's views, which on a phone stand behind a button. */
export const showViews = async (page: Page): Promise<void> => {
  const views = page.locator('.list-title').getByRole('button', { name: 'Views' });
  if (await views.isVisible()) await views.click();
};

/** Goes to a view of the inbox. */
export const showView = async (page: Page, name: RegExp): Promise<void> => {
  await showViews(page);
  await page.locator('.rail').getByRole('button', { name }).click();
};

/** Waits until a field has the focus: what is typed before goes nowhere, on a busy machine too. */
export const hasFocus = (field: Locator): Promise<void> =>
  field.and(field.page().locator(':focus')).waitFor();

/** Opens the panel by its button. */
export const openPanel = async (page: Page): Promise<void> => {
  await page.locator('foyer-root button.launcher').click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Finds axe-core's violations on the page as it is now, shadow roots included; empty for none.
 * @param rules absent: all of them
 */
export const findViolations = async (page: Page, rules?: string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const result = await page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
      };
    };
    return axe.run(document, {
      resultTypes: ['violations'],
      iframes: false,
      preload: false,
      ...(only && { runOnly: only }),
    });
  }, rules);
  return result.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.join(' ')} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`,
    ),
  );
};

/** Fails with the screen's name when axe-core finds anything. */
export const expectAccessible = async (page: Page, screen: string): Promise<void> => {
  expect(await findViolations(page), screen).toEqual([]);
};

/** Fails where a text is hard to read: for a second look at a screen whose structure was looked at in another. */
export const expectReadable = async (page: Page, screen: string): Promise<void> => {
  expect(await findViolations(page, ['color-contrast']), screen).toEqual([]);
};
