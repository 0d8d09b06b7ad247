/** Whether a host's name or address is this machine's own, whatever network it is on. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host) || host === '::1' || host === '[::1]';
