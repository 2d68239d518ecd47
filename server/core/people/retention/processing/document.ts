import type { ProcessingDocument } from '../../../../../shared/core/people/processingSchema.ts';
import { directionOf, ourLanguage } from '../../../../../shared/core/languages.ts';
import { retentionKinds } from '../../../../../shared/core/people/retentionKinds.ts';
import type { Context } from '../../../../context.ts';
import { logRetention } from '../../../events/retention.ts';
import { fill } from '../../../pages/texts.ts';
import type { Site } from '../../sites/sites.ts';
import { processorKinds } from './processors.ts';
import type { ProcessingTexts } from './textShape.ts';
import { processingLocales } from './texts.ts';

type Section = ProcessingDocument['sections'][number];

const day = 24 * 3_600_000;

/** "30 days", as the language writes it. */
const daysText = (tag: string, days: number): string =>
  new Intl.NumberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);

const storedSection = ({ settings }: Site, tag: string, texts: ProcessingTexts): Section => ({
  title: texts.dataTitle,
  rows: [
    { name: texts.open, text: texts.whileOpen },
    ...retentionKinds.map((kind) => {
      const days = settings.retention[kind];
      return { name: texts[kind], text: days === null ? texts.forEver : daysText(tag, days) };
    }),
    {
      name: texts.comments,
      text:
        settings.retention.visitors === null
          ? texts.forEver
          : fill(texts.commentsKept, { time: daysText(tag, settings.retention.visitors) }),
    },
    { name: texts.log, text: daysText(tag, logRetention / day) },
  ],
});

/** @param withHosts names the machines: for the owner's register, not for everybody */
const receiversSection = async (
  ctx: Context,
  site: Site,
  tag: string,
  texts: ProcessingTexts,
  withHosts: boolean,
): Promise<Section> => {
  const found = await ctx.listProcessors(site);
  // Where one reads from the right, the parts of a host's name would change places.
  const named = (host: string): string => (directionOf(tag) === 'rtl' ? `\u2066${host}\u2069` : host);
  const rows = processorKinds.flatMap((kind) => {
    const hosts = [...new Set(found.filter((one) => one.kind === kind).map(({ host }) => host))].sort();
    return hosts.length ? [{ name: texts[kind], text: withHosts ? hosts.map(named).join(', ') : '' }] : [];
  });
  return { title: texts.whoTitle, rows: rows.length ? rows : [{ name: texts.nobody, text: '' }] };
};

/** A text that Markdown takes for nothing but text. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&');

const toMarkdown = (title: string, lead: string, sections: Section[]): string =>
  [
    `# ${plain(title)}`,
    plain(lead),
    ...sections.map(({ title: name, text, rows }) =>
      [
        `## ${plain(name)}`,
        ...(text ? [plain(text)] : []),
        ...(rows.length
          ? [rows.map((row) => `- ${plain(row.name)}${row.text ? `: ${plain(row.text)}` : ''}`).join('\n')]
          : []),
      ].join('\n\n'),
    ),
  ].join('\n\n');

/**
 * The data-processing document of a site: what it stores, where, for how long, and who gets what, from its settings and
 * the configuration.
 */
export const processingDocument = async (
  ctx: Context,
  site: Site,
  tag: string,
  withHosts: boolean,
): Promise<ProcessingDocument> => {
  const texts = processingLocales[ourLanguage(tag) ?? 'en'];
  const lead = fill(texts.lead, { site: site.name });
  const sections: Section[] = [
    storedSection(site, tag, texts),
    {
      title: texts.whereTitle,
      rows: [
        { name: texts[`where_${ctx.database.dialect}`], text: '' },
        { name: texts.files, text: '' },
      ],
    },
    await receiversSection(ctx, site, tag, texts, withHosts),
    { title: texts.rightsTitle, text: texts.rights, rows: [] },
  ];
  return { title: texts.title, lead, sections, markdown: toMarkdown(texts.title, lead, sections) };
};
