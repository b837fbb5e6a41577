import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'

const folders: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The product as it starts anew with this environment. */
async function started(environment: { secret?: string; former?: string; folder?: string }) {
  vi.resetModules()
  vi.stubEnv('KECAN_SECRET', environment.secret ?? '')
  vi.stubEnv('KECAN_SECRET_FORMER', environment.former ?? '')
  vi.stubEnv('KECAN_DATA', environment.folder ?? '')
  return import('./seal.ts')
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-secret-'))
  folders.push(folder)
  return folder
}

test('what was sealed opens for its owner, and for nobody else', async () => {
  const { seal, unseal } = await started({ secret: 'a'.repeat(40) })
  const sealed = seal('JBSWY3DPEHPK3PXP', 'owner')
  expect(sealed.includes('JBSWY3DPEHPK3PXP')).toBe(false)
  expect(unseal(sealed, 'owner')).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal(sealed, 'other')).toBeNull()
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(unseal(sealed, 'owner')).toBeNull()
  expect(unseal(Buffer.of(1, 2, 3), 'owner')).toBeNull()
})

test('the secret is a file only its owner may read, and stays the same when the server starts again', async () => {
  const folder = newFolder()
  const sealed = (await started({ folder })).seal('JBSWY3DPEHPK3PXP', 'owner')
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect((await started({ folder })).unseal(sealed, 'owner')).toBe('JBSWY3DPEHPK3PXP')
})

test('with another secret nothing opens, and a short one is refused', async () => {
  const sealed = (await started({ folder: newFolder() })).seal('JBSWY3DPEHPK3PXP', 'owner')
  expect((await started({ folder: newFolder() })).unseal(sealed, 'owner')).toBeNull()
  const { seal } = await started({ secret: 'short' })
  expect(() => seal('x', 'owner')).toThrow('32')
})

test('while the former secret is still named, what it sealed opens, and what is sealed anew needs it no more', async () => {
  const [former, secret] = ['f'.repeat(40), 'p'.repeat(40)]
  const sealed = (await started({ secret: former })).seal('JBSWY3DPEHPK3PXP', 'owner')
  expect((await started({ secret })).unseal(sealed, 'owner')).toBeNull()

  const both = await started({ secret, former })
  expect(both.unseal(sealed, 'owner')).toBe('JBSWY3DPEHPK3PXP')
  const anew = both.seal('JBSWY3DPEHPK3PXP', 'owner')

  expect((await started({ secret })).unseal(anew, 'owner')).toBe('JBSWY3DPEHPK3PXP')
})
