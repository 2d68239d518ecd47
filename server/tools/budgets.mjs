/*
 * How large what browsers load may be: brotli, bytes. Every entry and every lazily loaded chunk falls under the first
 * line that matches it; one that matches none fails the size check, so that a new feature comes with a budget.
 */
const KB = 1024;

/**
 * @typedef {object} Budget
 * @property {string} what the line's name in the report
 * @property {string} bundle the bundle that the chunk belongs to (see entries.mjs)
 * @property {RegExp} source the chunk's source file
 * @property {number} max bytes
 * @property {boolean} [alone] the file by itself, not what its bundle's first entry loads and more
 * @property {RegExp[]} [with] sources that are loaded with it and count
 * @property {RegExp[]} [after] sources that are there before it and do not count, beside the bundle's first entry
 */

const visitorTexts = /^(?:widget|shared)\/.*texts\/[\w/]*\w+\.ts$/;
const conversations = /^widget\/core\/conversations\/entry\.ts$/;
const firstTexts = /^widget\/core\/text\/texts\/\w+\.ts$/;

/** @type {readonly Budget[]} */
export const budgets = [
  { what: 'foyer.js, launcher included', bundle: 'loader', source: /./, max: 2 * KB, alone: true },
  {
    what: 'panel opened on home and ask, with its largest locale',
    bundle: 'panel',
    source: /\/panel\.tsx?$/,
    with: [firstTexts],
    max: 20 * KB,
    alone: true,
  },
  { what: 'conversations, once a visitor acts', bundle: 'panel', source: conversations, max: 14 * KB },
  { what: 'texts for visitors', bundle: 'panel', source: visitorTexts, max: 2 * KB },
  { what: 'the NPS survey as a prompt', bundle: 'panel', source: /^widget\/nps\/prompt\.tsx$/, max: 3 * KB },
  { what: 'other prompts', bundle: 'panel', source: /\/prompt\.tsx$/, max: 5 * KB },
  {
    what: 'a feature, when its tab opens',
    bundle: 'panel',
    source: /^widget\/\w+\/index\.tsx?$/,
    after: [conversations],
    max: 8 * KB,
  },
  { what: 'other parts of the panel', bundle: 'panel', source: /./, max: 8 * KB },
  { what: 'what the script API needs', bundle: 'script', source: /./, max: 3 * KB, alone: true },
  {
    what: 'what judges when a prompt is due, in the settings where there are any',
    bundle: 'watch',
    source: /./,
    max: 3.125 * KB,
    alone: true,
  },
  {
    what: 'what marks the launcher, in the settings where there is such news',
    bundle: 'dot',
    source: /./,
    max: 1.5 * KB,
    alone: true,
  },
  {
    what: 'what leads to a linked comment, in the settings where there are comments',
    bundle: 'link',
    source: /./,
    max: 0.5 * KB,
    alone: true,
  },
  {
    what: 'what tells the page’s own analytics, in the settings where the owner wants it',
    bundle: 'analytics',
    source: /./,
    max: 0.5 * KB,
    alone: true,
  },
  { what: 'what counts prompts', bundle: 'tally', source: /./, max: 2 * KB, alone: true },
  {
    what: 'a page with comments, foyer.js and its largest locale included',
    bundle: 'comments',
    source: /^widget\/comments\/index\.tsx$/,
    with: [/^widget\/loader\/loader\.ts$/, /^shared\/comments\/texts\/\w+\.ts$/],
    max: 20 * KB,
    alone: true,
  },
  { what: 'texts of comments', bundle: 'comments', source: visitorTexts, max: 2 * KB },
  { what: 'other parts of comments', bundle: 'comments', source: /./, max: 3 * KB },
  { what: 'foyer-counts.js, on list pages', bundle: 'counts', source: /./, max: 1 * KB, alone: true },
  {
    what: 'foyer-opinion.js, behind surveys’ links',
    bundle: 'opinion',
    source: /./,
    max: 1 * KB,
    alone: true,
  },
  {
    what: 'inbox, first screen',
    bundle: 'inbox',
    source: /^widget\/inbox\/main\.tsx$/,
    max: 60 * KB,
    alone: true,
  },
  {
    what: 'the console’s preview',
    bundle: 'inbox',
    source: /\/preview\/page\.ts$/,
    max: 4 * KB,
  },
  { what: 'the push worker', bundle: 'inbox', source: /\/worker\.ts$/, max: 1 * KB, alone: true },
  {
    what: 'console, on demand, beyond the inbox',
    bundle: 'inbox',
    source: /^widget\/console\/Console\.tsx$/,
    max: 40 * KB,
  },
  {
    what: 'NPS report, with its charts',
    bundle: 'inbox',
    source: /^widget\/nps\/inbox\/Nps\.tsx$/,
    max: 28 * KB,
  },
  {
    what: 'contacts and their time lines',
    bundle: 'inbox',
    source: /^widget\/contacts\/inbox\/(?:Contacts|Side)\.tsx$/,
    max: 8 * KB,
  },
  {
    what: 'reports, with their charts',
    bundle: 'inbox',
    source: /^widget\/reports\/inbox\/Reports\.tsx$/,
    max: 28 * KB,
  },
  {
    what: 'the editor of articles, with CodeMirror and comparing',
    bundle: 'inbox',
    source: /^widget\/articles\/inbox\/editor\/ArticleEditor\.tsx$/,
    max: 128 * KB,
  },
  {
    what: 'texts for staff',
    bundle: 'inbox',
    source: /texts\/[\w/]*\w+\.ts$/,
    max: 10 * KB,
  },
  { what: 'other parts of the inbox', bundle: 'inbox', source: /./, max: 16 * KB },
];
