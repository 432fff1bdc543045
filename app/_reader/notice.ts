import { toast } from './toast.ts'

const key = 'notice'

/** Says once what was done on the page before (saved, merged with somebody's edit), with a way to look at it or take it back. */
export function showNotice(): void {
  const kept = sessionStorage.getItem(key)
  if (!kept) return
  sessionStorage.removeItem(key)
  const { text, link } = read(kept)
  toast(text, link)
}

/** A sentence alone, or with its link as JSON. */
function read(kept: string): { text: string; link?: { text: string; href: string } } {
  return kept.startsWith('{') ? JSON.parse(kept) : { text: kept }
}
