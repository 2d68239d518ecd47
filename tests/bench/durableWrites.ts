import type autocannon from 'autocannon';
import { newId, newSecret } from '../../shared/core/ids.ts';
import type { FaultyDisk } from './disk.ts';
import type { Goal } from './goals.ts';
import { head, pair, row } from './load.ts';
import type { Program } from './process.ts';

/** A message for the bare server: `/messages` commits each, `/grouped` all that arrive in one turn together. */
export const store = (bare: Program, path: '/messages' | '/grouped'): autocannon.Options => ({
  url: bare.url,
  requests: [
    {
      method: 'POST',
      path,
      setupRequest: (request) => ({
        ...request,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: newId(), body: 'x'.repeat(120) }),
      }),
    },
  ],
});

/** Opens conversations on a server. @returns what sends one message after the other to them */
const prepareMessages = async (ours: Program, key: string): Promise<() => autocannon.Options> => {
  const secret = newSecret();
  const conversations: string[] = [];
  for (let count = 0; count < 50; count++) {
    const id = newId();
    conversations.push(id);
    await (
      await fetch(`${ours.url}/api/sites/${key}/questions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ id, title: 'Bench', visibility: 'private', language: 'en' }),
      })
    ).arrayBuffer();
  }
  let next = 0;
  return () => ({
    url: ours.url,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          path: `/api/sites/${key}/conversations/${conversations[next++ % 50]}/messages`,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          body: JSON.stringify({ id: newId(), body: 'x'.repeat(120) }),
        }),
      },
    ],
  });
};

/** Messages that are on disk when they are acknowledged: beside one sync a request, and beside bare group commit. */
export const reportDurableWrites = async (
  ours: Program,
  bare: Program,
  key: string,
  disk: FaultyDisk | null,
): Promise<void> => {
  const message = await prepareMessages(ours, key);

  /** @param goals beside one sync a request, and beside group commit, with 50 connections */
  const writes = async (title: string, goals: { single?: Goal; grouped: Goal }): Promise<void> => {
    console.log(`\n${title}`);
    head();
    for (const connections of [1, 10, 50]) {
      const [own, other] = await pair(
        { ...message(), connections },
        { ...store(bare, '/messages'), connections },
      );
      row(`messages, ${connections} connections`, own, other, connections === 50 ? goals.single : undefined);
    }
    const [own, other] = await pair(
      { ...message(), connections: 50 },
      { ...store(bare, '/grouped'), connections: 50 },
    );
    row('beside bare with group commit, 50', own, other, goals.grouped);
  };
  // No goal beside one sync a request here: where a sync is quick, bare group commit is not ten times that, either.
  await writes('Durable writes beside one sync a request, on this disk as it is', {
    grouped: { atLeast: 0.5, noise: 0.1 },
  });
  if (disk) {
    disk.setDelay(4_000);
    await writes('The same where a sync takes 4 ms longer, as on a network disk', {
      single: { atLeast: 10, noise: 0.1 },
      grouped: { atLeast: 0.6, noise: 0.1 },
    });
  }
};

/** The cost of facts: messages that are acknowledged a second, beside the same server that records none. */
export const reportFactCost = async (ours: Program, without: Program, key: string): Promise<void> => {
  console.log('\nFacts for reports: the same server beside itself without them');
  head();
  const [own, other] = await pair(
    { ...(await prepareMessages(ours, key))(), connections: 50 },
    { ...(await prepareMessages(without, key))(), connections: 50 },
  );
  row('messages with facts, 50', own, other, { atLeast: 0.95, noise: 0.05 });
};
