import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

type ConnectionOptions = Parameters<typeof Connection.lazy>[0];

/** A client that connects on first use: the web starts, and keeps what people typed, while Temporal is away. */
export function createTemporalClient(args: {
  connection: ConnectionOptions;
  namespace: string;
  dataConverter: DataConverter;
}): Client {
  const connection = Connection.lazy({ connectTimeout: 3_000, ...args.connection });
  return new Client({ connection, namespace: args.namespace, dataConverter: args.dataConverter });
}
