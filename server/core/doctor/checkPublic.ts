import { z } from 'zod';
import type { ProbeFault, Seen } from '../net/probe.ts';
import { maxSkew } from './checkDatabase.ts';
import { bad, type Check, type Finding, good, type Patient, warning } from './finding.ts';

const about = 'Public address';
const day = 24 * 3_600_000;
/** A certificate is renewed by itself a month before; two weeks before, something is wrong with that. */
const soon = 14 * day;

const faults: Record<ProbeFault, [said: string, advice: string]> = {
  unknown_name: ['has no DNS entry', 'Add one, or correct PUBLIC_URL.'],
  refused: ['lets nobody connect', 'Open the port in the firewall, and check that the proxy runs.'],
  timed_out: ['doesn’t answer in 5 seconds', 'Open the port in the firewall, and check that the proxy runs.'],
  expired: ['has a certificate that has expired', 'Renew it, and find out why that doesn’t go by itself.'],
  not_trusted: [
    'has a certificate that browsers don’t trust',
    'Get one for this name: with Caddy that goes by itself, otherwise by certbot.',
  ],
  broken: ['breaks the connection off', 'Look into the proxy’s log.'],
};

const certificateOf = ({ certificateEnds }: Seen, now: number): Finding[] => {
  if (certificateEnds === null) return [];
  const days = Math.floor((certificateEnds - now) / day);
  return [
    certificateEnds - now < soon
      ? warning(
          'Certificate',
          `It ends in ${days} days.`,
          'Renew it, and find out why that doesn’t go by itself.',
        )
      : good('Certificate', `It’s good for ${days} more days.`),
  ];
};

const clockOf = ({ headers }: Seen, now: number): Finding[] => {
  const said = Date.parse(headers.date ?? '');
  return Number.isNaN(said) || Math.abs(said - now) <= maxSkew
    ? []
    : [
        bad(
          'Clock',
          `This machine and the one at the public address differ by ${Math.round(Math.abs(said - now) / 1_000)} seconds.`,
          'Set both by NTP: timedatectl set-ntp true.',
        ),
      ];
};

/** The server's view of whoever comes by the public address. */
const callerSchema = z.object({ forwarded: z.boolean(), believed: z.boolean() });

/** Reads the server's word; null where something else answers: a Foyer of before, or the proxy itself. */
const readCaller = (body: string): z.infer<typeof callerSchema> | null => {
  try {
    return callerSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
};

const proxyOf = async ({ config, probe }: Patient): Promise<Finding[]> => {
  const proxy = 'Proxy';
  if (config.trustedProxies.some((network) => /\/0$/.test(network)))
    return [
      bad(
        proxy,
        'TRUST_PROXY trusts every address, so anyone can pretend to be any address.',
        'Name your proxy’s own address.',
      ),
    ];
  const seen = await probe.get(`${config.publicUrl}/healthz/caller`);
  const caller = 'fault' in seen ? null : readCaller(seen.body);
  if (!caller)
    return [
      warning(
        proxy,
        'The server at the public address doesn’t say how it sees visitors.',
        'Start this version of Foyer there, then look again.',
      ),
    ];
  const { forwarded, believed } = caller;
  if (forwarded && !believed)
    return [
      bad(
        proxy,
        'It says whom it forwards, and isn’t believed: all visitors share one limit.',
        'Set TRUST_PROXY to the proxy’s address.',
      ),
    ];
  if (!forwarded && config.trustedProxies.length)
    return [
      bad(
        proxy,
        'A proxy is trusted, and none says whom it forwards: all visitors share one limit.',
        'Have it send X-Forwarded-For, with the visitor’s address last.',
      ),
    ];
  return [good(proxy, forwarded ? 'Visitors are told apart behind it.' : 'There is none.')];
};

/** The public address: that this Foyer answers there, safely and with the right clock. */
export const checkPublic: Check = async (patient) => {
  const { config, probe, now } = patient;
  const { publicUrl } = config;
  // Any port will do: which one it is, nobody knows before the start.
  if (publicUrl.endsWith(':0')) return [];
  const isLocal = /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(publicUrl);
  const seen = await probe.get(`${publicUrl}/healthz`);
  if ('fault' in seen) {
    const [said, advice] = faults[seen.fault];
    if (seen.fault === 'refused' && isLocal) return [];
    return [bad(about, `${publicUrl} ${said}.`, advice)];
  }
  if (seen.status !== 200 || seen.body.trim() !== 'ok')
    return [
      bad(
        about,
        `Something else answers at ${publicUrl} (${seen.status}).`,
        'Correct PUBLIC_URL, or have the proxy pass every path on to Foyer.',
      ),
    ];
  return [
    publicUrl.startsWith('http:') && !isLocal
      ? bad(
          about,
          `${publicUrl} isn’t https.`,
          'Put a proxy with a certificate before it: logins would go in the clear.',
        )
      : good(about, `Foyer answers at ${publicUrl}.`),
    ...certificateOf(seen, now()),
    ...clockOf(seen, now()),
    ...(await proxyOf(patient)),
  ];
};

/** The port that Foyer listens on. */
export const checkPort: Check = async ({ config: { host, port }, probe }) => {
  const name = 'Port';
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  if (port === 0) return [];
  if (!(await probe.listens(own, port)))
    return [warning(name, `Nothing listens on ${own}:${port}.`, 'Start Foyer, or free it in the firewall.')];
  const seen = await probe.get(`http://${own.includes(':') ? `[${own}]` : own}:${port}/healthz`);
  return 'fault' in seen || seen.body.trim() !== 'ok'
    ? [
        bad(
          name,
          `Another program has ${own}:${port}.`,
          'Stop it, or set PORT to another one: Foyer can’t start on this one.',
        ),
      ]
    : [good(name, `Foyer listens on ${own}:${port}.`)];
};
