import type { RefObject } from 'react'
import type { EditorLabels } from './labels.ts'
import type { Saved } from './markdown/save-touched.ts'

export type FoundEntry = { title: string; hint?: string }
/** `href` leads to their page, which says for good who is meant. */
export type FoundPerson = { name: string; href: string; hint?: string | undefined }
export type UploadedImage = { src: string }

export type EditorProps = {
  /** The text to edit; a new text needs a new `key`. */
  markdown: string
  labels: EditorLabels
  /** Called a moment after each change with the whole text and how it was made. */
  onChange?: (markdown: string, method: Saved['method']) => void
  /** `Ctrl/Cmd+S`. */
  onSave?: (markdown: string, method: Saved['method']) => void
  /** What `[[` offers; rejections count as nothing found. */
  searchEntries?: (query: string) => Promise<FoundEntry[]>
  /** What `@` offers. */
  searchPeople?: (query: string) => Promise<FoundPerson[]>
  /** Stores a picture that was pasted or dropped and says how the text refers to it; the message of an error is shown. */
  uploadImage?: (file: File) => Promise<UploadedImage>
  /** Where a picture of the text can be shown from; null shows a labelled gap. */
  imageUrl?: (src: string) => string | null
  autoFocus?: boolean
  /** Set here while the text is shown: asks for the whole of it as it is at this moment. */
  current?: RefObject<(() => string) | null>
}
