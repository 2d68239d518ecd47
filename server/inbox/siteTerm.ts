/** The word that stands for a site in a full text, so that no search reads another site's lists. */
export const siteTerm = (siteId: string): string => `s${siteId.replaceAll('-', '')}`;
