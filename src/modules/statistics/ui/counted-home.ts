import type { Home } from '../home.contract.ts'

/** An overview of as many as may be counted to the reader. */
export type CountedHome = Home & { total: number }
