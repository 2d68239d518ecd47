import { statfs } from 'node:fs/promises';
import type { Command } from '../cli.ts';
import { createProbe } from '../net/probe.ts';
import { checkDatabase } from './checkDatabase.ts';
import { checkFolder, checkSecrets, checkSpace } from './checkFolder.ts';
import { checkMailIn, checkMailOut } from './checkMail.ts';
import { checkPort, checkPublic } from './checkPublic.ts';
import type { Check, Finding, Patient } from './finding.ts';

const checks: readonly Check[] = [
  checkFolder,
  checkSpace,
  checkSecrets,
  checkDatabase,
  checkPort,
  checkPublic,
  checkMailOut,
  checkMailIn,
];

/** Looks at everything, one after the other: what is slow is said to be. */
export const examine = async (patient: Patient): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await check(patient)));
  return findings;
};

const marks = { good: 'ok  ', warning: 'warn', bad: 'BAD ' } as const;

/** Findings as lines for a terminal. */
export const describeFindings = (findings: readonly Finding[]): string[] => {
  const count = (state: Finding['state']): number => findings.filter((one) => one.state === state).length;
  return [
    ...findings.flatMap(({ about, state, said, advice }) => [
      `${marks[state]}  ${about}: ${said}`,
      ...(advice ? [`      → ${advice}`] : []),
    ]),
    '',
    count('bad')
      ? `${count('bad')} to be mended, ${count('warning')} to look at.`
      : count('warning')
        ? `It works. ${count('warning')} to look at.`
        : 'All is well.',
  ];
};

/** @param migrations the folder of the schema's steps */
export const doctorCommand = (migrations: string): Command => ({
  help: `doctor                            looks at configuration, folder, disk, database, clock, port, public address,
                                          certificate, proxy and email, and says what to do; changes nothing`,
  async run(shell) {
    const findings = await examine({
      config: shell.config(),
      migrations,
      now: Date.now,
      async space(folder) {
        const { bavail, bsize, blocks } = await statfs(folder);
        return { free: bavail * bsize, whole: blocks * bsize };
      },
      probe: createProbe(),
    });
    for (const line of describeFindings(findings)) console.log(line);
    return findings.some(({ state }) => state === 'bad') ? 1 : 0;
  },
});
