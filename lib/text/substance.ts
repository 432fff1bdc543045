/**
 * How much a text says. `none`: nothing, or only pictures, links, headings, empty code, private pointers and further questions.
 * `some`: a reference to another place, an aside in parentheses, or a text that says itself that it is unfinished.
 * `full`: anything else; a short answer is an answer.
 */
export function substanceOf(markdown: string): 'none' | 'some' | 'full' {
  const said = withoutComments(markdown).split('\n')
  const left: string[] = []
  let fence: string | null = null
  for (const line of said) {
    const mark = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && (fence === null || (mark[0] === fence[0] && mark.length >= fence.length))) {
      fence = fence === null ? mark : null
      continue
    }
    const text = fence === null ? proseOf(line) : line.trim()
    if (/[\p{L}\p{N}]/u.test(text)) left.push(text)
  }
  if (left.length === 0) return 'none'
  return left.every((line) => pointsElsewhere.test(line) || isAside(line)) || isUnfinished(left)
    ? 'some'
    : 'full'
}

const withoutComments = (markdown: string): string =>
  markdown.includes('<!--') ? markdown.replace(/<!--[\s\S]*?-->/g, '') : markdown

/** What a line of Markdown says besides its markup, links, pictures and sources; empty where it only asks. */
function proseOf(line: string): string {
  let text = line.replace(/^\s*(>\s*|[-*+]\s+|\d+[.)]\s+|\d+、\s*)*(\[[ xX]\]\s+)?/, '')
  if (/^#{1,6}(\s|$)/.test(text) || /^\[\^?[^\]]+\]:\s/.test(text) || /^\[toc\]$/i.test(text.trim()))
    return ''
  // So long a line is prose, or data in a link: patterns with two open ends would take their time.
  if (text.length > 2_000) return text.replace(/\(data:[^)]*\)/g, '').length > 2_000 ? text : ''
  text = text.replace(pictures, ' ').replace(tags, ' ')
  if (isOnlyLinks(text)) return ''
  if (isSource.test(text) || isPlaceholder.test(text.trim()) || isPrivatePath.test(text.trim())) return ''
  return asksOnly(text.trim().replace(/^\d+(\.\d+)+\s+/, '')) ? '' : text
}

const pictures = /!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])/g
const tags = /<\/?(?!https?:)[a-zA-Z][^>\u4e00-\u9fff]*>/g
const links = /\[[^[\]]*\]\([^)]*\)|<?https?:\/\/[^\s>）)]+>?/g

/** Whether there are links, and beside them nothing but words that announce a link. */
function isOnlyLinks(text: string): boolean {
  const rest = text.replace(links, ' ')
  if (rest === text) return false
  const words = rest.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim()
  return words === '' || announcing.test(words)
}

const announcing =
  /^(\s*(参考|参见|参照|详见|见|可见|请看|请见|来源|出处|引自|转自|转载自?|原文|链接|连接|地址|资料|文章|博客|文档|更多|阅读|推荐|扩展|拓展|延伸|source|sources|reference|references|ref|refs|see|also|link|links|via|from|read|more|further|reading|article|docs?|here|top|back|to|the|and|和|及))+\s*$/i
const isSource =
  /^[^\p{L}\p{N}]*(参考|来源|出处|原文|链接|连接|转载|作者|sources?|ref(erence)?s?)(链接|连接|资料|文献|文章|自)?\s*[:：-]\s*([^\s\p{Script=Han}]*[\\/][^\s]*|\s*)$/iu
const isPrivatePath = /^[A-Za-z]:\\\S+$/
const isPlaceholder =
  /^[^\p{L}\p{N}]*(todo|tbd|tba|wip|n\/?a|none|nil|coming soon|to be (\w{2,12}ed|done|filled in|written)|待补充?|待完善|待更新|待整理|待续|待写|未完待续|暂无|暂缺|无|略|空|补充中|整理中|\.{3,}|…+)[^\p{L}\p{N}]*$/iu

const isFurtherQuestion = /^(为什么|为何|如何|怎么|怎样|什么是|哪些|what|why|how|when|which)/i
const isFurtherRequest = /^(describe|explain|discuss|compare)\s+(how|what|when|why|your|the)\b/i
const asksOnly = (text: string): boolean =>
  text.length <= 120 &&
  !/[。；;：:.]./.test(text) &&
  (/[?？][^\p{L}\p{N}]*$/u.test(text) ||
    isFurtherRequest.test(text) ||
    (isFurtherQuestion.test(text) && /[,，、]$/.test(text)))

const pointsElsewhere =
  /^[^\p{L}\p{N}]*(同上|同前|见(上|下|前|后)[一面文题节个述]{0,3}|如(上|下|前)(面|文)?(所述)?|参(见|考)(上|下|前|后).{0,12}|(详?见|参见|参考|请看)\s*(第?\s*[\d一二三四五六七八九十]+.{0,6}|\[\[.*\]\].{0,6}|《.*》.{0,8})|see\s+(above|below|(question|q|section|chapter)\s*#?\d+)|same as (above|before)|\[\[[^\]]+\]\][,，、\s]*)+[^\p{L}\p{N}]*$/iu
const isAside = (line: string): boolean => /^[(（][^()（）]*[)）]$/.test(line.trim())
const isUnfinished = (lines: string[]): boolean =>
  lines.length <= 2 &&
  /(未完待续|待补充|待完善|to be continued|todo\b)[^\p{L}\p{N}]*$/iu.test(lines.at(-1) ?? '')
