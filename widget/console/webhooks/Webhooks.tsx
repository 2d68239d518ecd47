import { useEffect, useMemo, useRef } from 'preact/hooks';
import { allTypes, maxEndpoints } from '../../../shared/webhooks/limits.ts';
import { useConsole, useTexts } from '../context.ts';
import { EndpointCard } from './EndpointCard.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { createWebhooks, newEndpointId } from './model.ts';
import './styles.ts';
import { useWebhookTexts } from './texts.ts';

const blank = { url: '', description: '', types: [allTypes] };

/** The owner's programs that are told what happens. */
export const Webhooks = () => {
  const owner = useConsole();
  const { texts: common } = useTexts();
  const texts = useWebhookTexts();
  const model = useMemo(() => createWebhooks(owner), [owner]);
  const id = useRef(newEndpointId());
  useEffect(() => void model.load(), [model]);
  const found = model.found.value;
  if (!texts || !found) return <p class="quiet">{common.loading}</p>;
  return (
    <>
      <p>{texts.lead}</p>
      {found.endpoints.map((endpoint) => (
        <EndpointCard key={endpoint.id} texts={texts} model={model} endpoint={endpoint} types={found.types} />
      ))}
      {found.endpoints.length < maxEndpoints && (
        <section class="card" aria-labelledby="webhook-add">
          <h2 id="webhook-add">{texts.add}</h2>
          {found.endpoints.length === 0 && <p class="quiet">{texts.none}</p>}
          <EndpointForm
            texts={texts}
            types={found.types}
            start={blank}
            button={texts.addButton}
            save={async (draft) => {
              const taken = await model.add(id.current, draft);
              if (taken) id.current = newEndpointId();
              return taken;
            }}
          />
        </section>
      )}
    </>
  );
};
