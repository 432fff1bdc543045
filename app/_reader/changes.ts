let current = -1

/** The buttons of a comparison that lead from change to change. */
export function stepThroughChanges(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-change]')) {
    button.hidden = false
    button.addEventListener('click', () => goToChange(Number(button.dataset.change)))
  }
}

/** Goes `step` changes on, round at the ends; false where the page shows no changes. */
export function goToChange(step: number): boolean {
  const changes = [...document.querySelectorAll<HTMLElement>('.change')]
  if (changes.length === 0) return false
  current = current < 0 && step < 0 ? changes.length - 1 : (current + step + changes.length) % changes.length
  const change = changes[current]
  change?.scrollIntoView({ block: 'center' })
  change?.focus({ preventScroll: true })
  const place = document.querySelector('[data-change-place]')
  if (place) place.textContent = change?.ariaLabel ?? ''
  return true
}
