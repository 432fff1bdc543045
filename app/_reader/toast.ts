/** Milliseconds. */
const shownFor = 9_000

/** Says at once what was done, with a way to look at it. */
export function toast(text: string, link?: { text: string; href: string }): void {
  const box = document.createElement('output')
  box.className = 'notice'
  document.body.append(box)
  const fill = () => {
    box.textContent = link ? `${text} ` : text
    if (!link) return
    const way = document.createElement('a')
    way.href = link.href
    way.textContent = link.text
    box.append(way)
  }
  // Into what is already there, so that a screen reader says it.
  setTimeout(fill, 100)
  setTimeout(() => box.remove(), shownFor)
}
