import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A key of its own: no test makes one in the data folder of whoever runs it.
    env: { KECAN_SECRET: 'only for the tests: nothing real is sealed with it' },
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          globalSetup: 'tests/global-setup.ts',
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/global-setup.ts',
          // One browser at a time is what two cores carry.
          fileParallelism: false,
          hookTimeout: 180_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
