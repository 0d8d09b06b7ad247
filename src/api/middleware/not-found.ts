import type { RequestHandler } from 'express';
import { notFound } from '../http/problem.js';

export const unknownAddress: RequestHandler = () => {
  throw notFound();
};
