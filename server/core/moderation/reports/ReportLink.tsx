/** @jsxImportSource hono/jsx */
import type { ModerationSubject } from '../../../../shared/core/moderation/schema.ts';
import type { PageCall } from '../../pages/pages.tsx';
import { reportTexts } from './texts.ts';

/** The path of the page on which an item is reported. */
export const reportPath = (
  { site, language }: Pick<PageCall, 'site' | 'language'>,
  { kind, id }: ModerationSubject,
): string => `/sites/${site.key}/report/${kind}/${id}?lang=${language.tag}`;

/** The way to report what somebody wrote in public. */
export const ReportLink = ({ call, of }: { call: PageCall; of: ModerationSubject }) => (
  <a class="quiet" rel="nofollow" href={reportPath(call, of)}>
    {reportTexts(call.language.tag).report}
  </a>
);
