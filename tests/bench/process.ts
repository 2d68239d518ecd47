import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Program {
  port: number;
  url: string;
  process: ChildProcess;
  /** Milliseconds from the start to the port. */
  started: number;
  /** Ends it; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program of `programs/` and waits until it says its port. @throws Error with what it printed instead */
export const startProgram = (
  name: string,
  environment: Record<string, string>,
  ...rest: string[]
): Promise<Program> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    const file = fileURLToPath(new URL(`./programs/${name}.mjs`, import.meta.url));
    const child = spawn(process.execPath, [file, ...rest], {
      // The world's names are none of a test's business.
      env: { ...process.env, MAIL_CHECKS: 'off', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const gone = new Promise<void>((resolveGone) => child.once('exit', () => resolveGone()));
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4_000);
      const port = /^port (\d+)$/m.exec(output)?.[1];
      if (!port) return;
      resolve({
        port: Number(port),
        url: `http://127.0.0.1:${port}`,
        process: child,
        started: performance.now() - begin,
        async stop(signal = 'SIGKILL') {
          child.kill(signal);
          await gone;
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void gone.then(() => reject(new Error(`${name} ended:\n${output}`)));
  });

export const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};
