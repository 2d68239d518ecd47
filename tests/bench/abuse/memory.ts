import { readFileSync } from 'node:fs';

const kibibytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** Resident memory of a process and its children, bytes. Linux only. */
export const memoryOf = (pid: number): number => {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return kibibytes(pid) * 1_024 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    // It ended between the list and the look.
    return 0;
  }
};
