import { useEffect, useRef, useState } from 'preact/hooks';
import type { Delivery, DeliveryDetails } from '../../../shared/webhooks/schema.ts';
import { logStamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import type { WebhooksModel } from './model.ts';
import { reasonText, type WebhookTexts } from './texts.ts';

/** JSON with line breaks, for reading. */
const readable = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);

/** A delivery and the outcome of each try; loaded when it is opened. */
export const DeliveryPart = ({
  texts,
  model,
  endpoint,
  delivery,
  changed,
}: {
  texts: WebhookTexts;
  model: WebhooksModel;
  endpoint: string;
  delivery: Delivery;
  changed(): Promise<void>;
}) => {
  const { tag } = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const [details, setDetails] = useState<DeliveryDetails | null>(null);
  useEffect(() => {
    const holder = root.current?.closest('details');
    const look = (): void => {
      if (holder?.open) void model.details(endpoint, delivery.id).then(setDetails);
    };
    holder?.addEventListener('toggle', look);
    look();
    return () => holder?.removeEventListener('toggle', look);
  }, [delivery]);
  const again = async (): Promise<void> => {
    const fresh = await model.resend(endpoint, delivery.id);
    if (!fresh) return;
    setDetails(fresh);
    await changed();
  };
  return (
    <div class="delivery-more" ref={root}>
      {details && (
        <>
          <h4>{texts.attempts}</h4>
          {details.attempts.length === 0 && <p class="quiet">{texts.noAttempts}</p>}
          <ol class="plain-list">
            {details.attempts.map(({ at, status, reason, duration, answer }) => (
              <li key={at}>
                {logStamp(tag, at)} · {reasonText(texts, reason, status)} · {duration} ms
                {answer && (
                  <p class="quiet answer-line" dir="auto">
                    {fill(texts.answer, { answer })}
                  </p>
                )}
              </li>
            ))}
          </ol>
          <h4>{texts.request}</h4>
          <pre class="code webhook-body" dir="ltr" tabIndex={0}>
            {`webhook-id: msg_${delivery.id}\n\n${readable(details.body)}`}
          </pre>
          <button type="button" onClick={() => void again()}>
            {texts.again}
          </button>
        </>
      )}
    </div>
  );
};
