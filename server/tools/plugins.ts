/* Changes that the build makes to what browsers load. Each says what it saves or prevents. */

/**
 * Replaces the wrapper Vite puts around each `import()` to preload styles: there are none to preload, and it would cost
 * every visitor 700 bytes and put an event of its own on the host's window.
 */
export const plainImports = {
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
export const smallJsx = {
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
export const hardened = {
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
export const tightStyles = {
  name: 'tight-styles',
  enforce: 'post' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.css?inline')
      ? code
          .replace(/, /g, ',')
          .replace(/px \/ /g, 'px/')
          .replaceAll('1000000000', '1e9')
          // In a product the sign needs no spaces, unlike that of a sum.
          .replaceAll(' * ', '*')
      : undefined,
};

/**
 * Has a click's code compiled beside the page's thread while it arrives, and not function by function on it once it
 * runs: 20 ms of a slow phone. To browsers that do not know the hint it is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 * @param chunks names of the chunks whose functions are nearly all called at once
 */
export const compileEagerly = (chunks: readonly string[] = []) => ({
  name: 'compile-eagerly',
  enforce: 'post' as const,
  generateBundle: (_: unknown, bundle: Record<string, { type: string; name?: string; code?: string }>) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && chunks.includes(chunk.name ?? ''))
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
  },
});
