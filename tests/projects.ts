import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

/**
 * The kinds of test, told by the end of a file's name wherever below `tests/` it lies:
 * - `x.unit.test.ts`: pure code and servers in memory that need nothing built; runs once, on SQLite.
 * - `x.widget.test.ts(x)`: the widget in happy-dom; needs nothing built.
 * - `x.browser.test.ts`: a journey in Chromium.
 * - `x.sqlite.test.ts`, `x.postgres.test.ts`: what one engine alone has.
 * - `x.test.ts`: through the server's front door, on both engines.
 */
export const endings = {
  unit: '.unit.test.ts',
  widget: '.widget.test.{ts,tsx}',
  browser: '.browser.test.ts',
  sqlite: '.sqlite.test.ts',
  postgres: '.postgres.test.ts',
} as const;

const every = (ending: string): string => `tests/**/*${ending}`;
/** Files of the other kinds, for a project that takes all of `x.test.ts`. */
const allBut = (own: keyof typeof endings): string[] =>
  Object.entries(endings)
    .filter(([kind]) => kind !== own)
    .map(([, ending]) => every(ending));

/** As long as a busy machine may take: what is slow is a benchmark's business. */
const shared = { testTimeout: 180_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };
/** The built server and journeys' programs, made from the sources as they are. */
const built = { globalSetup: ['tests/helpers/build.ts'] };
/** The price of a password's hash is for those who guess: tests log in some thousand times. */
const cheapPasswords = {
  resolve: {
    alias: { '@node-rs/argon2': fileURLToPath(new URL('./helpers/argon2.ts', import.meta.url)) },
  },
};
const preact = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

/** Where each kind of test runs. */
export const test: ViteUserConfig['test'] = {
  // One more than there are cores: tests wait for disks, timers, servers and pages about half of their time.
  maxWorkers: availableParallelism() + 1,
  reporters: ['default', './tests/helpers/closingLine.ts'],
  projects: [
    { ...cheapPasswords, test: { ...shared, name: 'unit', isolate: false, include: [every(endings.unit)] } },
    {
      ...preact,
      test: {
        ...shared,
        name: 'widget',
        isolate: false,
        environment: 'happy-dom',
        include: [every(endings.widget)],
      },
    },
    {
      ...cheapPasswords,
      test: {
        ...shared,
        ...built,
        name: 'sqlite',
        // Importing the server takes longer than most files' tests: it keeps no state of its own, so files share it.
        isolate: false,
        include: ['tests/**/*.test.ts'],
        exclude: allBut('sqlite'),
      },
    },
    {
      ...cheapPasswords,
      test: {
        ...shared,
        ...built,
        name: 'postgres',
        isolate: false,
        env: { DATABASE_URL: 'pglite://memory' },
        include: ['tests/**/*.test.ts'],
        exclude: allBut('postgres'),
      },
    },
    {
      test: {
        ...shared,
        name: 'browser',
        include: [every(endings.browser)],
        globalSetup: [...built.globalSetup, 'tests/helpers/browser.ts'],
        setupFiles: ['tests/helpers/sayPages.ts'],
        testTimeout: 300_000,
        // Chromium, a server and a test share two cores: what passes the second time alone is named at the end of the run.
        retry: 1,
        isolate: false,
        sequence: { groupOrder: 1 },
      },
    },
  ],
};
