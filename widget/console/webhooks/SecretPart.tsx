import { useState } from 'preact/hooks';
import type { Endpoint } from '../../../shared/webhooks/schema.ts';
import { SelectField } from '../../core/staff/fields.tsx';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import type { WebhooksModel } from './model.ts';
import type { WebhookTexts } from './texts.ts';

const hour = 3_600_000;
const overlaps = ['0', '1', '24', '168'] as const;
type Overlap = (typeof overlaps)[number];

/** The secret that signs: shown when it is asked for, and made anew with an overlap. */
export const SecretPart = ({
  texts,
  model,
  endpoint,
}: {
  texts: WebhookTexts;
  model: WebhooksModel;
  endpoint: Endpoint;
}) => {
  const { tag } = useTexts();
  const [secret, setSecret] = useState<string | null>(null);
  const [isRotating, setRotating] = useState(false);
  const [overlap, setOverlap] = useState<Overlap>('24');
  const rotate = async (): Promise<void> => {
    const fresh = await model.rotate(endpoint.id, Number(overlap) * hour);
    if (!fresh) return;
    setSecret(fresh);
    setRotating(false);
  };
  return (
    <div>
      <h3>{texts.secret}</h3>
      <p class="quiet">{texts.secretHint}</p>
      {endpoint.oldSecretUntil !== null && (
        <p>{fill(texts.oldUntil, { time: stamp(tag, endpoint.oldSecretUntil) })}</p>
      )}
      {secret && <Copy text={secret} label={texts.secret} />}
      {isRotating ? (
        <>
          <p>{texts.rotateSure}</p>
          <SelectField
            label={texts.keepOld}
            value={overlap}
            options={overlaps.map((hours) => [hours, texts[`keep_${hours}`]] as const)}
            onValue={(hours) => setOverlap(hours)}
          />
          <div class="actions">
            <button type="button" class="primary" onClick={() => void rotate()}>
              {texts.rotate}
            </button>
            <button type="button" onClick={() => setRotating(false)}>
              {texts.cancel}
            </button>
          </div>
        </>
      ) : (
        <div class="actions">
          <button
            type="button"
            onClick={() => (secret ? setSecret(null) : void model.secret(endpoint.id).then(setSecret))}
          >
            {secret ? texts.hide : texts.show}
          </button>
          <button type="button" onClick={() => setRotating(true)}>
            {texts.rotate}
          </button>
        </div>
      )}
    </div>
  );
};
