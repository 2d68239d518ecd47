import type { PublicSettings } from '../../../shared/siteSettings.ts';
import { coloursOf } from '../../../shared/core/colour.ts';
import { asksBeforeChat } from '../../../shared/chat/intake.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import type { SiteDocument } from '../../../shared/console/schema.ts';
import type { PreviewState } from './messages.ts';

/** When the sample doors open: tomorrow at nine on the reader's clock. */
const tomorrow = (): number => new Date().setHours(33, 0, 0, 0);

/** The public settings if this were saved, as far as they show in a view. */
export const publicOf = (
  { name, settings }: SiteDocument,
  given: {
    language: string;
    /** Our own texts of the widget in that language. */
    widgetTexts: Record<string, string>;
    people: readonly Person[];
    state: PreviewState;
    isDark: boolean;
  },
): PublicSettings => {
  const { language, widgetTexts: words, state } = given;
  const own = settings.texts[language] ?? {};
  const isAway = state === 'away';
  // While somebody types a colour there is none: the last whole one would be better, ours is good enough.
  const accent = /^#[\da-f]{6}$/i.test(settings.theme.accent) ? settings.theme.accent : '#2f5d50';
  return {
    name,
    launcher: {
      [language]: [own['panel'] ?? words['panel'] ?? '', own['unreachable'] ?? words['offline'] ?? ''],
    },
    colours: coloursOf(accent),
    ownTexts: settings.texts[language] ? [language] : [],
    theme: { ...settings.theme, accent, ...(given.isDark && { appearance: 'dark' as const }) },
    greeting: settings.greeting,
    teamName: settings.teamName,
    features: settings.features,
    ...(asksBeforeChat(settings.chat) && { chat: settings.chat }),
    categories: settings.categories,
    paused: settings.paused || state === 'paused',
    people: given.people
      .slice(0, 3)
      .map(({ id, name: whole }) => ({ id, name: whole.split(' ')[0] ?? whole })),
    open: !isAway,
    opensAt: isAway ? tomorrow() : null,
    // The frame's page knows where it is.
    panel: '',
    parts: {},
    usualReplyMinutes: settings.targetMinutes,
  };
};
