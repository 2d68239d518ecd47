import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** True when the shared data lies beside the project; tests that need it are skipped with a printed reason otherwise. */
export const hasSharedData: boolean = existsSync(folder);

if (!hasSharedData)
  console.warn('Skipped: ../shared/data is not there, so tests on real and hostile input do not run.');

export const dataPath = (name: string): string => folder + name;

/** The strings of a hostile list. */
export const hostile = (name: string): string[] => {
  const list = JSON.parse(readFileSync(dataPath(`hostile/${name}.json`), 'utf8')) as unknown[];
  return list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
};
