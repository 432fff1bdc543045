import { expect, test } from 'vitest'
import { pageText } from '#lib/rendering/page-text'
import { renderMarkdown } from '#lib/rendering/render'
import { realEntryTexts } from '#lib/testing/entry-texts'
import { passageAt } from '#lib/text/anchor'
import { wordsOf } from '#lib/text/words'
import { reword } from './reword.ts'

const texts = realEntryTexts()
const render = (markdown: string) => renderMarkdown(markdown)

async function select(markdown: string, quote: string) {
  const page = pageText((await render(markdown)).html)
  const from = page.indexOf(quote)
  return passageAt(page, { from, to: from + quote.length })
}

test.each([
  ['**重点：**窗口、阻塞控制。', '阻塞', '拥塞', '**重点：**窗口、拥塞控制。'],
  ['用 **`速度慢`** 的管道', '速度慢', '速度较慢', '用 **`速度较慢`** 的管道'],
  [
    '见 [RFC 793](https://example.com/rfc793)。',
    'RFC 793',
    'RFC 9293',
    '见 [RFC 9293](https://example.com/rfc793)。',
  ],
  ['- 一\n- 二，*三* 四\n', '二，三 四', '二，三 五', '- 一\n- 二，*三* 五\n'],
  ['```python\nd.iterms()\n```\n', 'iterms', 'items', '```python\nd.items()\n```\n'],
  [
    '| a | b |\n|---|---|\n| 512bits | 2 |\n',
    '512bits',
    '512 bytes',
    '| a | b |\n|---|---|\n| 512 bytes | 2 |\n',
  ],
  ['返回 304 状态。', '304', '304*或*307', '返回 304\\*或\\*307 状态。'],
  ['多余的的字。', '的的', '的', '多余的字。'],
])('%j: %s becomes %s', async (markdown, quote, replacement, expected) => {
  const passage = await select(markdown, quote)
  expect(await reword(markdown, { passage, replacement }, render)).toBe(expected)
})

test('words that are not in the page are refused, and so are words across blocks', async () => {
  const passage = { quote: '没有这些字在里面', prefix: '', suffix: '' }
  await expect(reword('一段话。', { passage, replacement: '有' }, render)).rejects.toMatchObject({
    details: { reason: 'passage' },
  })
  const across = await select('第一段。\n\n第二段。', '段。\n第二')
  await expect(
    reword('第一段。\n\n第二段。', { passage: across, replacement: '' }, render),
  ).rejects.toMatchObject({ details: { reason: 'source' } })
})

test.skipIf(!texts)(
  'a word of any real text is replaced in its source, and nothing else changes',
  async () => {
    const outcomes = { replaced: 0, refused: 0 }
    for (const { name, text } of texts ?? []) {
      const page = pageText((await render(text)).html)
      const words = [...new Set(wordsOf(page))].filter((word) => /^[\p{L}\p{N}]{2,}$/u.test(word))
      const word = words[Math.floor(words.length / 2)]
      if (!word) continue
      const from = page.indexOf(word)
      const passage = passageAt(page, { from, to: from + word.length })
      const made = await reword(text, { passage, replacement: `${word}改` }, render).catch((refusal) => {
        expect(refusal, name).toMatchObject({ details: { reason: expect.stringMatching(/source|passage/) } })
        return undefined
      })
      if (made === undefined) outcomes.refused++
      else {
        expect(made.length, name).toBe(text.length + 1)
        expect(made.replace('改', '').length, name).toBe(text.length)
        outcomes.replaced++
      }
    }
    console.log(outcomes)
    expect(outcomes.replaced).toBeGreaterThan(20 * outcomes.refused)
  },
)
