import type { TrustedHtml } from '#lib/rendering/rendered'
import { languageOf } from '#lib/text/language'

/** The single place that sets inner HTML; it takes only what the rendering pipeline made. */
export function Prose({ html }: { html: TrustedHtml }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits sanitised HTML alone.
  return <div className="prose" lang={languageOf(html)} dangerouslySetInnerHTML={{ __html: html }} />
}
