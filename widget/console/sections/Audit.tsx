import { useEffect, useState } from 'preact/hooks';
import { listAudit } from '../../../shared/account/routes.ts';
import type { AuditEntry } from '../../../shared/account/schema.ts';
import { exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import type { ConsoleTexts } from '../i18n.ts';

type ActionKey = Extract<keyof ConsoleTexts, `deed_${string}`>;

const inbox = '/api/inbox/:site';
const conversation = `${inbox}/conversations/:conversation`;
const desk = '/api/console/:site';

/** Names of actions; any other is a change. */
const actionKeys: Record<string, ActionKey> = {
  login: 'deed_login',
  login_failed: 'deed_login_failed',
  password: 'deed_password',
  reset: 'deed_reset',
  renamed: 'deed_name',
  second_factor_on: 'deed_factor_on',
  second_factor_off: 'deed_factor_off',
  sessions_ended: 'deed_sessions',
  disabled: 'deed_disabled',
  enabled: 'deed_enabled',
  [`POST ${conversation}/messages`]: 'deed_wrote',
  [`PATCH ${conversation}`]: 'deed_changed',
  [`POST ${inbox}/actions`]: 'deed_changed',
  [`POST ${inbox}/actions/:action/undo`]: 'deed_undid',
  [`DELETE ${conversation}/merge`]: 'deed_unmerged',
  [`POST ${conversation}/block`]: 'deed_blocked',
  [`POST ${conversation}/question`]: 'deed_published',
  [`DELETE ${conversation}/question`]: 'deed_unpublished',
  [`PATCH ${inbox}/answers/:answer`]: 'deed_answer',
  [`POST ${inbox}/attachments`]: 'deed_file',
  [`POST ${inbox}/callbacks/:callback/steps`]: 'deed_call',
  [`POST ${inbox}/comments/decide`]: 'deed_comments',
  [`POST ${inbox}/comments/:comment/answer`]: 'deed_comment_answer',
  [`POST ${inbox}/comments/pages/:page`]: 'deed_comment_page',
  [`PUT ${desk}/settings`]: 'deed_settings',
  [`POST ${desk}/undo`]: 'deed_settings_back',
  [`POST ${desk}/import`]: 'deed_imported',
  [`POST ${desk}/people`]: 'deed_invited',
  [`POST ${desk}/people/:person/link`]: 'deed_link',
  [`PATCH ${desk}/people/:person`]: 'deed_person',
  [`DELETE ${desk}/people/:person`]: 'deed_removed',
  [`POST ${desk}/secret`]: 'deed_secret_shown',
  [`POST ${desk}/secret/rotate`]: 'deed_secret_replaced',
  [`POST ${desk}/tokens`]: 'deed_token_made',
  [`DELETE ${desk}/tokens/:token`]: 'deed_token_revoked',
  [`POST ${inbox}/webhooks`]: 'deed_webhook',
  [`PATCH ${inbox}/webhooks/:endpoint`]: 'deed_webhook',
  [`DELETE ${inbox}/webhooks/:endpoint`]: 'deed_webhook',
  [`POST ${inbox}/webhooks/:endpoint/secret`]: 'deed_webhook_secret',
  [`POST ${inbox}/webhooks/:endpoint/secret/rotate`]: 'deed_webhook_rotated',
  [`POST ${inbox}/retention/runs`]: 'deed_retention',
  proof_failed: 'deed_proof_failed',
};

/** The activity log, the newest first, a page at a time. */
export const Audit = () => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const [entries, setEntries] = useState<AuditEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const load = async (before?: string): Promise<void> => {
    const page = await model.attempt(model.call(listAudit, { query: { ...(before && { before }) } }));
    if (!page) return;
    setEntries((known) => [...(before ? (known ?? []) : []), ...page.entries]);
    setNext(page.next);
  };
  useEffect(() => void load(), [model]);
  return (
    <section class="card" aria-labelledby="audit">
      <h2 id="audit">{texts.audit}</h2>
      <p class="quiet">{texts.auditLead}</p>
      {entries === null ? (
        <p class="quiet">{texts.loading}</p>
      ) : (
        <ol class="plain-list">
          {entries.map(({ id, at, who, via, action, conversation }) => {
            const key = actionKeys[action];
            return (
              <li class="revision" key={id}>
                <span>
                  <span>
                    <bdi>{who || texts.somebody}</bdi>: {texts[key ?? 'deed_other']}
                  </span>
                  {via !== null && <span class="quiet">{fill(texts.deedVia, { name: via })}</span>}
                  <time class="quiet" dateTime={new Date(at).toISOString()}>
                    {exact(tag, at)}
                  </time>
                </span>
                {conversation && (
                  <a href={`/inbox/sites/${model.membership.site}/conversations/${conversation}`}>
                    {texts.deedOpen}
                    <span class="unseen">, {exact(tag, at)}</span>
                  </a>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {next && (
        <button type="button" onClick={() => load(next)}>
          {texts.auditMore}
        </button>
      )}
    </section>
  );
};
