import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  raw: string;
  parsed: ParsedMail;
  envelope: { from: string; to: string[] };
}

export interface TestMailServer {
  url: string;
  mails: ReceivedMail[];
  /** Its answer after the data: null accepts; a code refuses. */
  answer: number | null;
  /** The login it asks for; null where anybody may send. */
  login: { user: string; password: string } | { user: string; token: string } | null;
  /** Called with each mail that it takes. */
  onMail(mail: ReceivedMail): void;
  close(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it accepts. */
export const startMailServer = async (
  port = 0,
  login: TestMailServer['login'] = null,
): Promise<TestMailServer> => {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: login === null,
    disabledCommands: login === null ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: login !== null && 'token' in login ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'],
    onAuth({ username, password, accessToken }, _, callback) {
      if (given.login !== null && 'token' in given.login) {
        const isTaken = username === given.login.user && accessToken === given.login.token;
        // https://developers.google.com/workspace/gmail/imap/xoauth2-protocol#error_response
        if (isTaken) callback(null, { user: username });
        else
          callback(null, { data: { status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' } });
        return;
      }
      const isRight = username === given.login?.user && password === given.login?.password;
      if (isRight) callback(null, { user: username });
      else callback(new Error('535 not you'));
    },
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (given.answer !== null)
          return callback(Object.assign(new Error('not now'), { responseCode: given.answer }));
        const raw = Buffer.concat(parts);
        simpleParser(raw).then((parsed) => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail: ReceivedMail = {
            raw: raw.toString('utf8'),
            parsed,
            envelope: { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) },
          };
          mails.push(mail);
          given.onMail(mail);
          callback();
        }, callback);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const given: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    answer: null,
    login,
    onMail: () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return given;
};

/** A header of a mail as it came, unfolded; undefined when it is not there. */
export const headerOf = (mail: ReceivedMail, name: string): string | undefined =>
  mail.parsed.headerLines
    .find(({ key }) => key === name.toLowerCase())
    ?.line.replace(/^[^:]*:\s*/, '')
    .replace(/\r?\n\s+/g, ' ');
