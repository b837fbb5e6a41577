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
    // The values of a refusal are unknown until it arrives; its sentence puts them in as they are.
    'typescript/restrict-template-expressions': 'off',
    'typescript/no-base-to-string': 'off',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', ignoreRestSiblings: true, destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_' },
    ],
    'typescript/require-array-sort-compare': 'off',
    'typescript/unbound-method': 'off',
    // Spreads group short fields on one line.
    'unicorn/no-useless-spread': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'refused', 'check*'] }],
    'no-empty-pattern': 'off',
    'max-lines': ['error', { max: 300 }],
  },
  overrides: [
    { files: ['src/commands/**', 'src/server/**'], rules: { 'react/rules-of-hooks': 'off' } },
    {
      files: ['*.config.ts', 'src/db/types.ts', 'tests/global-setup.ts'],
      rules: { 'import/no-default-export': 'off', 'max-lines': 'off' },
    },
    ...architecture(),
  ],
  ignorePatterns: ['dist', 'src/db/types.ts'],
})
