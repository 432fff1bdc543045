/** The path and query of the page that sent a form, when it is a page of this host; else the home page. */
export function pathWithin(referer: string | null, host: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { host: from, pathname, search } = new URL(referer)
  // A path that begins with two slashes would be read as another host.
  return from === host && !/^\/[/\\]/.test(pathname) ? pathname + search : '/'
}
