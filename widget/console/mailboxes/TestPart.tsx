import type { MailFault } from '../../../shared/core/mail/connection.ts';
import type { Mailbox } from '../../../shared/mailboxes/schema.ts';
import { faultText, type MailboxTexts } from './texts.ts';

type Test = NonNullable<Mailbox['test']>;
/** Its sign: `waiting` for advice, which keeps nothing from working. */
type Line = readonly [look: 'done' | 'failed' | 'waiting', text: string];

const step = (texts: MailboxTexts, found: 'good' | MailFault | null, good: string): Line[] =>
  found === null ? [] : found === 'good' ? [['done', good]] : [['failed', faultText(texts, found)]];

const adviceLook = (state: string): 'done' | 'waiting' => (state === 'good' ? 'done' : 'waiting');

/** A test's findings, each in a sentence, in the order in which they were made. */
const linesOf = (texts: MailboxTexts, test: Test): Line[] => [
  ...step(texts, test.sent, texts.step_sent),
  // Twice the same fault is one.
  ...(test.opened !== 'good' && test.opened === test.sent ? [] : step(texts, test.opened, texts.step_opened)),
  ...(test.arrived === null
    ? []
    : [
        test.arrived === 'good'
          ? (['done', texts.step_arrived] as const)
          : (['failed', texts.missing] as const),
      ]),
  ...(test.spf ? [[adviceLook(test.spf), texts[`spf_${test.spf}`]] as const] : []),
  ...(test.dkim ? [[adviceLook(test.dkim), texts[`dkim_${test.dkim}`]] as const] : []),
  ...(test.dmarc ? [[adviceLook(test.dmarc), texts[`dmarc_${test.dmarc}`]] as const] : []),
];

/** The last test of a mailbox: what works, and what to do about the rest. */
export const TestPart = ({ texts, test }: { texts: MailboxTexts; test: Test }) => (
  <div role="status" class="mailbox-test">
    <ul class="plain-list">
      {linesOf(texts, test).map(([look, text]) => (
        <li key={text}>
          <span class={`health ${look}`} aria-hidden="true" /> {text}
        </li>
      ))}
    </ul>
    {test.endedAt === null && <p class="quiet">{texts.testing}</p>}
  </div>
);
