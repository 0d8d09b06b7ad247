import { DATA_OUTSIDE, type RequestEventData } from './state.js';

/** An event's data as people outside the staff get it; what nobody has listed stays inside. */
export function dataOutside(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => DATA_OUTSIDE[name as keyof RequestEventData] === true),
  );
}
