import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'

/** A text of a note as it was rendered when it came in; nothing where there is none. */
export function StoredText({ html }: { html: string | undefined }) {
  // Revisions and imports hold nothing but what the rendering pipeline made.
  return html ? <Prose html={html as TrustedHtml} /> : null
}
