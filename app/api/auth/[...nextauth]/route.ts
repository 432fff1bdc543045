import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '#lib/auth/next-auth-options'
import { readViewer } from '#lib/auth/session'
import { signInCookies, signInRequest } from '#lib/auth/sign-in-request'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const asked = signInRequest(request.headers, request.cookies, await readViewer())
  const answer: Response = await NextAuth(request, context, nextAuthOptions(asked))
  for (const cookie of await signInCookies(asked)) answer.headers.append('Set-Cookie', cookie)
  return answer
}

export { handle as GET, handle as POST }
