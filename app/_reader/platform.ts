const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys are named as they stand on this reader's keyboard. */
export function nameKeysByPlatform(): void {
  if (!isApple) return
  for (const kbd of document.querySelectorAll<HTMLElement>('kbd[data-mod]'))
    kbd.textContent = `⌘${kbd.dataset.mod}`
}
