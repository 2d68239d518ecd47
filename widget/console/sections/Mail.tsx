import { useEffect, useState } from 'preact/hooks';
import { maxAddresses, maxSignature } from '../../../shared/core/mail/addressLimits.ts';
import type { MailAddress } from '../../../shared/core/mail/settings.ts';
import { getOverview } from '../../../shared/inbox/routes.ts';
import type { Team } from '../../../shared/inbox/schema.ts';
import { CheckField, Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import { languageName } from '../../core/staff/i18n.ts';
import { Copy } from '../Copy.tsx';
import { useConsole, useTexts } from '../context.ts';
import { lazySection } from '../lazySection.tsx';

const Mailboxes = lazySection(async () => (await import('../mailboxes/Mailboxes.tsx')).Mailboxes);

const path = ['settings', 'mail', 'addresses'];

/** One address: where its conversations go, and what its replies look like. */
const AddressFields = ({ at, teams }: { at: number; teams: readonly Team[] }) => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const { mail, languages } = model.drafted().settings;
  const given = mail.addresses[at];
  if (!given) return null;
  const change = (more: Partial<MailAddress>): void =>
    model.set(
      path,
      mail.addresses.map((one, place) => (place === at ? { ...one, ...more } : one)),
    );
  const refused = (field: string) => model.refused([...path, at, field].join('.'));
  const chosen = given.language && !languages.includes(given.language) ? [given.language] : [];
  return (
    <fieldset class="entry">
      <legend class="unseen">{given.address || texts.mailNew}</legend>
      <TextField
        label={texts.mailAddress}
        type="email"
        dir="ltr"
        required
        maxLength={254}
        value={given.address}
        refused={refused('address')}
        onValue={(address) => change({ address: address.trim() })}
      />
      <div class="pair">
        <SelectField
          label={texts.mailTeam}
          value={given.team ?? ''}
          options={[['', texts.everybody], ...teams.map(({ id, name }) => [id, name] as const)]}
          refused={refused('team')}
          onValue={(team) => change({ team: team || null })}
        />
        <SelectField
          label={texts.mailLanguage}
          value={given.language}
          options={[
            ['', texts.mailMainLanguage],
            ...[...languages, ...chosen].map((language) => [language, languageName(tag, language)] as const),
          ]}
          refused={refused('language')}
          onValue={(language) => change({ language })}
        />
      </div>
      <Field label={texts.mailSignature} hint={texts.mailSignatureHint} refused={refused('signature')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            dir="auto"
            maxLength={maxSignature}
            value={given.signature}
            onInput={(event) => change({ signature: event.currentTarget.value })}
          />
        )}
      </Field>
      <CheckField
        label={texts.mailAcknowledges}
        hint={texts.mailAcknowledgesHint}
        value={given.acknowledges}
        onValue={(acknowledges) => change({ acknowledges })}
      />
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            model.set(
              path,
              mail.addresses.filter((_, place) => place !== at),
            )
          }
        >
          {texts.remove}
        </button>
      </div>
    </fieldset>
  );
};

/** The site's teams; none until they are loaded. */
const useTeams = (): readonly Team[] => {
  const model = useConsole();
  const [teams, setTeams] = useState<readonly Team[]>([]);
  useEffect(() => {
    void model.attempt(model.call(getOverview, {})).then((found) => found && setTeams(found.teams));
  }, [model]);
  return teams;
};

/** Addresses that come in by the installation's own mailbox. */
const Addresses = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { addresses } = model.drafted().settings.mail;
  const teams = useTeams();
  const blank: MailAddress = { address: '', team: null, language: '', signature: '', acknowledges: false };
  return (
    <section class="card" aria-labelledby="mail-addresses">
      <h2 id="mail-addresses">{texts.mailTitle}</h2>
      <p class="quiet">{texts.mailHint}</p>
      {addresses.length === 0 && <p class="empty">{texts.mailNone}</p>}
      {addresses.map((_, at) => (
        <AddressFields key={at} at={at} teams={teams} />
      ))}
      {addresses.length < maxAddresses && (
        <div class="actions">
          <button type="button" onClick={() => model.set(path, [...addresses, blank])}>
            {texts.mailAdd}
          </button>
        </div>
      )}
    </section>
  );
};

/** A form on the owner's page, to begin with. */
const formCode = (
  site: string,
): string => `<form action="${location.origin}/sites/${site}/form" method="post" enctype="multipart/form-data">
  <label>Name <input name="name" autocomplete="name"></label>
  <label>Email <input name="email" type="email" autocomplete="email" required></label>
  <label>Subject <input name="subject"></label>
  <label>Order number <input name="Order number"></label>
  <label>Message <textarea name="message" required></textarea></label>
  <label>File <input name="file" type="file"></label>
  <input name="website" tabindex="-1" autocomplete="off" hidden>
  <input name="_next" type="hidden" value="">
  <button>Send</button>
</form>`;

/** A form on the owner's own page, addressed to us. */
const ContactForm = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { contactForm } = model.drafted().settings;
  const teams = useTeams();
  return (
    <section class="card" aria-labelledby="contact-form">
      <h2 id="contact-form">{texts.formTitle}</h2>
      <p class="quiet">{texts.formHint}</p>
      <CheckField
        label={texts.formOn}
        value={contactForm.on}
        onValue={(on) => model.set(['settings', 'contactForm', 'on'], on)}
      />
      {contactForm.on && (
        <>
          <SelectField
            label={texts.mailTeam}
            value={contactForm.team ?? ''}
            options={[['', texts.everybody], ...teams.map(({ id, name }) => [id, name] as const)]}
            refused={model.refused('settings.contactForm.team')}
            onValue={(team) => model.set(['settings', 'contactForm', 'team'], team || null)}
          />
          <Copy label={texts.formCode} text={formCode(model.loaded().key)} />
        </>
      )}
    </section>
  );
};

/** Mailboxes and addresses at which the site takes mail. */
export const Mail = () => (
  <>
    <Mailboxes />
    <Addresses />
    <ContactForm />
  </>
);
