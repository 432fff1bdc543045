import GitHub from 'next-auth/providers/github'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '#lib/env'
import type { ProviderIdentity } from './sign-in-with-provider.ts'

type Claims = Record<string, unknown>

/** The outside providers that the environment configures: key in URLs and name on the button. */
export function configuredProviders(): { key: string; name: string }[] {
  return oauthProviders().map(({ id, name }) => ({ key: id, name }))
}

export function oauthProviders(): OAuthConfig<Claims>[] {
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  const providers: OAuthConfig<Claims>[] = []
  if (GITHUB_ID && GITHUB_SECRET) {
    // GitHub's own claims are a record too; the provider is only typed narrower.
    providers.push(
      GitHub({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET }) as unknown as OAuthConfig<Claims>,
    )
  }
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    providers.push({
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (claims) => ({ id: String(claims.sub) }),
    })
  }
  return providers
}

/** Reads who it is from a provider's claims: issuer and subject are the identity, everything else is only shown. */
export function identityOf(provider: string, subject: string, claims: Claims): ProviderIdentity {
  const github = provider === 'github'
  const verified = !github && claims.email_verified === true && typeof claims.email === 'string'
  return {
    issuer: github ? 'https://github.com' : String(claims.iss ?? env().OIDC_ISSUER),
    subject,
    name: String(claims.name ?? claims.login ?? claims.preferred_username ?? ''),
    ...(verified ? { verifiedEmail: String(claims.email) } : {}),
  }
}
