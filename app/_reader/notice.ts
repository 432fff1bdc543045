const key = 'notice'
/** Milliseconds. */
const shownFor = 8_000

/** Says once what was done on the page before: saved, merged with somebody's edit. */
export function showNotice(): void {
  const text = sessionStorage.getItem(key)
  if (!text) return
  sessionStorage.removeItem(key)
  const notice = document.createElement('output')
  notice.className = 'notice'
  document.body.append(notice)
  // Into what is already there, so that a screen reader says it.
  setTimeout(() => {
    notice.textContent = text
  }, 100)
  setTimeout(() => notice.remove(), shownFor)
}
