const shapes = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zm4.5-1.5L17 17',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 8l5 5 5-5',
  right: 'M8 5l5 5-5 5',
  left: 'M12 5l-5 5 5 5',
  plus: 'M10 4v12M4 10h12',
  check: 'M4 10.5l4 4 8-9',
  calendar: 'M4 5h12v12H4zM4 9h12M7 3v3M13 3v3',
  download: 'M10 3v9m-4-4l4 4 4-4M4 16h12',
  upload: 'M10 13V4m-4 4l4-4 4 4M4 16h12',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  columns: 'M3 4h14v12H3zM8 4v12M12.5 4v12',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.5v.1',
  user: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  filter: 'M3 4h14l-5.5 6.5V16l-3 1.5v-7z',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
} as const

export type IconName = keyof typeof shapes

/** A drawn sign beside words; it is never the only name of a control. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={shapes[name]} />
    </svg>
  )
}
