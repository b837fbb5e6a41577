import { closeSession } from '#modules/access/session.contract.ts'
import { call } from '#web/client.ts'
import { useGo } from '#web/day.ts'
import { Menu } from '#web/kit/Menu.tsx'
import { useNewSession, useSession } from '#web/session.tsx'
import { useLanguageChoice } from '#web/shell/language-choice.ts'
import { messages } from '#web/shell/messages.ts'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const words = useWords(messages)
  const { account } = useSession()
  const { language, choose } = useLanguageChoice()
  const replace = useNewSession()
  const go = useGo()
  if (!account) return null
  async function signOut() {
    const { continueAt } = await call(closeSession, {})
    if (continueAt) return window.location.assign(continueAt)
    await replace(null, false)
  }
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <Menu
      heading={`${account.displayName} · ${account.username}`}
      items={[
        { label: other === 'en' ? 'English' : 'Tiếng Việt', onSelect: () => choose(other) },
        { label: words.myAccount, onSelect: () => go(paths.account()) },
        { label: words.signOut, onSelect: () => void signOut() },
      ]}
    >
      <button type="button" className="kc-account" title={account.displayName}>
        {initialsOf(account.displayName)}
        <span className="kc-hidden">
          {' '}
          – {words.account}: {account.displayName}
        </span>
      </button>
    </Menu>
  )
}

/** Trần Thị Cúc → TC: family and given name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toLocaleUpperCase('vi')
}
