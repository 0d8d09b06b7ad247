import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { type Files, FilesError } from '../../ports/files.js';
import type { S3Settings } from './s3-settings.js';

const PATIENCE_MS = 20_000;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A bucket by the S3 protocol, addressed by path, each call signed (SigV4) with the hash of what it carries. */
export function createS3Files(settings: S3Settings): Files {
  const { endpoint, bucket, prefix, region, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const at = `${endpoint}/${encodeURIComponent(bucket)}`;

  async function call(method: string, url: string, body?: Uint8Array): Promise<Response> {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    let answer: Response;
    try {
      answer = await client.fetch(url, {
        method,
        headers: { 'x-amz-content-sha256': hash },
        ...(body && { body: new Uint8Array(body) }),
        // Else a document would follow wherever an answer points.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      throw new FilesError('away');
    }
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new FilesError(answer.status === 404 ? 'missing' : 'away');
  }
  /** Broken off in between is no answer. */
  const read = <T>(reading: Promise<T>): Promise<T> =>
    reading.catch(() => {
      throw new FilesError('away');
    });
  const placeOf = (key: string) => {
    if (!KEY.test(key)) throw new FilesError('missing');
    return `${at}/${prefix.split('/').map(encodeURIComponent).join('/')}${key}`;
  };

  return {
    kind: 's3',
    put: async (key, bytes) => void (await read((await call('PUT', placeOf(key), bytes)).arrayBuffer())),
    async get(key) {
      const answer = await call('GET', placeOf(key));
      return new Uint8Array(await read(answer.arrayBuffer()));
    },
    async remove(key) {
      const place = placeOf(key);
      try {
        await (await call('DELETE', place)).body?.cancel();
      } catch (error) {
        if (!(error instanceof FilesError && error.fault === 'missing')) throw error;
      }
    },
    async *list() {
      for (let more: string | undefined = ''; more !== undefined; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (more) query.set('continuation-token', more);
        const text = await read((await call('GET', `${at}?${query}`)).text());
        if (!text.includes('ListBucketResult')) throw new FilesError('away');
        for (const { key, writtenAt } of filesIn(text, prefix)) yield { key, writtenAt };
        more = textOf(text, 'IsTruncated') === 'true' ? textOf(text, 'NextContinuationToken') : undefined;
      }
    },
  };
}

/** What we wrote; a bucket may hold other things. */
function filesIn(text: string, prefix: string): { key: string; writtenAt: Date }[] {
  return text
    .split('<Contents>')
    .slice(1)
    .flatMap((one) => {
      const name = textOf(one, 'Key') ?? '';
      const key = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      const writtenAt = new Date(textOf(one, 'LastModified') ?? Number.NaN);
      return KEY.test(key) && !Number.isNaN(writtenAt.getTime()) ? [{ key, writtenAt }] : [];
    });
}

/** Of an element that holds text alone. */
function textOf(text: string, name: string): string | undefined {
  const from = text.indexOf(`<${name}>`);
  const to = from < 0 ? -1 : text.indexOf(`</${name}>`, from);
  if (to < 0) return undefined;
  return text
    .slice(from + name.length + 2, to)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
