import { Extension, InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'

/**
 * Markdown typed between Chinese, where no spaces stand around words, and with the full-width signs that Chinese keyboards
 * give. The rules of the single extensions cover the rest.
 */
export const Shortcuts = Extension.create({
  name: 'shortcuts',
  priority: 150,

  addInputRules() {
    const { marks, nodes } = this.editor.schema
    const rules = emphasis.flatMap(([name, find]) => {
      const type = marks[name]
      return type ? [markInputRule({ find, type })] : []
    })
    if (nodes.heading)
      rules.push(
        textblockTypeInputRule({
          find: /^([#＃]{1,6})\s$/,
          type: nodes.heading,
          getAttributes: (match) => ({ level: match[1]?.length }),
        }),
      )
    if (nodes.codeBlock)
      rules.push(
        textblockTypeInputRule({
          find: /^(?:···|```)([\w+#-]*)\s$/,
          type: nodes.codeBlock,
          getAttributes: (match) => ({ language: match[1] || null }),
        }),
      )
    if (nodes.blockquote) rules.push(wrappingInputRule({ find: /^\s*[》＞]\s$/, type: nodes.blockquote }))
    rules.push(taskRule, formulaRule, linkRule, imageRule)
    return rules
  },
})

const emphasis: [string, RegExp][] = [
  ['bold', /(?:\*\*|＊＊)([^*\s＊](?:[^*＊]*[^*\s＊])?)(?:\*\*|＊＊)$/],
  ['strike', /(?:~~|～～)([^~\s～](?:[^~～]*[^~\s～])?)(?:~~|～～)$/],
  ['highlight', /(?:==|＝＝)([^=\s＝](?:[^=＝]*[^=\s＝])?)(?:==|＝＝)$/],
  ['code', /(?<![`·])[`·]([^`·]+)[`·]$/],
]

/** `[ ] ` at the start of an item makes it a task. */
const taskRule = new InputRule({
  find: /^[[【]([ xX]?)[\]】]\s$/,
  handler: ({ range, match, chain, state }) => {
    const { $from } = state.selection
    const isItem = $from.node(-1)?.type.name === 'listItem' && $from.index(-1) === 0
    const checked = /x/i.test(match[1] ?? '')
    const edit = chain().deleteRange(range)
    if (!isItem) edit.toggleBulletList()
    edit.updateAttributes('listItem', { checked }).run()
  },
})

const formulaRule = new InputRule({
  find: /(?<![\w$\\])[$￥]([^\s$￥](?:[^$￥]*[^\s$￥])?)[$￥]$/,
  handler: ({ range, match, chain }) => {
    const tex = match[1] ?? ''
    if (!/[\\^_{}=+]/.test(tex)) return null
    chain().deleteRange(range).insertContent({ type: 'mathInline', attrs: { tex } }).run()
  },
})

/** `[words](address)`, and the same of a picture with a `!` before it. */
const linkRule = new InputRule({
  find: /(?<!!)\[([^[\]]+)\]\((\S+)\)$/,
  handler: ({ range, match: [, text = '', href = ''], state, chain }) => {
    const marks = [
      ...state.doc
        .resolve(range.from + 1)
        .marks()
        .map((mark) => mark.toJSON()),
      { type: 'link', attrs: { href } },
    ]
    chain().deleteRange(range).insertContent({ type: 'text', text, marks }).unsetMark('link').run()
  },
})

const imageRule = new InputRule({
  find: /!\[([^[\]]*)\]\((\S+)\)$/,
  handler: ({ range, match: [, alt = '', src = ''], chain }) => {
    chain().deleteRange(range).insertContent({ type: 'image', attrs: { src, alt } }).run()
  },
})
