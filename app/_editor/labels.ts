import type { ActionName } from './actions.ts'

/** Every word that the editor shows, in the language of its reader. */
export type EditorLabels = Record<ActionName, string> & {
  editor: string
  toolbar: string
  tableTools: string
  placeholder: string
  source: string
  rich: string
  preview: string
  fullWidth: string
  find: string
  findNext: string
  findPrevious: string
  replace: string
  replaceWith: string
  replaceAll: string
  matches: string
  close: string
  apply: string
  remove: string
  address: string
  linkTitle: string
  altText: string
  formula: string
  rawText: string
  entryTitle: string
  shownText: string
  footnoteLabel: string
  language: string
  words: string
  moveBlock: string
  noResults: string
  blocks: string
  entries: string
  people: string
  uploading: string
  uploadFailed: string
  imageMissing: string
  tooComplex: string
  /** Where a change cannot be told apart from the rest. */
  savedWhole: string
  /** Where Markdown has no way to say what is shown. */
  savedOtherwise: string
}
