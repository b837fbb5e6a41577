import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { choosePort, listeningAddress, warningOfPlainHttp } from './port.ts'

test('a taken port is passed over when none was asked for, and refused when it was', async () => {
  const host = '127.0.0.1'
  const taken = await choosePort(host, undefined)
  const other = createServer().listen(taken, host)
  onTestFinished(() => void other.close())

  expect(await choosePort(host, undefined)).toBeGreaterThan(taken)
  await expect(choosePort(host, String(taken))).rejects.toThrow(/another program may be using it/)
  expect(listeningAddress(other)).toBe(`http://127.0.0.1:${taken}`)
})

test('a port that is no number is refused with a sentence', async () => {
  await expect(choosePort('127.0.0.1', 'web')).rejects.toThrow('PORT=web is not a port number.')
})

test('whoever opens the server to other machines without https is warned, and nobody else', () => {
  expect(warningOfPlainHttp('0.0.0.0', undefined).join()).toContain('plain http')
  expect(warningOfPlainHttp('192.168.1.5', undefined)).toHaveLength(2)
  for (const [host, proxy] of [['127.0.0.1'], ['localhost'], ['::1'], ['0.0.0.0', 'on']] as const)
    expect(warningOfPlainHttp(host, proxy ?? '')).toEqual([])
})
