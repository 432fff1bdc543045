import 'server-only'
import { redirect } from 'next/navigation'
import { readViewer } from './session.ts'
import { isSignedIn, type SignedIn } from './viewer.ts'

/** The signed-in viewer; guests go to sign in and come back to `returnTo`. */
export async function requireSignedIn(returnTo: string): Promise<SignedIn> {
  const viewer = await readViewer()
  if (isSignedIn(viewer)) return viewer
  redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
}
