import { connect } from 'node:net';
import { newId, newSecret } from '../../../shared/core/ids.ts';
import { type Load, reasonOf } from './loads.ts';

/* Loads of many small requests: each is cheap to send, and none is what a person does. */

/** The pause of a client that was refused for its rate, milliseconds. */
const refusedPause = 2_000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Conversations that begin on so many different page addresses, each as long as one may be. */
export const longAddresses = (count: number): Load => {
  let tail = '';
  return {
    name: `${count.toLocaleString('en')} long page addresses`,
    async prepare() {
      tail = 'ä/'.repeat(800).slice(0, 1_500);
    },
    async run(target, isOver, seen) {
      let sent = 0;
      const attack = async (index: number): Promise<void> => {
        while (!isOver() && sent < count) {
          const number = sent++;
          const url = `https://www.attacker.example/${number}/${tail}?n=${number}`;
          await target
            .request('POST', '/api/sites/bench/chats', {
              address: `198.18.${(number >> 8) & 255}.${number & 255}`,
              headers: { authorization: `Bearer ${newSecret()}` },
              body: { id: newId(), body: 'Hello', language: 'en', page: { url, title: 'x' } },
            })
            .then(async (reply) => {
              seen(await reasonOf(reply));
              if (reply.status === 429) await pause(refusedPause);
            })
            .catch(() => seen('lost'));
        }
        // Who is through rests: what was stored is still there.
        while (!isOver()) await pause(100 + index);
      };
      await Promise.all(Array.from({ length: 20 }, (_, index) => attack(index)));
    },
  };
};

/** Texts that Markdown parsers find hard, as long as a message may be. */
const hostileMarkdown = [
  '['.repeat(10_000),
  '> '.repeat(5_000),
  '*a **b '.repeat(1_400),
  '![](('.repeat(2_000),
  `${'`'.repeat(4_999)} ${'`'.repeat(5_000)}`,
  '- '.repeat(5_000),
  '<a href="'.repeat(1_100),
  '&#x'.repeat(3_300),
  'http://a.'.repeat(1_100),
  '_a'.repeat(5_000),
];

/** Visitors who send hostile Markdown all at once, and again when all were answered. */
export const markdownFloods = (senders: number): Load => ({
  name: `${senders} hostile Markdown messages at once`,
  async prepare() {},
  async run(target, isOver, seen) {
    for (let round = 0; !isOver(); round++) {
      const send = async (index: number): Promise<void> => {
        await target
          .request('POST', '/api/sites/bench/chats', {
            address: `198.19.${round & 255}.${index + 1}`,
            headers: { authorization: `Bearer ${newSecret()}` },
            body: {
              id: newId(),
              body: hostileMarkdown[(round + index) % hostileMarkdown.length]!,
              language: 'en',
            },
          })
          .then(async (reply) => seen(await reasonOf(reply)))
          .catch(() => seen('lost'));
      };
      await Promise.all(Array.from({ length: senders }, (_, index) => send(index)));
    }
  },
});

/** Connections whose headers never end: one more byte a second, and another when the server has shut one. */
export const halfOpen = (count: number): Load => ({
  name: `${count.toLocaleString('en')} half-open connections`,
  async prepare() {},
  async run(target, isOver, seen) {
    const { hostname, port } = new URL(target.url);
    const hold = async (): Promise<void> => {
      while (!isOver()) {
        const socket = connect(Number(port), hostname);
        let answer = '';
        let isShut = false;
        socket.on('error', () => {
          isShut = true;
        });
        socket.on('close', () => {
          isShut = true;
        });
        socket.on('data', (bytes) => {
          answer ||= bytes.toString('latin1').split('\r\n')[0] ?? '';
        });
        socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
        while (!isShut && !isOver()) {
          await pause(1_000);
          if (!isShut) socket.write('a');
        }
        seen(answer || (isShut ? 'shut' : 'held'));
        socket.destroy();
      }
    };
    await Promise.all(Array.from({ length: count }, hold));
  },
});
