import './CodeList.css'

/** Short codes to be copied by hand: evenly spaced, nothing to be mistaken for something else. */
export function CodeList({ label, codes }: { label: string; codes: readonly string[] }) {
  return (
    <ol className="kc-code-list" aria-label={label}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
}
