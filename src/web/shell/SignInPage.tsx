import './shell.css'
import { useState } from 'react'
import { Notice } from '#web/kit/Notice.tsx'
import { useDocumentTitle } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSession } from '#web/session.tsx'
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx'
import { messages } from '#web/shell/messages.ts'
import { SignInForm } from '#web/shell/SignInForm.tsx'
import { useWords } from '#web/words.ts'

/** Stands in place of any page until somebody has signed in; the address stays. `trouble` is why another way in has failed. */
export function SignInPage({ trouble }: { trouble?: string }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { authority, demoAccounts } = useSession()
  const [demo, setDemo] = useState({ username: '', password: '' })
  useDocumentTitle(words.signIn)
  return (
    <main className="kc-centre">
      <div className="kc-signin">
        <h1>{words.signInTitle}</h1>
        <p className="kc-muted">{authority?.[language]}</p>
        {trouble && <Notice tone="error">{trouble}</Notice>}
        <SignInForm key={demo.username} username={demo.username} password={demo.password} />
      </div>
      {demoAccounts.length > 0 && (
        <section className="kc-demo" aria-label={words.demoTitle}>
          <p>
            <strong>{words.demoTitle}.</strong> {words.demoAbout}
          </p>
          <ul>
            {demoAccounts.map(({ username, password, displayName }) => (
              <li key={username}>
                <button type="button" onClick={() => setDemo({ username, password })}>
                  <span>{displayName}</span>
                  <small>
                    {username} / {password}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <LanguageSwitch />
      </div>
    </main>
  )
}
