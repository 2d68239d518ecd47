import type { Device } from './options.ts';
import type {
  AttributeTest,
  Conditions,
  PageMatch,
  PromptBudget,
  PromptKind,
  PublicPrompt,
} from './kinds.ts';

/*
 * When something may be shown unasked: one text for the visitor's browser, the owner's simulator, the debugger on the
 * live page and the tests. Pure: what is known comes in, a verdict goes out.
 */

/** A visit at one moment. */
export interface Moment {
  /** Milliseconds since the epoch. */
  now: number;
  url: string;
  /** The page that led to the visit; empty when that is not known. */
  referrer: string;
  language: string;
  device: Device;
  /** Seconds that this page was looked at, and since the last input. */
  seconds: number;
  idle: number;
  /** Percent of the page that was scrolled through. */
  scroll: number;
  /** True while the visitor is on the way out. */
  exit: boolean;
  pagesSeen: number;
  /** Events the page tracked, the newest last. */
  tracked: readonly { name: string; attributes: Readonly<Record<string, string>>; at: number }[];
  /** Attributes of the visitor, from the page. */
  attributes: Readonly<Record<string, string>>;
  /** Within the opening hours; somebody is there. */
  open: boolean;
  online: boolean;
  /** Why nothing may come just now, whatever it is: the panel is open, somebody types, the page asked for quiet. */
  busy: Busy | '';
}
export type Busy = 'panel' | 'showing' | 'typing' | 'dialog' | 'quiet' | 'saveData';

/** The memory of a person: in the page until they act, then in their browser. */
export interface Memory {
  /** Decides samples and holdouts: the same person, the same side. */
  seed: number;
  /** When they were first seen, and when this visit began; milliseconds since the epoch. */
  first: number;
  session: number;
  /** Every prompt that was shown, and every one that was held back: when, the oldest first. */
  shown: [prompt: string, kind: PromptKind, at: number, held?: 1][];
  dismissed: Record<string, number>;
}

export type Reason =
  | Busy
  | 'leastSeconds'
  | 'excluded'
  | 'perSession'
  | 'perDay'
  | 'perMonth'
  | 'quietHours'
  | 'dismissed'
  | 'often'
  | 'apartDays'
  | 'sample'
  | keyof Conditions;

export const day = 86_400_000;

/** Maximum length of an address that is matched, code units: what a pattern costs grows with it. */
const maxAddressLength = 2_000;

/** A value that begins with `/` is about the path (and the query, where it names one); any other about the whole address. */
export const isPage = ({ how, value }: PageMatch, address: string): boolean => {
  const { origin, pathname, search } = new URL(address);
  const path = value[0] === '/' ? pathname : origin + pathname;
  const whole = path + search;
  const text = (value.includes('?') ? whole : path).slice(0, maxAddressLength);
  if (how === 'contains') return whole.slice(0, maxAddressLength).includes(value);
  if (how === 'regex')
    try {
      return new RegExp(value).test((origin + pathname + search).slice(0, maxAddressLength));
    } catch {
      return false;
    }
  if (how === 'is') return text.replace(/(.)\/$/, '$1') === value.replace(/(.)\/$/, '$1');
  // Each part is looked for behind the one before: no time is lost with going back.
  const parts = value.split('*');
  // biome-ignore lint/style/noNonNullAssertion: a text splits into one part at least
  const last = parts.pop()!;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const at = text.indexOf(part, from);
    if (at < 0 || (!index && at)) return false;
    from = at + part.length;
  }
  return parts.length ? text.length - last.length >= from && text.endsWith(last) : text === last;
};

/**
 * Places a person between 0 and 1 for one purpose: the same person and name give the same place, on any page and any
 * day. FNV-1a, then the finalizer of MurmurHash3 (Austin Appleby, public domain).
 */
export const hostContextOf = (seed: number, name: string): number => {
  let hash = 2_166_136_261 ^ seed;
  for (let index = 0; index < name.length; index++)
    hash = Math.imul(hash ^ name.charCodeAt(index), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

/** Whether a person is one of those who are never shown it, to compare with. */
export const isHeld = ({ id, holdout }: PublicPrompt, { seed }: Memory): boolean =>
  hostContextOf(seed, `${id} held`) * 100 < holdout;

/** Whether what is known of a visitor passes a test. */
export const fits = (
  { name, how, value }: AttributeTest,
  known: Readonly<Record<string, string>>,
): boolean => {
  const has = known[name];
  if (how === 'known' || how === 'unknown') return (has !== undefined) === (how === 'known');
  if (how === 'not') return has !== value;
  if (has === undefined) return false;
  if (how === 'is') return has === value;
  if (how === 'contains') return has.toLowerCase().includes(value.toLowerCase());
  return how === 'above' ? Number(has) > Number(value) : Number(has) < Number(value);
};

const speaks = (wanted: string, language: string): boolean =>
  language === wanted || language.startsWith(`${wanted}-`);

/** For each condition whether it holds; asked only of those that are given. */
const holds: {
  [Key in keyof Conditions]-?: (
    wanted: NonNullable<Conditions[Key]>,
    moment: Moment,
    memory: Memory,
    all: Conditions,
  ) => boolean;
} = {
  pages: (pages, { url }) => !pages.length || pages.some((page) => isPage(page, url)),
  notPages: (pages, { url }) => !pages.some((page) => isPage(page, url)),
  seconds: (least, { seconds }) => seconds >= least,
  scroll: (least, { scroll }) => scroll >= least,
  exit: (_, { exit }) => exit,
  idle: (least, { idle }) => idle >= least,
  pagesSeen: (least, { pagesSeen }) => pagesSeen >= least,
  referrer: (part, { referrer }) => referrer.includes(part),
  utm: (wanted, { url }) => {
    const { searchParams } = new URL(url);
    return wanted.every(({ name, value }) => searchParams.get(`utm_${name}`) === value);
  },
  returning: (wanted, _, { first, session }) => first < session === wanted,
  knownDays: (days, { now }, { first }) => now - first >= days * day,
  languages: (list, { language }) => !list.length || list.some((each) => speaks(each, language)),
  devices: (list, { device }) => !list.length || list.includes(device),
  event: (name, { tracked }) => tracked.some((each) => each.name === name),
  attributes: (tests, { attributes, tracked }, _, { event }) => {
    const last = tracked.findLast(({ name }) => name === event)?.attributes;
    return tests.every((test) => fits(test, { ...attributes, ...last }));
  },
  hours: (wanted, { open }) => open === wanted,
  online: (_, { online }) => online,
};

/** Everything that speaks against showing a prompt now; nothing does when it is due. */
export const reasonsAgainst = (
  prompt: PublicPrompt,
  budget: Omit<PromptBudget, 'on'>,
  moment: Moment,
  memory: Memory,
): Reason[] => {
  const { id, kind, conditions, often, backOffDays, apartDays, sample } = prompt;
  const { now, url, busy } = moment;
  const reasons: Reason[] = busy ? [busy] : [];
  const against = (is: boolean, reason: Reason): void => {
    if (is) reasons.push(reason);
  };
  const lastOf = (of: (entry: Memory['shown'][number]) => boolean): number =>
    memory.shown.findLast(of)?.[2] ?? Number.NEGATIVE_INFINITY;
  /** Counts prompts shown since; those held back were not shown, and take nothing from anyone's patience. */
  const shownSince = (at: number): number =>
    memory.shown.filter(([, , shownAt, held]) => !held && shownAt >= at).length;
  const dismissals = Object.values(memory.dismissed);
  const own = memory.dismissed[id];
  const last = lastOf(([prompt]) => prompt === id);
  const since = now - last;

  against(moment.seconds < budget.leastSeconds, 'leastSeconds');
  against(
    budget.notPages.some((page) => isPage(page, url)),
    'excluded',
  );
  against(shownSince(memory.session) >= budget.perSession, 'perSession');
  against(shownSince(now - day) >= budget.perDay, 'perDay');
  against(shownSince(now - 30 * day) >= budget.perMonth, 'perMonth');
  against(
    dismissals.some((at) => now - at < budget.quietHours * 3_600_000),
    'quietHours',
  );
  against(own !== undefined && (!backOffDays || now - own < backOffDays * day), 'dismissed');
  against(
    often.kind === 'ever'
      ? since < Number.POSITIVE_INFINITY
      : often.kind === 'session'
        ? last >= memory.session
        : since < often.days * day,
    'often',
  );
  against(
    !!apartDays && now - lastOf((entry) => entry[1] === kind && !entry[3]) < apartDays * day,
    'apartDays',
  );
  against(hostContextOf(memory.seed, id) * 100 >= sample, 'sample');
  for (const [name, wanted] of Object.entries(conditions) as [keyof Conditions, never][])
    against(wanted !== undefined && !holds[name](wanted, moment, memory, conditions), name);
  return reasons;
};

/** Which prompt is due now: of several the one with the highest priority; of equals the first of the list. */
export const pickPrompt = (
  prompts: readonly PublicPrompt[],
  budget: Omit<PromptBudget, 'on'>,
  moment: Moment,
  memory: Memory,
): PublicPrompt | undefined =>
  prompts.reduce<PublicPrompt | undefined>(
    (best, prompt) =>
      (best && best.priority >= prompt.priority) || reasonsAgainst(prompt, budget, moment, memory).length
        ? best
        : prompt,
    undefined,
  );
