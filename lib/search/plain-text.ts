/** Markdown as it reads in a result: without fences, marks, link targets and pictures' addresses. A rough reading, in linear time. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^[ \t>]*(?:```+|~~~+).*$/gm, '')
    .replace(/^[ \t>]*#{1,6}[ \t]+/gm, '')
    .replace(/^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t])?/gm, '')
    .replace(/^[ \t]*>[ \t>]*/gm, '')
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/\*\*|==|~~|`+/g, '')
    .replace(/^[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$/gm, '')
}
