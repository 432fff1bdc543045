import type { TrustedHtml } from '#lib/rendering/rendered'

/** The single place that sets inner HTML; it takes only what the rendering pipeline made. */
export function Prose({ html }: { html: TrustedHtml }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits sanitised HTML alone.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
