import { getSchema } from '@tiptap/core'
import { documentExtensions } from '../extensions/document.ts'

/** The shape of a text where there is no editor: in tests and on the server. */
export const documentSchema = getSchema(documentExtensions)
