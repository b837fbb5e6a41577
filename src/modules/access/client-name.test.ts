import { expect, test } from 'vitest'
import { clientName } from './client-name.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('a browser and its system are called by the names people know', () => {
  const named = (agent: string) => Object.values(clientName(agent)).join(' trên ')
  expect(named(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/146.0.0.0 Safari/537.36`)).toBe('Chrome trên Windows')
  expect(named(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/146.0.0.0 Safari/537.36 Edg/146.0`)).toBe('Edge trên Windows')
  expect(named(`Mozilla/5.0 (Windows NT 10.0) ${webkit} coc_coc_browser/130 Chrome/124.0 Safari/537.36`)).toBe('Cốc Cốc trên Windows')
  expect(named('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox trên Linux')
  expect(named('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1')).toBe(
    'Safari trên iPhone',
  )
  expect(named(`Mozilla/5.0 (Linux; Android 15; SM-A556E) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`)).toBe(
    'Samsung Internet trên Android',
  )
})

test('a client that does not say what it is has no name', () => {
  expect(clientName('')).toEqual({ browser: null, system: null })
  expect(clientName('curl/8.5.0')).toEqual({ browser: null, system: null })
})
