/** What a scanner says of a file. `too-large`: more than it takes; nobody knows what is in it. */
export type Verdict =
  | { verdict: 'clean' }
  /** `signature`: a code of what was found. */
  | { verdict: 'infected'; signature: string }
  | { verdict: 'too-large' };

/** Looks for viruses. Both throw ScannerError when it is away or says something else. */
export interface Scanner {
  scan(content: Uint8Array): Promise<Verdict>;
  ping(): Promise<void>;
}

export type ScannerFault = 'away' | 'silent' | 'unclear';

/** Try again later. Its message is a code: nothing of the file. */
export class ScannerError extends Error {
  override readonly name = 'ScannerError';
  constructor(readonly fault: ScannerFault) {
    super(`the virus scanner is ${fault}`);
  }
}
