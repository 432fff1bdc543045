const longest = 60
const shortIdForm = /^[0-9a-z]{10}$/

/**
 * The readable part of a URL: letters, digits and Chinese of the title in lower case, everything between them one hyphen.
 * NFC, at most 60 code points, never empty, no hyphen at either end.
 */
export function slugOf(title: string): string {
  const words = title
    .toWellFormed()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const cut = trimHyphens([...trimHyphens(words)].slice(0, longest).join(''))
  return cut === '' ? 'entry' : cut
}

const trimHyphens = (text: string) => text.replace(/^-|-$/g, '')

/** The short id at the end of a URL's segment `<slug>-<short id>` (or the id alone); null where there is none. */
export function parseSlugId(segment: string): string | null {
  const id = segment.slice(segment.lastIndexOf('-') + 1)
  return shortIdForm.test(id) ? id : null
}
