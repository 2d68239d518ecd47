import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type UserConfig } from 'vite';
import type { ViteUserConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const target = 'es2022';

/**
 * What Vite puts around each `import()` to preload styles: there are none to preload, and it would cost every visitor
 * 700 bytes and put an event of its own on the host's window.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  // The wrappers themselves go too, where they are of the usual two shapes.
  renderChunk: (code: string) =>
    code
      .replace(
        /__vitePreload\(\(\) => (import\("[^"]+"\)(?:\.then\(\(n\) => n\.\w+\))?), __VITE_PRELOAD__, import\.meta\.url\)/g,
        '$1',
      )
      .replace(
        /__vitePreload\(async \(\) => \{\s*const \{[^{}]*\} = await (import\("[^"]+"\)(?:\.then\(\(n\) => n\.\w+\))?);\s*return \{[^{}]*\};\s*\}, __VITE_PRELOAD__, import\.meta\.url\)/g,
        '$1',
      ),
};

/**
 * Preact's own `jsx` makes its nodes by hand, for a speed that a panel does not need and that every visitor would pay
 * for with 200 bytes.
 */
const smallJsx = {
  name: 'small-jsx',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'preact/jsx-runtime' ? '\0small-jsx' : undefined),
  load: (id: string) =>
    id === '\0small-jsx'
      ? `import { h, Fragment } from 'preact';
export { Fragment };
export const jsx = (type, props, key) => h(type, key === undefined ? props : { ...props, key });
export const jsxs = jsx;`
      : undefined,
};

/**
 * Two things that break on pages which freeze or extend `Object.prototype`: an assignment to what is inherited and
 * frozen throws, and a loop over what is inherited takes it for a module's export.
 */
const hardened = {
  name: 'hardened',
  transform: (code: string, id: string) =>
    id.includes('@preact/signals-core')
      ? code.replace(
          /(\w+)\.prototype\.(valueOf|toString|toJSON)=(function\(\)\{[^{}]*\})/g,
          'Object.defineProperty($1.prototype,"$2",{value:$3,writable:true,configurable:true})',
        )
      : undefined,
  renderChunk: (code: string) => code.replace(/for \(var (\w+) in all\)/, 'for (var $1 of Object.keys(all))'),
};

/** The spaces that Vite's minifier leaves in styles, and the numbers that it writes out. None stands in a quoted text. */
const tightStyles = {
  name: 'tight-styles',
  enforce: 'post' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.css?inline')
      ? code
          .replace(/, /g, ',')
          .replace(/px \/ /g, 'px/')
          .replaceAll('1000000000', '1e9')
      : undefined,
};

/** ES modules for a browser, under hashed names. Apart for visitors and staff: neither carries what the other needs. */
const modules = (name: string, sources: Record<string, string>): UserConfig => ({
  publicDir: false,
  base: '',
  plugins: [plainImports, smallJsx, hardened, tightStyles],
  build: {
    target,
    outDir: 'dist/widget',
    emptyOutDir: false,
    manifest: `${name}.json`,
    modulePreload: false,
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    // Smaller than what Vite does by itself, after compression, by a hundred bytes and more.
    minify: 'terser' as const,
    terserOptions: {
      module: true,
      // Reading a signal is an act: a getter that is read for nothing else must stay.
      compress: { passes: 3, ecma: 2020, pure_getters: false },
    },
    rolldownOptions: {
      // Terser takes its time; that is known.
      checks: { bundlerTimings: false },
      input: sources,
      // What features share stays in the entry: fewer files, and the loader calls what the entry exports.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'assets/[name]-[hash:6].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});

/** Preact and its signals in one file, whatever the parts need of them: two pack worse than one. */
const together = (config: UserConfig): UserConfig => {
  const { output } = config.build!.rolldownOptions!;
  Object.assign(output!, {
    codeSplitting: { groups: [{ name: 'preact', test: /preact|small-jsx|preload-helper/ }] },
  });
  return config;
};

const panel = together(modules('panel', { panel: 'widget/panel/panel.ts' }));
// By itself: what it shares with the panel is small, and must not bring the panel with it.
const script = modules('script', { script: 'widget/core/script/script.ts' });
/** What comes with the settings of sites that need it: a text that the server puts before them. */
const besideSettings = (name: string, global: string, source: string): UserConfig => {
  const config = modules(name, { [name]: source });
  Object.assign(config.build!.rolldownOptions!.output!, {
    format: 'iife',
    name: global,
    generatedCode: { symbols: false },
  });
  return config;
};
/** What counts prompts, loaded with the first that is due. */
const tally = modules('tally', { tally: 'widget/core/prompts/tally.ts' });
/** By themselves, too: a page with comments loads them, and nothing of the panel. */
const comments = modules('comments', { comments: 'widget/comments/index.tsx' });
const inbox = modules('inbox', {
  inbox: 'widget/inbox/main.tsx',
  preview: 'widget/console/preview/page.ts',
  'push-worker': 'widget/inbox/alert/worker.ts',
});

/** Names of built modules that the loader imports; known once the widget is built. */
const builtModules = (): Record<string, string> => {
  const fileOf = (name: string, source: string): string => {
    const manifest = JSON.parse(readFileSync(`dist/widget/${name}.json`, 'utf8')) as Record<
      string,
      { file: string }
    >;
    return JSON.stringify(manifest[source]?.file);
  };
  return {
    FOYER_SCRIPT: fileOf('script', 'widget/core/script/script.ts'),
  };
};

/** The script tag: classic, tiny, nothing imported until it is wanted. */
const loader = (): UserConfig => ({
  publicDir: false,
  define: builtModules(),
  plugins: [plainImports, tightStyles],
  build: {
    target,
    modulePreload: false,
    outDir: 'dist/widget',
    emptyOutDir: false,
    minify: 'oxc',
    rolldownOptions: {
      input: 'widget/loader/loader.ts',
      output: { format: 'iife', entryFileNames: 'foyer.js' },
    },
  },
});

/** A script of its own beside the loader. */
const small = (name: string, input: string): UserConfig => {
  const config = loader();
  return {
    ...config,
    define: {},
    build: {
      ...config.build,
      rolldownOptions: {
        input,
        output: { format: 'iife', entryFileNames: `${name}.js` },
      },
    },
  };
};

/** The server and its worker threads; packages stay in node_modules. */
const server: UserConfig = {
  publicDir: false,
  define: { FOYER_VERSION: JSON.stringify(version) },
  build: {
    target: 'node20',
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        foyer: 'server/foyer.ts',
        app: 'server/embed.ts',
        'markdown-worker': 'server/core/content/markdownWorker.ts',
        'search-worker': 'server/core/search/engine/worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

const shared = { include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 60_000, hookTimeout: 120_000 };

/** Where each kind of test runs: the server's on both engines, the widget's in happy-dom, journeys in Chromium. */
const test: ViteUserConfig['test'] = {
  globalSetup: ['tests/helpers/build.ts'],
  // Vitest leaves a core free, which on two cores is half of them.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  reporters: ['default', './tests/helpers/closingLine.ts'],
  projects: [
    {
      test: {
        ...shared,
        name: 'sqlite',
        // Importing the server takes longer than most files' tests: it keeps no state of its own, so files share it.
        isolate: false,
        include: [
          'tests/core/**/*.test.ts',
          'tests/ask/**/*.test.ts',
          'tests/chat/**/*.test.ts',
          'tests/callbacks/**/*.test.ts',
          'tests/comments/**/*.test.ts',
          'tests/invitations/**/*.test.ts',
          'tests/nps/**/*.test.ts',
          'tests/announcements/**/*.test.ts',
          'tests/account/**/*.test.ts',
          'tests/alerts/**/*.test.ts',
          'tests/console/**/*.test.ts',
          'tests/inbox/**/*.test.ts',
        ],
        exclude: ['**/*.widget.test.*', '**/*.postgres.test.*'],
      },
    },
    {
      test: {
        ...shared,
        name: 'postgres',
        isolate: false,
        env: { DATABASE_URL: 'pglite://memory' },
        include: [
          'tests/core/server/**/*.test.ts',
          'tests/core/mail/**/*.test.ts',
          'tests/ask/**/*.test.ts',
          'tests/console/**/*.test.ts',
          'tests/inbox/**/*.test.ts',
          'tests/chat/**/*.test.ts',
          'tests/callbacks/**/*.test.ts',
          'tests/comments/**/*.test.ts',
          'tests/invitations/**/*.test.ts',
          'tests/nps/**/*.test.ts',
          'tests/announcements/**/*.test.ts',
          'tests/account/**/*.test.ts',
          'tests/alerts/**/*.test.ts',
          'tests/core/**/*.postgres.test.ts',
        ],
        exclude: ['**/*.widget.test.*', '**/*.sqlite.test.*'],
      },
    },
    {
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      test: {
        ...shared,
        name: 'widget',
        environment: 'happy-dom',
        include: ['tests/**/*.widget.test.{ts,tsx}'],
      },
    },
    {
      test: {
        ...shared,
        name: 'browser',
        include: ['tests/browser/**/*.test.ts'],
        globalSetup: ['tests/helpers/browser.ts'],
        setupFiles: ['tests/helpers/sayPages.ts'],
        testTimeout: 120_000,
        isolate: false,
        sequence: { groupOrder: 1 },
      },
    },
  ],
};

export default defineConfig(({ mode }) => {
  if (process.env['VITEST']) return { test } as UserConfig;
  if (mode === 'loader') return loader();
  // On list pages, which show how many comments there are; and on the page behind the links of surveys.
  if (mode === 'counts') return small('foyer-counts', 'widget/comments/counts.ts');
  if (mode === 'opinion') return small('foyer-opinion', 'widget/nps/opinion.ts');
  if (mode === 'inbox') return inbox;
  if (mode === 'script') return script;
  if (mode === 'comments') return comments;
  if (mode === 'watch') return besideSettings('watch', 'prompts', 'widget/core/prompts/watch.ts');
  if (mode === 'dot') return besideSettings('dot', 'newsDot', 'widget/announcements/dot.ts');
  if (mode === 'tally') return tally;
  return mode === 'server' ? server : panel;
});
