import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runEveryCommand } from '../helpers/commands.ts';

test('every command of the program does its work and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-commands-'));
  const { runs, unknown } = await runEveryCommand(folder, {});
  expect(unknown).toEqual([]);
  expect(runs.filter(({ code }) => code !== 0)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
