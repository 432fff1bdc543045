/** What this browser remembers of how its reader likes pages; a cookie, so that a sign-in can bring it along. */
export function findCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** Keeps a value for a year; an empty one is forgotten. */
export function keepCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // The Cookie Store API would say the same, but not in Firefox and Safari before 2025.
  // biome-ignore lint/suspicious/noDocumentCookie: see above.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${value ? 31_536_000 : 0}; SameSite=Lax${secure}`
}
