import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ownEmails, ownHostile, ownPhones } from './ownHostile.ts';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/**
 * True when the large sets lie beside the project. Without them, tests run on the project's own small set, and those
 * that need a file of another system are skipped.
 */
export const hasSharedData: boolean = existsSync(folder);

if (!hasSharedData)
  console.warn(
    'Skipped: ../shared/data is not there. Hostile input comes from our own small set alone, and the files of other systems are left out.',
  );

export const dataPath = (name: string): string => folder + name;

/** A large set, where it lies beside the project. */
const large = (name: string): unknown[] =>
  existsSync(dataPath(name)) ? (JSON.parse(readFileSync(dataPath(name), 'utf8')) as unknown[]) : [];

/** The strings of a hostile list: our own, and all of the large set where it is there. */
export const hostile = (name: keyof typeof ownHostile): string[] => [
  ...ownHostile[name],
  ...large(`hostile/${name}.json`).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))),
];

/** Phone numbers that are none, or not quite. */
export const hostilePhones = (): string[] => [
  ...ownPhones,
  ...(large('phones/phones-hostile.json') as string[]),
];

/** Email addresses with the verdict on them. */
export const emailVerdicts = (): [address: string, verdict: string][] => [
  ...ownEmails,
  ...(large('hostile/emails-verdict.json') as [string, string][]),
];
