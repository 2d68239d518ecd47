import type { HostPage } from '../../../shared/core/conversations/hostPage.ts';
import type { PublicSettings } from '../../../shared/siteSettings.ts';

/** Characters that a title may not hold. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;

const isWeb = (url: string): boolean => /^https?:\/\/\S+$/.test(url) && url.length <= 2_000;

/**
 * The page that the visitor is on, without the fragment, and their time zone; nothing when it is not one of the web. Where
 * they came from is told only where the site shares it with its staff.
 */
export const hostPage = ({ referrer }: PublicSettings): HostPage | undefined => {
  // biome-ignore lint/style/noNonNullAssertion: a text that is split has a first part
  const url = location.href.split('#')[0]!;
  if (!isWeb(url)) return undefined;
  const from = document.referrer;
  return {
    url,
    title: document.title.replace(controls, ' ').slice(0, 300).toWellFormed(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(referrer && isWeb(from) && { referrer: from }),
  };
};
