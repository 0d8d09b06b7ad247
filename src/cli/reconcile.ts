import { reconcile as reconcileAll } from '../usecases/reconcile/reconcile.js';
import { withServices } from './connect.js';
import { print, tell } from './say.js';

/** `ta-desk reconcile`: finds and mends rows and workflows that disagree. 1 when something needs a person. */
export async function reconcile(): Promise<number> {
  return withServices(async ({ services }) => {
    const report = await reconcileAll(services, (checked) => tell(`${checked} checked`));
    if (report.unavailable) {
      tell('Temporal does not answer, so nothing is known about the workflows. Try again when it does.');
      return 2;
    }
    print(`checked: ${report.checked}`);
    print(`workflows started again: ${report.restarted.length}`);
    print(`rows mended: ${report.mended.length}`);
    print(`mails taken up: ${report.mailRestarted}`);
    print(`organizations mended: ${report.organizations}`);
    print(`requests made comparable: ${report.sketches}`);
    print(`mails of unknown fate: ${report.mailUnknown}`);
    for (const { id, what } of report.alarms) print(`needs a person: ${id} (${what})`);
    return report.alarms.length > 0 ? 1 : 0;
  });
}
