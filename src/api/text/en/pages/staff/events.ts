/** What stands in sentences about events where a name is not known. */
export const courtDates = { court: 'court date', filing: 'filing date', either: 'court or filing date' };

export const eventFallbacks = { staff: 'a colleague', request: 'another request' };
