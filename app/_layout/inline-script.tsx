/** A script that must stand in the page itself. Constants of this program only: the page cache allows them by their hash. */
export function InlineScript({ code, type }: { code: string; type?: 'speculationrules' }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this program; React would escape it as text.
  return <script type={type} dangerouslySetInnerHTML={{ __html: code }} />
}
