/** A program that makes the token of a visitor, in one language. */
export interface Sample {
  name: string;
  code(key: string): string;
}

const node = (key: string): string => `import { createHmac } from 'node:crypto';
import { env } from 'node:process';

const encode = (part) => Buffer.from(part).toString('base64url');

// For the person who's logged in. FOYER_SECRET never leaves your server.
export const foyerToken = ({ id, name, email }) => {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: String(id), name, email, aud: '${key}', iat, exp: iat + 3600 };
  const body = \`\${encode('{"alg":"HS256","typ":"JWT"}')}.\${encode(JSON.stringify(claims))}\`;
  return \`\${body}.\${createHmac('sha256', env.FOYER_SECRET).update(body).digest('base64url')}\`;
};
`;

const php = (key: string): string => `<?php
// For the person who's logged in. FOYER_SECRET never leaves your server.
function foyer_token(string $id, string $name, string $email): string {
    $encode = fn (string $part): string => rtrim(strtr(base64_encode($part), '+/', '-_'), '=');
    $claims = ['sub' => $id, 'name' => $name, 'email' => $email, 'aud' => '${key}'];
    $claims += ['iat' => time(), 'exp' => time() + 3600];
    $body = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
    return $body . '.' . $encode(hash_hmac('sha256', $body, getenv('FOYER_SECRET'), true));
}
`;

const python = (key: string): string => `import base64, hashlib, hmac, json, os, time


def encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


# For the person who's logged in. FOYER_SECRET never leaves your server.
def foyer_token(id: str, name: str, email: str) -> str:
    iat = int(time.time())
    claims = {"sub": id, "name": name, "email": email, "aud": "${key}", "iat": iat, "exp": iat + 3600}
    body = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
    signature = hmac.new(os.environ["FOYER_SECRET"].encode(), body.encode(), hashlib.sha256)
    return body + "." + encode(signature.digest())
`;

const ruby = (key: string): string => `require "base64"
require "json"
require "openssl"

# For the person who's logged in. FOYER_SECRET never leaves your server.
def foyer_token(id, name, email)
  encode = ->(part) { Base64.urlsafe_encode64(part, padding: false) }
  iat = Time.now.to_i
  claims = { sub: id.to_s, name: name, email: email, aud: "${key}", iat: iat, exp: iat + 3600 }
  body = encode.call('{"alg":"HS256","typ":"JWT"}') + "." + encode.call(JSON.generate(claims))
  body + "." + encode.call(OpenSSL::HMAC.digest("SHA256", ENV.fetch("FOYER_SECRET"), body))
end
`;

/** Examples that need no package, so that they can be tried as they are. */
export const samples = {
  node: { name: 'Node', code: node },
  php: { name: 'PHP', code: php },
  python: { name: 'Python', code: python },
  ruby: { name: 'Ruby', code: ruby },
} as const satisfies Record<string, Sample>;

/** The page's part: it hands over the token. */
export const pageSample = `<script>
  window.Foyer ||= (...given) => (Foyer.q ||= []).push(given);
  Foyer('identify', { token: 'the token from your server' });
</script>
`;
