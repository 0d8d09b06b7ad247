import { describe, expect, test } from '@jest/globals';
import { statementsOf } from '../../../../support/count-statements.js';
import { ana, aRequest, site } from './site.js';

const TOLD = `The client was promised work in a bakery and paid for her passage. Her papers were taken on arrival, and she
  worked every night for seven months without pay until a customer called a hotline for her.`;
const requester = { email: 'history@bakers-law.example', organization: 'Bakers Law Collective' };

describe('what is known of who asks, beside a request', () => {
  test('nothing yet; then requests, colleagues, a near copy and counts, in as many questions to the database', async () => {
    const id = await aRequest({ facts: TOLD, reviewedResources: false }, requester);
    const page = async () => (await site.get(ana, `/staff/requests/${id}`)).html;
    const before = await page();
    expect(before).toContain('This is their only request.');
    expect(before).toContain('No request of anyone else there.');
    expect(before).not.toContain('Likely asked already');
    const few = (await statementsOf(page)).length;

    const others: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const facts = n === 0 ? `${TOLD} She lives with a friend now.` : `Another question, number ${n}.`;
      others.push(await aRequest({ facts, reviewedResources: false }, requester));
    }
    const colleague = await aRequest({ facts: 'Of a colleague.' }, { organization: 'Bakers Law Collective' });
    const after = await page();
    expect(after).toContain('Likely asked already');
    expect(after).toMatch(/\d+% alike, same requester/);
    expect(after).toContain('7 requests in the last 90 days.');
    expect(after).toContain('7 of 7 requests in the last 90 days without having looked at resources.');
    expect(after).toContain('All 6');
    expect(after).toContain(`/staff/requests/${colleague}`);
    expect(
      others.filter((other) => after.includes(`/staff/requests/${other}`)).length,
    ).toBeGreaterThanOrEqual(5);
    // One more for those that are alike; none for each of what is listed.
    expect((await statementsOf(page)).length).toBeLessThanOrEqual(few + 1);
  });

  test('the next decision is the button, all others stand in a menu that needs no script', async () => {
    const { html } = await site.get(ana, `/staff/requests/${await aRequest()}`);
    const menu = /<details class="desk-more"[^>]*>[\s\S]*?<\/details>/.exec(html)?.[0] ?? '';
    expect(menu).toContain('<summary>More decisions</summary>');
    expect(menu).toContain('/decide/decline');
  });
});
