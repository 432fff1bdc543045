import { goToChange } from './changes.ts'
import { findCookie, keepCookie } from './cookie.ts'
import { openPalette } from './palette.ts'
import { suggestByKey } from './passage-bar.ts'

const singleKeysCookie = 'single-keys'
const areOff = () => findCookie(singleKeysCookie) === 'off'

const singleKeys: Record<string, () => void> = {
  '/': openPalette,
  '?': () => showKeys(),
  j: () => goToChange(1) || follow('a[rel="next"]'),
  k: () => goToChange(-1) || follow('a[rel="prev"]'),
  e: () => editWhatIsRead(),
  s: suggestByKey,
  h: () => follow('a[data-history]'),
  n: () => follow('a[data-new]:not([hidden])'),
  c: () => document.querySelector<HTMLButtonElement>('[data-copy-from]')?.click(),
}
// What the same keys give while a Chinese input method is on.
const fullWidth: Record<string, string> = { '／': '/', '、': '/', '？': '?' }

/** Ctrl/Cmd+K from anywhere; single keys where nothing is being typed. */
export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
    const modified = event.ctrlKey || event.metaKey
    if (modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      openPalette()
      return
    }
    if (modified || event.altKey || isTyping(event.target) || areOff()) return
    const key = fullWidth[event.key] ?? event.key
    const action = singleKeys[key] ?? keyOfPage(key)
    if (!action || document.querySelector('dialog[open]')) return
    event.preventDefault()
    action()
  })
  for (const link of document.querySelectorAll('[data-open-palette]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      openPalette()
    })
  }
  rememberSwitch()
}

/** What a page gives a key to: a button or link that names it. */
function keyOfPage(key: string): (() => void) | undefined {
  if (!/^[a-z]$/.test(key)) return
  const named = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  return named ? () => named.click() : undefined
}

function rememberSwitch(): void {
  const box = document.querySelector<HTMLInputElement>('[data-single-keys]')
  if (!box) return
  box.checked = !areOff()
  box.addEventListener('change', () => keepCookie(singleKeysCookie, box.checked ? '' : 'off'))
}

function showKeys(): void {
  document.querySelector<HTMLDialogElement>('#keys')?.showModal()
}

function follow(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click()
}

/** The text whose end is nearest below the middle of the window, else the last one. */
function editWhatIsRead(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-edit]:not([hidden])')]
  const below = links.find(
    (link) => !link.closest('.entry-actions') && link.getBoundingClientRect().top > innerHeight / 2,
  )
  const answers = links.filter((link) => !link.closest('.entry-actions'))
  ;(below ?? answers.at(-1) ?? links[0])?.click()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
