import type { MailFault } from '../../../shared/core/mail/connection.ts';
import type { Mailbox } from '../../../shared/mailboxes/schema.ts';
import { faultText, type MailboxTexts } from './texts.ts';

type Test = NonNullable<Mailbox['test']>;
type Line = readonly [isGood: boolean, text: string];

const step = (texts: MailboxTexts, found: 'good' | MailFault | null, good: string): Line[] =>
  found === null ? [] : found === 'good' ? [[true, good]] : [[false, faultText(texts, found)]];

/** A test's findings, each in a sentence, in the order in which they were made. */
const linesOf = (texts: MailboxTexts, test: Test): Line[] => [
  ...step(texts, test.sent, texts.step_sent),
  // Twice the same fault is one.
  ...(test.opened !== 'good' && test.opened === test.sent ? [] : step(texts, test.opened, texts.step_opened)),
  ...(test.arrived === null
    ? []
    : [[test.arrived === 'good', test.arrived === 'good' ? texts.step_arrived : texts.missing] as const]),
  ...(test.spf ? [[test.spf === 'good', texts[`spf_${test.spf}`]] as const] : []),
  ...(test.dkim ? [[test.dkim === 'good', texts[`dkim_${test.dkim}`]] as const] : []),
  ...(test.dmarc ? [[test.dmarc === 'good', texts[`dmarc_${test.dmarc}`]] as const] : []),
];

/** The last test of a mailbox: what works, and what to do about the rest. */
export const TestPart = ({ texts, test }: { texts: MailboxTexts; test: Test }) => (
  <div role="status" class="mailbox-test">
    <ul class="plain-list">
      {linesOf(texts, test).map(([isGood, text]) => (
        <li key={text}>
          <span class={`health ${isGood ? 'done' : 'failed'}`} aria-hidden="true" /> {text}
        </li>
      ))}
    </ul>
    {test.endedAt === null && <p class="quiet">{texts.testing}</p>}
  </div>
);
