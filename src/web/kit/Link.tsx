import './Link.css'
import { Link as RouterLink, useLocation, type LinkProps as RouterLinkProps } from 'react-router'
import { keepDay } from '#web/day.ts'

export type LinkProps = Omit<RouterLinkProps, 'to' | 'className'> & {
  to: string
  /** `number` is a figure that opens its list; `button` looks like a button; `cell` fills a cell of a picture. */
  kind?: 'text' | 'number' | 'quiet' | 'button' | 'cell'
}

/** A link to a page of ours; it keeps the chosen day. */
export function Link({ to, kind = 'text', ...rest }: LinkProps) {
  const { search } = useLocation()
  const className = { button: 'kc-button', cell: 'kc-cell-link', text: 'kc-link', number: 'kc-link', quiet: 'kc-link' }[kind]
  return <RouterLink {...rest} to={keepDay(to, search)} className={className} data-kind={kind} />
}

/** A link to a file or an address outside the pages, such as an export. */
export function DownloadLink({
  href,
  name = '',
  kind = 'text',
  children,
}: {
  href: string
  /** The file's name where the address does not give one. */
  name?: string
  kind?: 'text' | 'button'
  children: React.ReactNode
}) {
  return (
    <a href={href} download={name} className={kind === 'button' ? 'kc-button' : 'kc-link'}>
      {children}
    </a>
  )
}
