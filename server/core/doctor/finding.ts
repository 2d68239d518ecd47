import type { Config } from '../../config.ts';
import type { Probe } from '../net/probe.ts';

/** The doctor's word on one thing. */
export interface Finding {
  /** The thing, in a word or two. */
  about: string;
  /** `bad`: something doesn't work, or will be lost. `warning`: it works, and could be better. */
  state: 'good' | 'warning' | 'bad';
  /** The state of it, in a sentence. */
  said: string;
  /** The way to mend it; there where there is something to mend. */
  advice?: string;
}

/** The installation that is looked at, and the instruments. */
export interface Patient {
  config: Config;
  /** Folder of `sqlite/` and `postgres/`. */
  migrations: string;
  now(): number;
  /** Free and whole space of a folder's disk, bytes. */
  space(folder: string): Promise<{ free: number; whole: number }>;
  probe: Probe;
}

/** A look at one thing. Says what it found, and never throws for what is wrong with it. */
export type Check = (patient: Patient) => Promise<Finding[]>;

export const good = (about: string, said: string): Finding => ({ about, state: 'good', said });
export const warning = (about: string, said: string, advice: string): Finding => ({
  about,
  state: 'warning',
  said,
  advice,
});
export const bad = (about: string, said: string, advice: string): Finding => ({
  about,
  state: 'bad',
  said,
  advice,
});
