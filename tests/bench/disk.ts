import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('./programs/disk.c', import.meta.url));

/** A disk for one process that counts syncs, can be full or slow, and can lose power; null without a C compiler. */
export interface FaultyDisk {
  /** For the environment of the process. */
  environment: Record<string, string>;
  syncs(): number;
  setFull(full: boolean): void;
  /** @param microseconds added to each sync */
  setDelay(microseconds: number): void;
  /** Takes back what was written since the last sync of each file, as a power cut does. @returns writes taken back */
  losePower(): number;
  /** Forgets what was written before: a clean start. */
  forget(): void;
}

/** @param keeps whether it remembers what it overwrites, for {@link FaultyDisk.losePower}: that costs a read and a write for each write */
export const makeDisk = (folder: string, keeps = false): FaultyDisk | null => {
  const library = join(folder, 'disk.so');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-w', '-o', library, source, '-ldl', '-lpthread']);
  } catch {
    return null;
  }
  const state = join(folder, 'disk.state');
  const undo = join(folder, 'disk.undo');
  writeFileSync(state, Buffer.alloc(4096));
  const set = (place: number, value: bigint): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value);
    const fd = openSync(state, 'r+');
    writeSync(fd, bytes, 0, 8, place * 8);
    closeSync(fd);
  };
  return {
    environment: { LD_PRELOAD: library, FOYER_DISK_STATE: state, ...(keeps && { FOYER_DISK_UNDO: undo }) },
    syncs() {
      const bytes = Buffer.alloc(8);
      const fd = openSync(state, 'r');
      readSync(fd, bytes, 0, 8, 0);
      closeSync(fd);
      return Number(bytes.readBigInt64LE());
    },
    setFull: (full) => set(1, full ? 1n : 0n),
    setDelay: (microseconds) => set(2, BigInt(microseconds)),
    losePower() {
      const unsynced = new Map<string, { offset: number; size: number; bytes: Buffer }[]>();
      const log = existsSync(undo) ? readFileSync(undo) : Buffer.alloc(0);
      for (let at = 0; at + 16 <= log.length; ) {
        const kind = Number(log.readBigInt64LE(at));
        const length = Number(log.readBigInt64LE(at + 8));
        const path = log.toString('utf8', at + 16, at + 16 + length);
        at += 16 + length;
        if (kind === 2) unsynced.set(path, []);
        else {
          const [offset, size, there] = [0, 8, 16].map((step) => Number(log.readBigInt64LE(at + step))) as [
            number,
            number,
            number,
          ];
          unsynced.set(path, [
            ...(unsynced.get(path) ?? []),
            { offset, size, bytes: log.subarray(at + 24, at + 24 + there) },
          ]);
          at += 24 + there;
        }
      }
      let taken = 0;
      for (const [path, writes] of unsynced) {
        if (!existsSync(path)) continue;
        const fd = openSync(path, 'r+');
        for (const { offset, size, bytes } of writes.reverse()) {
          if (bytes.length) writeSync(fd, bytes, 0, bytes.length, offset);
          ftruncateSync(fd, size);
          taken++;
        }
        closeSync(fd);
      }
      return taken;
    },
    forget() {
      if (existsSync(undo)) truncateSync(undo, 0);
    },
  };
};
