import { Editor } from '../_editor/editor.tsx'
import type { EditorProps } from '../_editor/editor-props.ts'
import type { EditWords } from './edit-words.ts'
import { findEntries } from './find-entries.ts'
import { findPeople } from './find-people.ts'
import { uploadPicture } from './upload-picture.ts'

export type TextEditorProps = Omit<
  EditorProps,
  'searchEntries' | 'searchPeople' | 'uploadImage' | 'imageUrl'
> & {
  /** Where its pictures are stored. */
  noteId: string
  /** The pictures it has: target as written → URL. */
  images?: Record<string, string>
  words: EditWords
}

/** The editor with what the wiki gives it: questions and people to name, and a place for pictures. */
export function TextEditor({ noteId, images = {}, words, ...editor }: TextEditorProps) {
  return (
    <Editor
      {...editor}
      searchEntries={findEntries}
      searchPeople={findPeople}
      uploadImage={(file) => uploadPicture(noteId, file, words)}
      imageUrl={(src) => images[src] ?? (src.startsWith('/assets/') ? src : null)}
    />
  )
}
