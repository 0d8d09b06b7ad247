import { isOpen, type RequestStatus } from '../requests/statuses.js';

/**
 * Whether a mentor may be proposed to whoever asked: while the desk has the request, once it is answered, and when it was
 * redirected, of which a mentor is a part. Who withdrew, was refused, heard no more or closed it is not asked.
 */
export const mayMentorBeProposed = (status: RequestStatus): boolean =>
  isOpen(status) || status === 'responded' || status === 'redirected';
