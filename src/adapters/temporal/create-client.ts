import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

type ConnectionOptions = Parameters<typeof Connection.lazy>[0];

/** gRPC's own waits grow to two minutes: so long decisions would be refused after Temporal is back. */
const eager = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 2_000 };

/** A client that connects on first use: the web starts, and keeps what people typed, while Temporal is away. */
export function createTemporalClient(args: {
  connection: ConnectionOptions;
  namespace: string;
  dataConverter: DataConverter;
}): Client {
  const channelArgs = { ...eager, ...args.connection?.channelArgs };
  const connection = Connection.lazy({ connectTimeout: 3_000, ...args.connection, channelArgs });
  return new Client({ connection, namespace: args.namespace, dataConverter: args.dataConverter });
}
