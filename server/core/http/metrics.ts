import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Metrics of live streams. */
const liveMetrics = (registers: Registry[]) => ({
  streams: new Gauge({
    name: 'foyer_live_streams',
    help: 'Open live streams, by reader.',
    labelNames: ['reader'],
    registers,
  }),
  streamEnds: new Counter({
    name: 'foyer_live_stream_ends_total',
    help: 'Live streams that the server ended, by reason.',
    labelNames: ['reason'],
    registers,
  }),
  streamRefusals: new Counter({
    name: 'foyer_live_stream_refusals_total',
    help: 'Live streams that were not opened, by the cap that was reached, or what went wrong.',
    labelNames: ['reason'],
    registers,
  }),
  polls: new Counter({
    name: 'foyer_live_polls_total',
    help: 'Polls in the place of live streams, from lines on which streams do not work.',
    registers,
  }),
  delivered: new Counter({
    name: 'foyer_live_events_total',
    help: 'Events written to live streams.',
    registers,
  }),
});

/** The metrics of `/metrics`, in Prometheus' words. One registry per context, so that tests do not share counts. */
export const createMetrics = (withProcess = false) => {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'foyer_http_request_seconds',
      help: 'Time to answer, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    pages: new Counter({
      name: 'foyer_pages_total',
      help: 'Public pages answered, by where they came from.',
      labelNames: ['from'],
      registers,
    }),
    faults: new Counter({
      name: 'foyer_faults_total',
      help: 'What went wrong on our side, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    widgetReports: new Counter({
      name: 'foyer_widget_reports_total',
      help: 'What went wrong in visitors’ browsers, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    failedLogins: new Counter({
      name: 'foyer_failed_logins_total',
      help: 'Logins of staff that failed, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    limited: new Counter({
      name: 'foyer_limited_total',
      help: 'Requests refused for their rate, by class.',
      labelNames: ['class'],
      registers,
    }),
    pictures: new Counter({
      name: 'foyer_pictures_refused_total',
      help: 'Pictures that were not taken, by the reason.',
      labelNames: ['reason'],
      registers,
    }),
    webhooks: new Counter({
      name: 'foyer_webhooks_total',
      help: 'Tries to deliver a webhook, by what came of it: done, or why not.',
      labelNames: ['outcome'],
      registers,
    }),
    mails: new Counter({
      name: 'foyer_mails_total',
      help: 'Mails sent and received, by what came of them.',
      labelNames: ['result'],
      registers,
    }),
    pushes: new Counter({
      name: 'foyer_pushes_total',
      help: 'Pushes to browsers of staff, by what came of them.',
      labelNames: ['result'],
      registers,
    }),
    mailbox: new Gauge({
      name: 'foyer_mailbox_connected',
      help: '1 while the mailbox of IMAP_URL is being read.',
      registers,
    }),
    ...liveMetrics(registers),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
