import { useEffect } from 'react'

/** Leads to another page, which comes whole from the server; a link for as long as that takes. */
export function Leave({ to, children }: { to: string; children: string }) {
  useEffect(() => location.assign(to), [to])
  return <a href={to}>{children}</a>
}
