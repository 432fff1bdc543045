import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '#lib/env'
import { Refusal } from '#lib/refusal'
import type { Origin } from './enter.ts'
import { findViewer } from './find-viewer.ts'
import { Email, Password } from './input.ts'
import { linkIdentity } from './link-identity.ts'
import { identityOf, oauthProviders } from './providers.ts'
import { authSecret } from './secret.ts'
import { cookieOptions, isSecure, sessionCookieName } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signInWithProvider } from './sign-in-with-provider.ts'
import { isSignedIn, type Viewer } from './viewer.ts'

const idleSeconds = 30 * 24 * 3_600

export type SignInRequest = {
  origin: Origin
  knownDevice?: string
  /** Leave to link an identity, from the browser that entered the password for it. */
  linkToken?: string
  viewer: Viewer
  /** Called once somebody is signed in, with whom. */
  onSignedIn(personId: string): void
}

/** next-auth for one request: it does protocols and cookies; who may come in is decided by our verbs. */
export function nextAuthOptions(request: SignInRequest): AuthOptions {
  // The only place where next-auth looks for the address that providers lead back to.
  process.env.NEXTAUTH_URL = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: idleSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    providers: [passwordProvider(request), ...oauthProviders()],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!account || account.type === 'credentials') return true
        return providerSignIn(
          request,
          user,
          identityOf(account.provider, account.providerAccountId, { ...profile }),
        )
      },
      jwt({ token, user }) {
        // The token names the session and nothing else: whatever it means is read from the database each time.
        return user ? { sid: user.id } : { sid: token.sid }
      },
      async session({ token }) {
        const { name, role } = await findViewer(typeof token.sid === 'string' ? token.sid : undefined)
        return { user: { name, role }, expires: new Date(Date.now() + idleSeconds * 1_000).toISOString() }
      },
      redirect({ url, baseUrl }) {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined
        return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
      },
    },
  }
}

function passwordProvider({ origin, knownDevice, onSignedIn }: SignInRequest) {
  return Credentials({
    name: 'password',
    credentials: { email: {}, password: {}, code: {} },
    async authorize(given) {
      const email = Email.safeParse(given?.email)
      const password = Password.safeParse(given?.password)
      if (!email.success || !password.success) throw new Error('forbidden')
      try {
        const attempt = {
          email: email.data,
          password: password.data,
          code: given?.code || undefined,
          knownDevice,
        }
        const { personId, sessionId } = await signIn(attempt, origin)
        onSignedIn(personId)
        return { id: sessionId }
      } catch (error) {
        // next-auth hands the message to the sign-in page, which has a sentence for each code.
        if (error instanceof Refusal) throw new Error(error.details.field === 'code' ? 'code' : error.code)
        throw error
      }
    },
  })
}

async function providerSignIn(
  { viewer, linkToken, origin, onSignedIn }: SignInRequest,
  user: { id: string },
  who: ReturnType<typeof identityOf>,
): Promise<boolean | string> {
  try {
    if (isSignedIn(viewer) && linkToken) {
      await linkIdentity(viewer, linkToken, who)
      return '/account?notice=linked'
    }
    const { personId, sessionId } = await signInWithProvider(who, origin)
    // The user that next-auth passes on to the token: here it is the session.
    user.id = sessionId
    onSignedIn(personId)
    return true
  } catch (error) {
    if (error instanceof Refusal)
      return `/sign-in?error=${error.code === 'conflict' ? 'link-first' : 'not-linked'}`
    throw error
  }
}
