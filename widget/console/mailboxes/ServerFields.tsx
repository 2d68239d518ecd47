import type { MailServer } from '../../../shared/core/mail/connection.ts';
import { securities } from '../../../shared/core/mail/mailServers.ts';
import { NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import type { MailboxTexts } from './texts.ts';

/** Ports that go with an encryption, as every provider has them. */
const usual = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
} as const;

/** A mail server: its name, its port, and how the line is kept from others. */
export const ServerFields = ({
  texts,
  part,
  value,
  onValue,
}: {
  texts: MailboxTexts;
  part: 'imap' | 'smtp';
  value: MailServer;
  onValue(value: MailServer): void;
}) => {
  const refused = useConsole().problem.value?.fields ?? {};
  return (
    <>
      <TextField
        label={texts.host}
        dir="ltr"
        required
        maxLength={253}
        autocomplete="off"
        placeholder={`${part}.example.com`}
        value={value.host}
        refused={refused[`${part}.host`]}
        onValue={(host) => onValue({ ...value, host: host.trim() })}
      />
      <div class="pair">
        <SelectField
          label={texts.security}
          value={value.security}
          options={securities.map((one) => [one, texts[`security_${one}`]] as const)}
          refused={refused[`${part}.security`]}
          onValue={(security) => {
            // Who has typed a port of their own keeps it.
            const isUsual = value.port === usual[part][value.security];
            onValue({ ...value, security, port: isUsual ? usual[part][security] : value.port });
          }}
        />
        <NumberField
          label={texts.port}
          min={1}
          max={65_535}
          value={value.port}
          refused={refused[`${part}.port`]}
          onValue={(port) => onValue({ ...value, port })}
        />
      </div>
    </>
  );
};
