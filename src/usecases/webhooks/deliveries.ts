import type { Services } from '../../ports/services.js';

/** Whether this delivery was taken in before. */
export async function wasDelivered({ db }: Pick<Services, 'db'>, id: string): Promise<boolean> {
  return (await db.webhookDelivery.count({ where: { id } })) > 0;
}

/** Notes a delivery that repeats harmlessly, so that the next one like it is no work. */
export async function noteDelivery(
  { db }: Pick<Services, 'db'>,
  delivery: { id: string; source: string; receivedAt: Date },
): Promise<void> {
  await db.webhookDelivery.createMany({ data: [delivery], skipDuplicates: true });
}
