import { beginSignOn } from '#modules/access/oidc.contract.ts'
import { call } from '#web/client.ts'

/** Sends the browser to the provider; it comes back to the page at `next`. */
export async function goToProvider(purpose: 'enter' | 'link', next: string): Promise<void> {
  const { address } = await call(beginSignOn, { purpose, next })
  window.location.assign(address)
  // The page is about to go away: whoever waits goes on waiting.
  await new Promise(() => {})
}
