import { type Load, reasonOf } from './loads.ts';

/** Token of the server’s inbound hook. */
export const inboundToken = 'inbound-token-of-the-bench';

/** The pause of a client that was refused for its rate, milliseconds. */
const refusedPause = 2_000;

const mail = (head: string, body: string): Uint8Array =>
  new TextEncoder().encode(`From: eve@attacker.example\r\n${head}\r\n\r\n${body}`);

/** Mails that are small to send and dear to read, as a provider posts them on. @param to a reply address of ours */
const bombs = (to: string): Uint8Array[] => {
  const reply = `To: ${to}\r\nSubject: Re: Hello\r\n`;
  const html = `${reply}Content-Type: text/html`;
  return [
    mail(`To: ${'g:;'.repeat(200_000)}`, 'x'),
    mail(`Delivered-To: ${to}\r\nTo: ${'g:;'.repeat(30_000)}`, 'x'),
    mail(`${reply}Cc: ${'a@b.example, '.repeat(8_000)}c@d.example`, 'x'),
    mail(`${reply}Content-Type: text/plain`, '\n'.repeat(2_000_000)),
    mail(html, '<div>'.repeat(200_000)),
    mail(html, '<a href=x>'.repeat(200_000)),
    mail(html, `<table>${'<tr><td>x'.repeat(200_000)}`),
    mail(`${reply}Content-Type: multipart/mixed; boundary=a`, '--a\r\n'.repeat(200_000)),
    mail(`${reply}Content-Type: text/plain`, '> a\nEve <a@b.example> 10:00 2026:\n'.repeat(60_000)),
  ];
};

/** @param addresses reply addresses of mails that the server sent: what answers none of them is not read */
export const mailBombs = (senders: number, addresses: readonly string[]): Load => {
  let mails: Uint8Array[] = [];
  return {
    name: 'mail bombs',
    async prepare() {
      mails = addresses.flatMap(bombs);
    },
    async run(target, isOver, seen) {
      const attack = async (index: number): Promise<void> => {
        for (let turn = index * 5; !isOver(); turn++)
          await target
            .request('POST', '/api/mail/inbound', {
              address: `198.51.100.${200 + index}`,
              headers: { authorization: `Bearer ${inboundToken}`, 'content-type': 'message/rfc822' },
              body: mails[turn % mails.length] ?? new Uint8Array(),
            })
            .then(async (reply) => {
              seen(reply.ok ? ((await reply.json()) as { result: string }).result : await reasonOf(reply));
              if (reply.status === 429) await new Promise((resolve) => setTimeout(resolve, refusedPause));
            })
            .catch(() => seen('lost'));
      };
      await Promise.all(Array.from({ length: senders }, (_, index) => attack(index)));
    },
  };
};
