import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Counts what a worker is busy with, so that rehearsal knows when everything due has been done. */
export class InFlight {
  private activities = 0;
  private finished = 0;

  get count(): number {
    return this.activities;
  }

  /** Rises with each activity that ends; unchanged between two looks means nothing happened. */
  get done(): number {
    return this.finished;
  }

  readonly interceptor: ActivityInterceptorsFactory = () => ({
    inbound: {
      execute: async (input, next) => {
        this.activities += 1;
        try {
          return await next(input);
        } finally {
          this.activities -= 1;
          this.finished += 1;
        }
      },
    },
  });
}
