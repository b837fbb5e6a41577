type Trust = false | ((address: string, hop: number) => boolean)

/**
 * Which proxies' word is taken for where a request comes from: as many of the nearest as KECAN_TRUST_PROXY says, one for `on`.
 * What stands before them in X-Forwarded-For anybody could have written.
 */
export function trustedProxies(wished = process.env['KECAN_TRUST_PROXY']): Trust {
  const count = wished === 'on' ? 1 : Number(wished)
  return Number.isInteger(count) && count > 0 ? (_, hop) => hop < count : false
}
