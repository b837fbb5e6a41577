declare global {
  // Read by `get-nonce`, which what keeps the page still under a dialog asks.
  var __webpack_nonce__: string | undefined
}

/** What this delivered page puts on the styles that it makes itself; the content security policy lets no others in. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Tells it to libraries that ask a global variable; before anything is drawn. */
export function lendNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce()
}
