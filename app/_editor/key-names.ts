/** `Mod-Shift-b` as people read it: `Ctrl+Shift+B`, on a Mac `⌘⇧B`. */
export function shownKey(key: string): string {
  const mac = isMac()
  const parts = key.split('-').map((part) => {
    if (mac)
      return { Mod: '⌘', Shift: '⇧', Alt: '⌥', ArrowUp: '↑', ArrowDown: '↓' }[part] ?? part.toUpperCase()
    return (
      { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }[part] ?? (part.length === 1 ? part.toUpperCase() : part)
    )
  })
  return parts.join(mac ? '' : '+')
}

/** The same for `aria-keyshortcuts`. */
export const ariaKey = (key: string) => key.replace('Mod', isMac() ? 'Meta' : 'Control').replaceAll('-', '+')

const isMac = () => typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad)/.test(navigator.userAgent)

type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** Whether a key was pressed with Cmd on a Mac or Ctrl elsewhere, and no other. */
export const isMod = (event: KeyPress, key: string) =>
  (isMac() ? event.metaKey : event.ctrlKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === key

/** A key that belongs to an input method; Safari says so only by its number. */
export const isComposing = (event: { isComposing: boolean; keyCode: number }) =>
  event.isComposing || event.keyCode === 229
