import type { ElementContent } from 'hast'
import type { Token } from 'markdown-it'
import { element, text } from './build.ts'
import { plainText } from './headings.ts'
import { noteLink } from './link.ts'
import { fileNameOf, judgeAddress } from './links.ts'
import type { ImageUrls } from './rendered.ts'
import type { Place, Writing } from './writing.ts'

/** A picture we have, a link to one elsewhere (reading must not tell strangers who reads), or a labelled gap. */
export function imageOf(token: Token, writing: Writing, place: Place, insideLink: boolean): ElementContent {
  const target = token.attrGet('src') ?? ''
  const alt = plainText(token).trim()
  const title = token.attrGet('title')
  const src = urlOf(target, writing.images)
  const address = judgeAddress(target)
  const label = (saysNothing.test(alt) && fileNameOf(target)) || alt || target.slice(0, 80)
  const elsewhere = src === null && address.kind === 'remote' ? address.href : null
  const problem = src === null && elsewhere === null ? 'missing_image' : null
  noteLink(writing, place, { kind: 'image', target, label, problem })
  if (src !== null) {
    return element('img', { src, alt, loading: 'lazy', decoding: 'async', ...(title ? { title } : {}) })
  }
  if (elsewhere === null) {
    return element('span', { className: ['missing-image'], title: target.slice(0, 300) }, [text(label)])
  }
  if (insideLink) return element('span', { className: ['remote-image'] }, [text(label)])
  const properties = { className: ['remote-image'], href: elsewhere, rel: ['noopener', 'nofollow'] }
  return element('a', { ...properties, ...(title ? { title } : {}) }, [text(label)])
}

/** What editors put there by themselves. */
const saysNothing =
  /^(?:|img|image|imag?e?[-_ ]?\d+|pic|picture|alt|图片?|截图|图片描述|在这里插入图片描述)$/i

function urlOf(target: string, images: ImageUrls): string | null {
  if (Object.hasOwn(images, target)) return images[target] ?? null
  try {
    const decoded = decodeURI(target)
    return Object.hasOwn(images, decoded) ? (images[decoded] ?? null) : null
  } catch {
    return null
  }
}
