import { useEffect, useState } from 'preact/hooks';
import { deliveryStates } from '../../../shared/webhooks/limits.ts';
import type { Delivery, Endpoint } from '../../../shared/webhooks/schema.ts';
import { SelectField } from '../../core/staff/fields.tsx';
import { DeliveryRow } from './DeliveryRow.tsx';
import type { WebhooksModel } from './model.ts';
import type { WebhookTexts } from './texts.ts';

const filters = ['all', ...deliveryStates] as const;
type Filter = (typeof filters)[number];

/** Deliveries to an endpoint, the newest first, each with its tries. */
export const Deliveries = ({
  texts,
  model,
  endpoint,
}: {
  texts: WebhookTexts;
  model: WebhooksModel;
  endpoint: Endpoint;
}) => {
  const [filter, setFilter] = useState<Filter>('all');
  const [list, setList] = useState<Delivery[] | null>(null);
  const [hasMore, setMore] = useState(false);
  const load = async (before?: string): Promise<void> => {
    const page = await model.deliveries(endpoint.id, {
      ...(filter !== 'all' && { state: filter }),
      ...(before && { before }),
    });
    if (!page) return;
    setList((known) => [...(before ? (known ?? []) : []), ...page.deliveries]);
    setMore(page.more);
  };
  useEffect(
    () => void load(),
    [endpoint.id, filter, endpoint.waiting, endpoint.failed, endpoint.lastDelivered],
  );
  return (
    <div>
      <div class="title">
        <h3>{texts.deliveries}</h3>
        <button type="button" onClick={() => void model.load().then(() => load())}>
          {texts.refresh}
        </button>
      </div>
      <SelectField
        label={texts.filter}
        value={filter}
        options={filters.map(
          (one) => [one, one === 'all' ? texts.filter_all : texts[`delivery_${one}`]] as const,
        )}
        onValue={(one) => setFilter(one)}
      />
      {endpoint.failed > 0 && (
        <button type="button" onClick={() => void model.resendFailed(endpoint.id)}>
          {texts.allAgain}
        </button>
      )}
      {list?.length === 0 && <p class="quiet">{texts.noDeliveries}</p>}
      <ul class="plain-list">
        {list?.map((one) => (
          <DeliveryRow
            key={one.id}
            texts={texts}
            model={model}
            endpoint={endpoint.id}
            delivery={one}
            changed={load}
          />
        ))}
      </ul>
      {hasMore && (
        <button type="button" onClick={() => void load(list?.at(-1)?.id)}>
          {texts.more}
        </button>
      )}
    </div>
  );
};
