import { isLicensed, maySupervise, needsSupervisor, roleOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { LastRequester } from '../../../usecases/requests/last-requester.js';
import type { Draft } from './draft.js';

/** A draft with what somebody said of themself when they last asked, as far as the program still takes it. Pure. */
export function fromLast(draft: Draft, last: LastRequester | null, program: Program, email: string): Draft {
  if (!last || !roleOf(program, last.role)) return draft;
  const { supervisor } = last;
  const supervised =
    supervisor !== null && needsSupervisor(program, last.role) && maySupervise(program, supervisor.role);
  return {
    ...draft,
    takenFrom: last.reference,
    role: last.role,
    details: {
      name: last.name,
      email,
      ...(last.organization ? { organization: last.organization } : {}),
      ...(last.state ? { state: last.state } : {}),
      licensedIn: isLicensed(program, last.role) ? last.licensedIn : [],
      ovcGrantee: last.ovcGrantee,
    },
    ...(supervised && supervisor.email !== email ? { supervisor } : {}),
  };
}
