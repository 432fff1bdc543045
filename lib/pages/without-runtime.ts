const mark = /<html\b[^>]*\bdata-runtime="none"/
const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const preload = /<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g

/**
 * A page that says `data-runtime="none"` is finished as it stands: React's client runtime, the data it would hydrate from and
 * Next's router (115 kB of scripts) are left out, and what little such a page runs comes with it as a script of its own.
 * Other pages stay as they are.
 */
export function withoutRuntime(html: string): string {
  if (!mark.test(html)) return html
  return html
    .replace(script, (whole, attributes: string, code: string) => (isRuntime(attributes, code) ? '' : whole))
    .replace(preload, '')
}

function isRuntime(attributes: string, code: string): boolean {
  return (
    /\bsrc="\/_next\/static\/chunks\//.test(attributes) ||
    /^\(?self\.__next_f\b/.test(code) ||
    /\bid="_R_"/.test(attributes) ||
    code.startsWith('requestAnimationFrame(function(){$RT=')
  )
}
