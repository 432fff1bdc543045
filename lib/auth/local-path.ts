const base = 'http://local.invalid'

/** A path on this site to go to, from whatever a query string says; `/` where that leads anywhere else. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, base)
  // `/.//evil.example` is a path here and becomes a host where it is read once more.
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
