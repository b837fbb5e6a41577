import { channel } from 'node:diagnostics_channel'

/** How a job ended, and how long it took. */
export type JobEnd = { job: string; outcome: 'done' | 'failed'; seconds: number }

// Told to whoever listens, such as the metrics; nobody need.
export const transactionRetried = channel('kecan.transaction.retried')
export const jobEnded = channel('kecan.job.ended')
