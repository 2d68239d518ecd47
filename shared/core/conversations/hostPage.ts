import { z } from 'zod';
import { line, longest, webUrl } from '../fields.ts';

/** Where the visitor is while they write: shown to staff, as far as the site wants it. */
export const hostPage = z.strictObject({
  url: webUrl,
  title: line(longest.pageTitle),
  /** The page that led there. */
  referrer: webUrl.optional(),
  /** The browser's time zone, as the IANA database names it. */
  zone: line(60).optional(),
});
export type HostPage = z.infer<typeof hostPage>;

/** Which page somebody who talks to the site looks at now. */
export const whereabouts = z.strictObject({ page: hostPage.pick({ url: true, title: true }) });
export type Whereabouts = z.infer<typeof whereabouts>;
