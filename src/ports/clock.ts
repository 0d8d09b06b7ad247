/** Business time. In rehearsal it is the simulated clock. */
export interface Clock {
  now(): Date;
}
