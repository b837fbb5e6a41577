import './Code.css'

/** Data as it is, for inspectors: what was sent, what was changed. */
export function Code({ label, value }: { label: string; value: unknown }) {
  return (
    <figure className="kc-code">
      <figcaption>{label}</figcaption>
      <pre tabIndex={0} aria-label={label}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </figure>
  )
}
