const base = 'http://local.invalid'

/**
 * 400 for a path that would be read as another one further on (`/account/../notes`, `/a\b`, `//host`) or cannot be read at all
 * (`/%ff`, `/%00`), or undefined: what is judged here must be what is served. Browsers resolve such addresses before they ask.
 */
export function refusedPath(url: string): 400 | undefined {
  const path = url.split('?', 1)[0]?.replace(/[^\x21-\x7e]|["<>`{}]/g, encodeURIComponent) ?? ''
  return URL.canParse(path, base) && new URL(path, base).pathname === path && isReadable(path)
    ? undefined
    : 400
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
