import { encode } from 'uqr'

/** A QR picture drawn by the page itself, so that nobody else learns what it says; on the phone itself a touch opens it. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <a href={text} aria-label={label}>
      <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`} width={208} height={208} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </a>
  )
}
