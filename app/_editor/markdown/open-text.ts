import type { Node, Schema } from '@tiptap/pm/model'
import { withPlainLineEnds } from '#lib/text/line-ends'
import { documentOf, readMarkdown, type SourceBlock, type Surroundings } from './to-document.ts'

/** A text as it was opened: its source and the document made from it. */
export type OpenText = {
  source: string
  plain: string
  doc: Node
  blocks: SourceBlock[]
  surroundings: Surroundings
  schema: Schema
}

/** Reads Markdown for editing, in the schema of the editor. */
export function openText(source: string, schema: Schema): OpenText {
  const plain = withPlainLineEnds(source)
  const { blocks, surroundings } = readMarkdown(plain, schema)
  return { source, plain, blocks, surroundings, schema, doc: documentOf(blocks, schema) }
}
