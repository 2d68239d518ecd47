import type { Device } from '../../../shared/core/prompts/options.ts';
import { newMemory } from '../../../shared/core/prompts/memory.ts';
import type { Memory, Moment } from '../../../shared/core/prompts/rules.ts';

/** A visit that prompts are tried with. */
export interface Visit {
  url: string;
  seconds: number;
  /** Percent of the page. */
  scroll: number;
  pagesSeen: number;
  device: Device;
  language: string;
  /** The name of an event that the page tracked; empty for none. */
  event: string;
  exit: boolean;
  open: boolean;
  online: boolean;
  returning: boolean;
}

export const newVisit = (): Visit => ({
  url: location.origin,
  seconds: 30,
  scroll: 50,
  pagesSeen: 1,
  device: 'desktop',
  language: 'en',
  event: '',
  exit: false,
  open: true,
  online: true,
  returning: false,
});

const isAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** The moment of a visit, and what the visitor's browser would remember, as the rules take them. */
export const momentOf = (visit: Visit): { moment: Moment; memory: Memory } => {
  const { event, returning, ...attributes } = visit;
  const now = Date.now();
  const moment = {
    ...attributes,
    url: isAddress(attributes.url) ? attributes.url : location.origin,
    now,
    referrer: '',
    idle: attributes.seconds,
    tracked: event ? [{ name: event, attributes: {}, at: now }] : [],
    attributes: {},
    busy: '' as const,
  };
  const memory = newMemory(0, now);
  if (returning) memory.first = now - 7 * 86_400_000;
  return { moment, memory };
};
