import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { type Bundle, bundleNamed } from './server/tools/entries.mjs';
import { fileOfEntry } from './server/tools/manifest.mjs';
import { compileEagerly, hardened, plainImports, smallJsx, tightStyles } from './server/tools/plugins.ts';
import { test } from './tests/projects.ts';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const target = 'es2022';
/** `npm run dev` builds into a folder of its own, so that what `npm start` and the tests use stays whole. */
const out = process.env['FOYER_OUT'] ?? 'dist';

/** ES modules for a browser, under hashed names. */
const modules = ({ name, inputs, chunks, eager }: Bundle): UserConfig => ({
  publicDir: false,
  base: '',
  plugins: [plainImports, smallJsx, hardened, tightStyles, compileEagerly(eager)],
  build: {
    target,
    outDir: `${out}/widget`,
    emptyOutDir: false,
    manifest: `.vite/${name}.json`,
    modulePreload: false,
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    // A hundred bytes and more below Vite's own minifier, after compression.
    minify: 'terser' as const,
    terserOptions: {
      module: true,
      // Reading a signal subscribes to it: a getter that is read for nothing else must stay.
      compress: { passes: 3, ecma: 2020, pure_getters: false },
    },
    rolldownOptions: {
      // Terser takes its time; that is known.
      checks: { bundlerTimings: false },
      input: inputs,
      // What features share stays in the entry: fewer files, and the loader calls what the entry exports.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Half as many bits a letter as base64, and half the bytes after compression: 28 tell two versions of one file apart.
        // The script's name stands in foyer.js, which has no byte for another.
        hashCharacters: name === 'script' ? 'base64' : 'hex',
        entryFileNames: 'assets/[name]-[hash:6].js',
        // Seven letters tell the chunks apart; each more is a byte that doesn't compress, in every chunk that names one.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        ...(chunks && {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: Object.entries(chunks).map(([chunk, sources]) => ({ name: chunk, test: sources })),
          },
        }),
      },
    },
  },
});

/** One hashed file whose text the server puts before a site's settings. */
const inlined = (bundle: Bundle): UserConfig => {
  const config = modules(bundle);
  Object.assign(config.build!.rolldownOptions!.output!, {
    format: 'iife',
    name: bundle.global,
    generatedCode: { symbols: false },
  });
  return config;
};

/** One file at a fixed address, for a script tag. */
const script = ({ inputs, imports = {} }: Bundle): UserConfig => ({
  publicDir: false,
  define: Object.fromEntries(
    Object.entries(imports).map(([constant, entry]) => [
      constant,
      JSON.stringify(fileOfEntry(`${out}/widget`, entry)),
    ]),
  ),
  plugins: [plainImports, tightStyles],
  build: {
    target,
    modulePreload: false,
    outDir: `${out}/widget`,
    emptyOutDir: false,
    minify: 'oxc',
    rolldownOptions: {
      input: inputs,
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});

/**
 * The server and its worker threads, with the packages that they use: one file is read and compiled in half the time of
 * a thousand small ones, at each start of the server and at each command. Native code stays in `node_modules`, and so
 * does what is loaded only where it is configured.
 */
const server = ({ inputs }: Bundle): UserConfig => ({
  publicDir: false,
  define: { FOYER_VERSION: JSON.stringify(version) },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'pg', 'pino', 'imapflow', 'recheck'],
  },
  build: {
    target: 'node20',
    ssr: true,
    outDir: `${out}/server`,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: inputs,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

const kinds = { modules, inlined, script, server };

export default defineConfig(({ mode }) => {
  if (process.env['VITEST']) return { test } as UserConfig;
  const bundle = bundleNamed(mode);
  return kinds[bundle.kind](bundle);
});
