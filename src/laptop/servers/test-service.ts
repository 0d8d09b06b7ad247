import {
  Connection,
  type ConnectionOptions,
  InternalConnectionOptionsSymbol,
} from '@temporalio/client/lib/connection.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';

/** Reads and moves the clock of a time-skipping server. Times are milliseconds since 1970, UTC. */
export interface TestService {
  currentTime(): Promise<number>;
  /** Skips ahead; answers when the server's clock has reached the end. Timers due on the way fire. */
  sleep(ms: number): Promise<void>;
  /**
   * Takes one lock off the server's clock. Each task at work holds one, and a process that is terminated with a task
   * outstanding leaves its own for good: the clock then goes no faster than the wall's.
   */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** The server drops clients that ping more often than every few minutes, which is the SDK's default. */
export const patientChannel = { 'grpc.keepalive_time_ms': 3_600_000 };

/** Connects to the test service beside the ordinary one. Rejects when nothing answers within two seconds. */
export async function connectTestService(address: string): Promise<TestService> {
  const options: ConnectionOptions & { [InternalConnectionOptionsSymbol]: { supportsTestService: boolean } } =
    {
      address,
      connectTimeout: 2_000,
      channelArgs: patientChannel,
      [InternalConnectionOptionsSymbol]: { supportsTestService: true },
    };
  const connection = await Connection.connect(options);
  const service = connection.testService;
  if (!service) throw new Error('The Temporal SDK gives no access to the test service any more.');
  return {
    currentTime: async () => tsToMs((await service.getCurrentTime({})).time),
    sleep: async (ms) => {
      await service.unlockTimeSkippingWithSleep({ duration: msToTs(ms) });
    },
    release: async () => {
      await service.unlockTimeSkipping({});
    },
    close: () => connection.close(),
  };
}
