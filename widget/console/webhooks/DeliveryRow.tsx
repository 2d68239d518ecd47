import type { Delivery } from '../../../shared/webhooks/schema.ts';
import { logStamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { DeliveryPart } from './DeliveryPart.tsx';
import type { WebhooksModel } from './model.ts';
import { reasonText, typeText, type WebhookTexts } from './texts.ts';

/** One delivery in a line, with what was sent and what came of it when it is opened. */
export const DeliveryRow = ({
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
  return (
    <li>
      <details class="delivery">
        <summary>
          <span class={`health ${delivery.state}`} aria-hidden="true" />
          <span class="delivery-what">
            {typeText(texts, delivery.type)}
            <span class="quiet">
              {texts[`delivery_${delivery.state}`]}
              {delivery.attempts > 0 && ` · ${reasonText(texts, delivery.reason, delivery.status)}`}
              {delivery.nextAt !== null &&
                delivery.attempts > 0 &&
                ` · ${fill(texts.nextTry, { time: logStamp(tag, delivery.nextAt) })}`}
            </span>
          </span>
          <time class="quiet" dateTime={new Date(delivery.createdAt).toISOString()}>
            {logStamp(tag, delivery.createdAt)}
          </time>
        </summary>
        <DeliveryPart texts={texts} model={model} endpoint={endpoint} delivery={delivery} changed={changed} />
      </details>
    </li>
  );
};
