import { cleanUp } from './run-dir-clean.mjs';

export default function teardown() {
  cleanUp(process.env.TA_DESK_TEST_RUN);
}
