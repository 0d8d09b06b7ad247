import type { RequestHandler } from 'express';
import { notFound } from '../http/unwrap.js';

export const unknownAddress: RequestHandler = () => {
  throw notFound();
};
