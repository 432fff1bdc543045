const meaning: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

// What is no Char of XML 1.0 (production 2): one such sign, and readers refuse the whole feed.
const noChar = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** A text for a feed, without the control characters that XML cannot hold. */
export function feedText(text: string): string {
  return text.toWellFormed().replace(noChar, '')
}

/** The same where a feed says that it is HTML: `<UP,BROADCAST>` stays to be read, and nothing becomes an element. */
export function feedHtml(text: string): string {
  return feedText(text).replace(/[&<>]/g, (sign) => meaning[sign] ?? sign)
}
