import { readFileSync } from 'node:fs';
import type { Program } from '../process.ts';

/** The memory of a process, bytes. Linux only. */
export interface Held {
  name: string;
  /** Resident memory as it stands in the machine: pages that several processes share are divided among them. */
  share: number;
  /** Resident memory with all shared pages in full, and the share of it that is the files of its program. */
  resident: number;
  files: number;
}

/** Bytes that a file of `/proc` gives for a field, in kibibytes there; 0 where it doesn't. */
const bytesIn = (text: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) * 1_024;

const heldBy = (pid: number): Held => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return {
    name: command.find((word) => /\.m?js$/.test(word))?.replace(/.*\//, '') ?? command[0] ?? '',
    share: bytesIn(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss'),
    resident: bytesIn(status, 'VmRSS'),
    files: bytesIn(status, 'RssFile'),
  };
};

/** A process and its children. */
export const processesOf = (pid: number): Held[] => {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [heldBy(pid), ...children.flatMap((child) => processesOf(Number(child)))];
  } catch {
    // It ended between the list and the look.
    return [];
  }
};

/**
 * Measures the memory of the server's main thread and of each of its processes, at the moment when all held the most.
 */
export const watchMemory = ({ process: { pid, stdout } }: Program) => {
  let own: Record<string, number> = {};
  let peak: { total: number; processes: Held[]; own: Record<string, number> } = {
    total: 0,
    processes: [],
    own,
  };
  const read = (chunk: Buffer): void => {
    const line = chunk
      .toString()
      .split('\n')
      .findLast((each) => /^memory \{.*\}$/.test(each));
    if (line) own = JSON.parse(line.slice('memory '.length)) as Record<string, number>;
  };
  stdout?.on('data', read);
  const look = (): void => {
    const processes = pid === undefined ? [] : processesOf(pid);
    const total = processes.reduce((sum, { share }) => sum + share, 0);
    if (total > peak.total) peak = { total, processes, own };
  };
  const timer = setInterval(look, 100);
  return {
    end() {
      clearInterval(timer);
      stdout?.off('data', read);
      return peak;
    },
  };
};

const mebibytes = (bytes: number): string => `${(bytes / 1_024 / 1_024).toFixed(0)} MiB`;

/** Lines that say who held what. */
export const describeMemory = ({
  processes,
  own,
}: ReturnType<ReturnType<typeof watchMemory>['end']>): string[] => [
  ...processes.map(
    ({ name, share, resident, files }) =>
      `${name}: ${mebibytes(share)} (${mebibytes(resident)} with shared pages in full, of it ${mebibytes(files)} program files)`,
  ),
  `its main thread: ${Object.entries(own)
    .map(([name, bytes]) => `${name} ${mebibytes(bytes)}`)
    .join(', ')}; the rest are threads, SQLite and what libraries allocated`,
];
