/*
 * The one list of what is built. Vite, `build`, `dev`, the size check and the server's asset manifest read it, and
 * nothing else names a built file. A new entry is one line here.
 */

/**
 * A bundle: what one run of Vite builds.
 * @typedef {object} Bundle
 * @property {string} name what Vite is asked for (`vite build --mode <name>`)
 * @property {'modules' | 'inlined' | 'script' | 'server'} kind
 *   `modules`: ES modules under hashed names, with a manifest. `inlined`: one hashed file whose text the server puts
 *   before a site's settings, and that sets a global. `script`: one file at a fixed address, for a script tag.
 *   `server`: Node's.
 * @property {Record<string, string>} inputs source files by the name of the entry
 * @property {string} [global] of an inlined bundle: the name that it sets
 * @property {Record<string, RegExp>} [chunks] sources that share a chunk, whoever needs them: each request of opening
 *   costs a slow phone some milliseconds
 * @property {readonly string[]} [eager] chunks whose functions are nearly all called when they are loaded
 * @property {Record<string, string>} [imports] constants of the source that become the file names of other entries
 */

/**
 * In the order in which they are built: a bundle that names another's files comes after it.
 * @type {readonly Bundle[]}
 */
export const bundles = [
  {
    name: 'panel',
    kind: 'modules',
    inputs: { panel: 'widget/panel/panel.ts' },
    eager: ['panel', 'preact', 'announcements'],
    chunks: {
      // Two pieces of Preact pack worse than one, whatever the parts need of it.
      preact: /preact|small-jsx|preload-helper|widget\/core\/ui\/(?:hooks|Rich|rich)|shared\/core\/richText/,
      announcements:
        /widget\/announcements\/(?!inbox|dot|prompt)|shared\/announcements\/(?:routes|kinds)|shared\/core\/prompts\/rules/,
    },
  },
  // By itself: what it shares with the panel is small, and must not bring the panel with it.
  { name: 'script', kind: 'modules', inputs: { script: 'widget/core/script/script.ts' } },
  // What judges when a prompt is due, on sites that have prompts.
  {
    name: 'watch',
    kind: 'inlined',
    global: 'prompts',
    inputs: { watch: 'widget/core/prompts/watch.ts' },
  },
  // What marks the launcher, on sites that have an announcement which does.
  { name: 'dot', kind: 'inlined', global: 'newsDot', inputs: { dot: 'widget/announcements/dot.ts' } },
  // What leads to a comment that the address names, on sites with comments.
  {
    name: 'link',
    kind: 'inlined',
    global: 'commentLink',
    inputs: { link: 'widget/comments/link.ts' },
  },
  // What hands the widget's moments to the page's own analytics, on sites whose owner wants it.
  {
    name: 'analytics',
    kind: 'inlined',
    global: 'analytics',
    inputs: { analytics: 'widget/core/analytics/analytics.ts' },
  },
  // What counts prompts, loaded with the first that is due.
  { name: 'tally', kind: 'modules', inputs: { tally: 'widget/core/prompts/tally.ts' } },
  // By itself: a page with comments loads this, and nothing of the panel.
  { name: 'comments', kind: 'modules', inputs: { comments: 'widget/comments/index.tsx' } },
  // On list pages, which show how many comments there are.
  { name: 'counts', kind: 'script', inputs: { 'foyer-counts': 'widget/comments/counts.ts' } },
  // On the page behind the links of surveys.
  { name: 'opinion', kind: 'script', inputs: { 'foyer-opinion': 'widget/nps/surveyAnswer.ts' } },
  // The script tag: classic, tiny, nothing imported until it is wanted.
  {
    name: 'loader',
    kind: 'script',
    inputs: { foyer: 'widget/loader/loader.ts' },
    imports: { FOYER_SCRIPT: 'script' },
  },
  // Apart from what visitors load: neither carries what the other needs.
  {
    name: 'inbox',
    kind: 'modules',
    inputs: {
      inbox: 'widget/inbox/main.tsx',
      preview: 'widget/console/preview/page.ts',
      'push-worker': 'widget/inbox/alert/worker.ts',
    },
  },
  {
    name: 'server',
    kind: 'server',
    inputs: {
      foyer: 'server/foyer.ts',
      app: 'server/embed.ts',
      'markdown-worker': 'server/core/content/markdownWorker.ts',
      'image-process': 'server/core/content/attachments/imageProcess.ts',
      'mail-worker': 'server/core/mail/reading/mailWorker.ts',
      'mask-worker': 'server/core/content/masking/maskWorker.ts',
      'search-worker': 'server/core/search/engine/worker.ts',
    },
  },
];

/** The bundles that a browser loads. */
export const widgetBundles = bundles.filter(({ kind }) => kind !== 'server');

/** @param {string} name @returns {Bundle} */
export const bundleNamed = (name) => {
  const found = bundles.find((bundle) => bundle.name === name);
  if (!found) throw new Error(`No bundle is called "${name}". See server/tools/entries.mjs.`);
  return found;
};
