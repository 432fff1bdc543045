'use client'

import { useState } from 'react'

type Props = { provider: string; label: string; next: string }

/** Leads to an outside provider. The address is asked for first: a form's own way would end at our policy, which keeps forms here. */
export function ProviderButton({ provider, label, next }: Props) {
  const [isLeaving, setLeaving] = useState(false)
  return (
    <button
      type="button"
      className="button"
      disabled={isLeaving}
      onClick={async () => {
        setLeaving(true)
        location.assign(await findWay(provider, next))
      }}
    >
      {label}
    </button>
  )
}

/** next-auth wants a token of its own with the question, and answers where to go. */
async function findWay(provider: string, next: string): Promise<string> {
  const { csrfToken }: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json()
  const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: 'true' })
  const answer = await fetch(`/api/auth/signin/${provider}`, { method: 'POST', body })
  const { url }: { url: string } = await answer.json()
  return url
}
