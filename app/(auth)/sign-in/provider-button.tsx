'use client'

import { useRef } from 'react'

type Props = { provider: string; label: string; next: string }

/** Leads to an outside provider. next-auth wants its own token with the form, which is fetched when it is needed. */
export function ProviderButton({ provider, label, next }: Props) {
  const token = useRef<HTMLInputElement>(null)
  return (
    <form
      method="post"
      action={`/api/auth/signin/${provider}`}
      onSubmit={async (event) => {
        if (token.current?.value) return
        const form = event.currentTarget
        event.preventDefault()
        const answer: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json()
        if (token.current) token.current.value = answer.csrfToken
        form.submit()
      }}
    >
      <input type="hidden" name="csrfToken" ref={token} />
      <input type="hidden" name="callbackUrl" value={next} />
      <button type="submit" className="button">
        {label}
      </button>
    </form>
  )
}
