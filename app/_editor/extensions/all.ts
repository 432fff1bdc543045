import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions'
import type { EditorLabels } from '../labels.ts'
import { BareUrls } from './bare-urls.ts'
import { Clipboard } from './clipboard.ts'
import { codeBlockWith } from './code-block.ts'
import { documentExtensions } from './document.ts'
import { DragHandle } from './drag-handle.ts'
import { Find } from './find.ts'
import { Keys } from './keys.ts'
import { Pictures } from './pictures.ts'
import { Shortcuts } from './shortcuts.ts'
import { imageShown, shownAtoms } from './shown.ts'
import { ListItemWithBox } from './task-box.ts'
import { TriggerMenu } from './trigger-menu.ts'

export type Setup = {
  labels: EditorLabels
  onMenuKey: (event: KeyboardEvent) => boolean
  upload: ((file: File) => Promise<{ src: string }>) | null
  onUploadError: (message: string) => void
  imageUrl: (src: string) => string | null
}

/** What the editor in the browser has: every piece of the document as it looks there, and what is done to it. */
export function editorExtensions({ labels, onMenuKey, upload, onUploadError, imageUrl }: Setup) {
  const shown = [
    ...shownAtoms,
    ListItemWithBox,
    codeBlockWith({ label: labels.language }),
    imageShown({ imageUrl, missing: labels.imageMissing }),
  ]
  const names = new Map(shown.map((extension) => [extension.name, extension]))
  return [
    ...documentExtensions.map((extension) => names.get(extension.name) ?? extension),
    UndoRedo,
    Dropcursor.configure({ class: 'editor-dropcursor', color: false }),
    Gapcursor,
    TrailingNode.configure({ notAfter: ['paragraph'] }),
    Placeholder.configure({ placeholder: labels.placeholder }),
    Keys,
    Shortcuts,
    Clipboard,
    BareUrls,
    TriggerMenu.configure({ onKey: onMenuKey }),
    Pictures.configure({ upload, uploading: labels.uploading, onError: onUploadError }),
    Find,
    DragHandle.configure({ label: labels.moveBlock }),
  ]
}
