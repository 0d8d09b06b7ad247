/** What stands where the bytes of a document stood that carried a virus. */
export const GONE: Buffer<ArrayBuffer> = Buffer.alloc(0);
