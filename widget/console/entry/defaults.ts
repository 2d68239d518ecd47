import { noBrand } from '../../../shared/core/brand/brand.ts';
import {
  defaultCaution,
  defaultCommunityAnswers,
  defaultCommunityQuestions,
} from '../../../shared/ask/defaults.ts';
import type { Setup, SiteDocument } from '../../../shared/console/schema.ts';
import { defaultBudget } from '../../../shared/core/prompts/kinds.ts';
import { defaultComments } from '../../../shared/comments/defaults.ts';
import { defaultModeration } from '../../../shared/core/moderation/defaults.ts';
import { defaultRetention } from '../../../shared/core/people/retentionKinds.ts';
import { currentZone } from '../../../shared/core/people/zones.ts';
import { ourLanguage } from '../../../shared/core/languages.ts';

/** A key made of a site's name: `The Shop` is `the-shop`. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** The wizard's first values: the browser's language and time zone, an office's hours. */
export const firstSetup = (code: string, tag: string): Setup => ({
  code,
  owner: { name: '', email: '', password: '' },
  site: {
    key: '',
    name: '',
    origins: [],
    settings: {
      languages: [ourLanguage(tag) ?? 'en'],
      theme: {
        accent: '#2f5d50',
        appearance: 'auto',
        radius: 16,
        position: 'end',
        offset: 20,
        label: '',
        font: 'system',
        zIndex: 2_147_483_000,
      },
      hours: {
        zone: currentZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
        week: [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '17:00' }]), [], []],
      },
      greeting: {},
    },
  },
});

/** The whole document that the preview shows, with what the wizard does not ask for. */
export const documentOf = ({ site }: Setup): SiteDocument => ({
  name: site.name,
  origins: site.origins,
  settings: {
    ...site.settings,
    targetMinutes: 120,
    teamName: site.name,
    brand: noBrand(),
    texts: {},
    features: { ask: true, chat: true, callback: false, comments: false },
    chat: { name: 'no', email: 'no', questions: [], consent: {}, consentLink: '' },
    contactForm: { on: false, team: null },
    mail: { addresses: [] },
    contacts: { attributes: [], stages: [] },
    reports: { showPeople: true },
    csat: { scale: 'faces', question: {}, thanks: {}, mail: false, delayHours: 1, everyDays: 14 },
    assignment: { mode: 'off', acceptSeconds: 60, teams: {} },
    comments: defaultComments(),
    moderation: defaultModeration(),
    prompts: defaultBudget(),
    categories: [],
    attachments: { mostBytes: 0, kinds: [] },
    share: { page: true, referrer: false, parameters: [] },
    analytics: 'off',
    paused: false,
    suggestionCaution: defaultCaution,
    communityAnswers: defaultCommunityAnswers,
    communityQuestions: defaultCommunityQuestions,
    ideas: { mode: 'off', names: {} },
    promise: { percentile: 0.8, leastSamples: 8, remindLeft: 0.4, escalateLeft: 0.2, tellLeft: 0.08 },
    callback: {
      hours: site.settings.hours,
      topics: [],
      slotMinutes: 30,
      perSlot: 1,
      leadMinutes: 0,
      daysAhead: 7,
      soonMinutes: 0,
      consent: {},
      countries: [],
      types: [],
      blockedPrefixes: [],
      retry: { no_answer: [], busy: [], voicemail: [] },
    },
    allowOpaqueOrigin: false,
    retention: defaultRetention(),
    privacyPage: true,
  },
});
