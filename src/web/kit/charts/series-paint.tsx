import type { Series } from '#web/kit/charts/Chart.tsx'

const paints = [
  { fill: 'var(--indigo)', line: null, turn: 0 },
  { fill: 'var(--teal)', line: '#5ea59e', turn: 45 },
  { fill: 'var(--turmeric)', line: '#e0b667', turn: -45 },
  { fill: 'var(--plum)', line: '#a283b2', turn: 0 },
  { fill: 'var(--slate)', line: '#b4bcc8', turn: 90 },
] as const

/** The hatchings of a drawing; put once into its svg. */
export function SeriesPatterns({ id }: { id: string }) {
  return (
    <defs>
      {paints.map(
        ({ fill, line, turn }, series) =>
          line && (
            <pattern
              key={fill}
              id={`${id}-${series}`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(${turn})`}
            >
              <rect width="6" height="6" fill={fill} />
              <path d="M0 0v6" stroke={line} strokeWidth="2" />
            </pattern>
          ),
      )}
    </defs>
  )
}

export function fillOf(id: string, series: Series): string {
  return series === 0 ? paints[0].fill : `url(#${id}-${series})`
}
