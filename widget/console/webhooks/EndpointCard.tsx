import { useState } from 'preact/hooks';
import type { Endpoint, Webhooks } from '../../../shared/webhooks/schema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { Deliveries } from './Deliveries.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import type { WebhooksModel } from './model.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { SecretPart } from './SecretPart.tsx';
import { reasonText, type WebhookTexts } from './texts.ts';

type Part = 'edit' | 'secret' | 'deliveries';

/** The health of an endpoint, in a few lines. */
const Health = ({ texts, endpoint }: { texts: WebhookTexts; endpoint: Endpoint }) => {
  const { tag } = useTexts();
  const { state, failingSince, lastDelivered, waiting, failed } = endpoint;
  const looks = {
    on: failingSince === null ? 'done' : 'waiting',
    off: 'off',
    gone: 'failed',
    failing: 'failed',
  };
  const look = looks[state];
  const counts = [
    waiting > 0 && fill(texts.waiting, { count: waiting }),
    failed > 0 && fill(texts.failed, { count: failed }),
  ].filter(Boolean);
  return (
    <>
      <p>
        <span class={`health ${look}`} aria-hidden="true" /> {texts[`state_${state}`]}
        {counts.length > 0 && <span class="quiet"> · {counts.join(' · ')}</span>}
      </p>
      <p class="quiet">
        {lastDelivered === null
          ? texts.neverDelivered
          : fill(texts.lastDelivered, { time: stamp(tag, lastDelivered) })}{' '}
        {failingSince !== null && fill(texts.failingSince, { time: stamp(tag, failingSince) })}{' '}
        {state === 'failing' && texts.heldHint}
      </p>
    </>
  );
};

/** Sends a test, and says what came of it. */
const useTest = (texts: WebhookTexts, model: WebhooksModel, endpoint: string) => {
  const [tested, setTested] = useState('');
  const test = async (): Promise<void> => {
    setTested('');
    const made = await model.test(endpoint);
    const [attempt] = made?.attempts ?? [];
    if (!attempt) return;
    const { status, reason, duration } = attempt;
    setTested(
      reason === ''
        ? fill(texts.testGood, { status: status ?? 0, duration })
        : fill(texts.testBad, { reason: reasonText(texts, reason, status) }),
    );
  };
  return { tested, test };
};

/** One endpoint: how it is, and what can be done with it. */
export const EndpointCard = ({
  texts,
  model,
  endpoint,
  types,
}: {
  texts: WebhookTexts;
  model: WebhooksModel;
  endpoint: Endpoint;
  types: Webhooks['types'];
}) => {
  const [part, setPart] = useState<Part | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const { tested, test } = useTest(texts, model, endpoint.id);
  const isOn = endpoint.state === 'on';
  const toggle = (one: Part, text: string) => (
    <button type="button" aria-expanded={part === one} onClick={() => setPart(part === one ? null : one)}>
      {text}
    </button>
  );
  return (
    <section class="card webhook" aria-label={endpoint.url}>
      <h2 dir="ltr">{endpoint.url}</h2>
      {endpoint.description && <p dir="auto">{endpoint.description}</p>}
      <Health texts={texts} endpoint={endpoint} />
      <p role="status" class="webhook-tested">
        {tested}
      </p>
      <div class="actions">
        <button type="button" onClick={() => void test()}>
          {texts.test}
        </button>
        {toggle('deliveries', texts.deliveries)}
        {toggle('secret', texts.secret)}
        {toggle('edit', texts.edit)}
        <button
          type="button"
          class={isOn ? '' : 'primary'}
          onClick={() => void model.change(endpoint.id, { on: !isOn })}
        >
          {isOn ? texts.turnOff : texts.turnOn}
        </button>
        <button type="button" onClick={() => setLeaving(true)}>
          {texts.remove}
        </button>
      </div>
      {part === 'edit' && (
        <EndpointForm
          texts={texts}
          types={types}
          start={endpoint}
          button={texts.save}
          cancel={() => setPart(null)}
          save={async ({ url, description, types: chosen }) => {
            const taken = await model.change(endpoint.id, { url, description, types: chosen });
            if (taken) setPart(null);
            return taken;
          }}
        />
      )}
      {part === 'secret' && <SecretPart texts={texts} model={model} endpoint={endpoint} />}
      {part === 'deliveries' && <Deliveries texts={texts} model={model} endpoint={endpoint} />}
      {isLeaving && (
        <ConfirmDialog
          question={fill(texts.removeSure, { url: endpoint.url })}
          action={texts.remove}
          done={(sure) => {
            setLeaving(false);
            if (sure) void model.remove(endpoint.id);
          }}
        />
      )}
    </section>
  );
};
