import { ownText } from './about.ts';
import { FieldError, type IntakeProps } from './IntakeField.tsx';

/** The visitor's consent, where the owner asks for one. */
export const ConsentField = (given: IntakeProps) => {
  const { texts, text, about } = given;
  const rules = about.rules.value;
  const consent = ownText(rules?.consent ?? {}, texts.language);
  if (!rules || !consent) return null;
  return (
    <div class="reach">
      <label class="agree">
        <input
          type="checkbox"
          checked={about.consent.value}
          required
          aria-invalid={Boolean(about.errors.value.consent)}
          aria-describedby="foyer-consent"
          onChange={(event) => about.set('consent', event.currentTarget.checked)}
        />
        <span dir="auto">{consent}</span>
      </label>
      {rules.consentLink && (
        <a href={rules.consentLink} target="_blank" rel="noopener noreferrer">
          {text('consentMore')}
        </a>
      )}
      <FieldError {...given} field="consent" id="foyer-consent" />
    </div>
  );
};
