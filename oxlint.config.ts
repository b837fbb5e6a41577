import { defineConfig } from 'oxlint'
import { architecture } from './tests/architecture.ts'

export default defineConfig({
  categories: { correctness: 'error' },
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'vitest'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'react/rules-of-hooks': 'error',
    // The React Compiler is not used, so what it could not optimise is no fault.
    'react/incompatible-library': 'off',
    'react/purity': 'off',
    'react/refs': 'off',
    'react/immutability': 'off',
    // Names of this domain are plain letters: no emoji to break.
    'typescript/no-misused-spread': 'off',
    'no-empty-pattern': 'off',
    'max-lines': ['error', { max: 300 }],
  },
  overrides: [{ files: ['*.config.ts', 'src/db/types.ts', 'tests/global-setup.ts'], rules: { 'import/no-default-export': 'off', 'max-lines': 'off' } }, ...architecture()],
  ignorePatterns: ['dist', 'src/db/types.ts'],
})
