import type { WordAction } from './states.ts';

/** The rules until the owner says otherwise. */
export const defaultModeration = () => ({
  trustAfter: 1,
  maxLinks: 0,
  words: [] as { text: string; action: WordAction }[],
  names: [] as string[],
  addresses: [] as string[],
  holdFiles: false,
  holdTeamNames: true,
  holdAfterReports: 3,
});
