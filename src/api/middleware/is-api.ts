/** Routes are found whatever the case of their letters. */
export const isApi = (path: string): boolean => /^\/api(?:\/|$)/i.test(path);
