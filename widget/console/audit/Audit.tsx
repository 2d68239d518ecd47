import { useEffect, useState } from 'preact/hooks';
import { listAudit } from '../../../shared/account/routes.ts';
import type { AuditEntry } from '../../../shared/account/schema.ts';
import { rulePrefix } from '../../../shared/core/people/auditActions.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { type AuditTexts, useAuditTexts } from './texts.ts';

type ActionKey = keyof AuditTexts;

const inbox = '/api/inbox/:site';
const conversation = `${inbox}/conversations/:conversation`;
const desk = '/api/console/:site';

/** Names of actions; any other is a change. */
const actionKeys: Record<string, ActionKey> = {
  login: 'login',
  login_failed: 'login_failed',
  password: 'password',
  reset: 'reset',
  renamed: 'name',
  second_factor_on: 'factor_on',
  second_factor_off: 'factor_off',
  provider_role: 'provider_role',
  passkey_added: 'passkey_added',
  passkey_removed: 'passkey_removed',
  passkey_copied: 'passkey_copied',
  sessions_ended: 'sessions',
  disabled: 'disabled',
  enabled: 'enabled',
  [`POST ${conversation}/messages`]: 'wrote',
  [`PATCH ${conversation}`]: 'changed',
  [`POST ${inbox}/actions`]: 'changed',
  [`POST ${inbox}/actions/:action/undo`]: 'undid',
  [`DELETE ${conversation}/merge`]: 'unmerged',
  [`POST ${conversation}/block`]: 'blocked',
  [`POST ${conversation}/question`]: 'published',
  [`DELETE ${conversation}/question`]: 'unpublished',
  [`PATCH ${inbox}/answers/:answer`]: 'answer',
  [`POST ${inbox}/attachments`]: 'file',
  [`POST ${inbox}/callbacks/:callback/steps`]: 'call',
  [`POST ${inbox}/comments/decide`]: 'comments',
  [`POST ${inbox}/comments/:comment/answer`]: 'comment_answer',
  [`POST ${inbox}/comments/pages/:page`]: 'comment_page',
  [`PUT ${desk}/settings`]: 'settings',
  [`PUT ${desk}/provider`]: 'settings',
  [`DELETE ${desk}/provider`]: 'settings',
  [`PUT ${desk}/rules/:rule`]: 'settings',
  [`DELETE ${desk}/rules/:rule`]: 'settings',
  [`POST ${desk}/rules/order`]: 'settings',
  [`PUT ${desk}/macros/:macro`]: 'settings',
  [`DELETE ${desk}/macros/:macro`]: 'settings',
  [`POST ${inbox}/macros/:macro/runs`]: 'changed',
  [`POST ${inbox}/rule-runs/:run/undo`]: 'undid',
  [`POST ${desk}/undo`]: 'settings_back',
  [`POST ${desk}/import`]: 'imported',
  [`POST ${desk}/people`]: 'invited',
  [`POST ${desk}/people/:person/link`]: 'link',
  [`PATCH ${desk}/people/:person`]: 'person',
  [`DELETE ${desk}/people/:person`]: 'removed',
  [`POST ${desk}/secret`]: 'secret_shown',
  [`POST ${desk}/secret/rotate`]: 'secret_replaced',
  [`POST ${desk}/tokens`]: 'token_made',
  [`DELETE ${desk}/tokens/:token`]: 'token_revoked',
  [`POST ${inbox}/mailboxes/:mailbox/test`]: 'mailbox_tested',
  [`POST ${inbox}/webhooks`]: 'webhook',
  [`PATCH ${inbox}/webhooks/:endpoint`]: 'webhook',
  [`DELETE ${inbox}/webhooks/:endpoint`]: 'webhook',
  [`POST ${inbox}/webhooks/:endpoint/secret`]: 'webhook_secret',
  [`POST ${inbox}/webhooks/:endpoint/secret/rotate`]: 'webhook_rotated',
  [`POST ${inbox}/retention/runs`]: 'retention',
  'POST /api/staff/sites': 'site_created',
  'POST /api/staff/sites/:site/restore': 'site_restored',
  [`POST ${desk}/archive`]: 'site_archived',
  [`POST ${desk}/delete`]: 'site_deleted',
  [`POST ${inbox}/contacts/import`]: 'contacts_imported',
  [`GET ${inbox}/contacts/export`]: 'contacts_exported',
  proof_failed: 'proof_failed',
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
  const actions = useAuditTexts();
  const { texts: staffTexts } = useLanguage();
  return (
    <section class="card" aria-labelledby="audit">
      <h2 id="audit">{texts.audit}</h2>
      <p class="quiet">{texts.auditLead}</p>
      {entries === null || actions === null ? (
        <p class="quiet">{texts.loading}</p>
      ) : (
        <ol class="plain-list">
          {entries.map(({ id, at, who, via, action, conversation }) => {
            const isRule = action.startsWith(rulePrefix);
            const key = isRule
              ? 'changed'
              : (actionKeys[action] ?? (action.includes('/mailbox') ? 'mailbox' : 'other'));
            const by = isRule
              ? fill(staffTexts.ruleNamed, { name: action.slice(rulePrefix.length) })
              : who || texts.somebody;
            return (
              <li class="revision" key={id}>
                <span>
                  <span>
                    <bdi>{by}</bdi>: {actions[key]}
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
