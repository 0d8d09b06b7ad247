import { createClamd } from '../../src/adapters/clamav/clamd.js';
import { documentScanWorkflowId } from '../../src/domain/documents/workflow-id.js';
import type { TestDesk } from '../support/desk.js';
import { eicar, startFakeClamd } from '../support/fake-clamd.js';

/** A document found clean at the second try, one that carries a virus, and one that nobody could scan. */
export async function walkScanPaths(desk: TestDesk): Promise<Map<string, string>> {
  const clamd = await startFakeClamd();
  const [host = '', port] = clamd.address.split(':');
  desk.wired.services.scanner = createClamd({ at: { host, port: Number(port) }, timeoutMs: 2_000 });
  const { id } = await desk.submit({}, { email: 'scans@legal-aid.example' });
  const add = async (words: Buffer) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(words)]), 'words.txt');
    const sent = await desk.api('POST', `/api/v1/ta-requests/${id}/documents`, { body });
    return documentScanWorkflowId(sent.body.id, 1);
  };
  clamd.fault = 'refuse';
  const late = await add(Buffer.from('words'));
  await desk.advance({ by: 'PT1M' });
  clamd.fault = null;
  await desk.advance({ by: 'PT1H' });
  const virus = await add(eicar());
  await desk.advance({ by: 'PT1M' });
  clamd.fault = 'refuse';
  const unchecked = await add(Buffer.from('words'));
  await desk.advance({ by: 'P4D' });
  delete desk.wired.services.scanner;
  await clamd.close();
  return new Map([
    ['scan-clean-later', late],
    ['scan-virus', virus],
    ['scan-unchecked', unchecked],
  ]);
}
