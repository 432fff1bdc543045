import type { UploadedImage } from '../_editor/editor-props.ts'
import type { EditWords } from './edit-words.ts'

/** Sends a picture to be kept for a note. Throws an Error whose message is for the person. */
export async function uploadPicture(noteId: string, file: File, words: EditWords): Promise<UploadedImage> {
  const answer = await fetch(`/api/pictures?note=${noteId}`, { method: 'POST', body: file }).catch(() => null)
  if (answer?.status === 201) return answer.json()
  const reasons: Record<number, string> = {
    400: words.pictureKind,
    401: words.signedOut,
    403: words.signedOut,
    413: words.pictureSize,
  }
  throw new Error(reasons[answer?.status ?? 0] ?? words.unreachable)
}
