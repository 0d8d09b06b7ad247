import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface HttpMetrics {
  answered(answer: { method: string; route: string; status: number; seconds: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counts and durations by route; labels are codes only. One registry per app, so that tests don't share one. */
export function createMetrics(failing: () => Promise<number>): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'ta_desk_processes_failing',
    help: 'Processes that cannot carry out what is due, or are kept from it again and again.',
    registers: [registry],
    // Asked when somebody looks; without an answer the others are told all the same.
    async collect() {
      this.set(await failing().catch(() => Number.NaN));
    },
  });
  const answers = new Counter({
    name: 'ta_desk_http_answers_total',
    help: 'Answers by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'ta_desk_http_seconds',
    help: 'Time to answer by route.',
    labelNames: ['method', 'route'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    answered({ method, route, status, seconds }) {
      answers.inc({ method, route, status: String(status) });
      durations.observe({ method, route }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
