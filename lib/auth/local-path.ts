const base = 'http://local.invalid'

/** A path on this site to go to, from whatever a query string says; `/` where that leads anywhere else. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}
